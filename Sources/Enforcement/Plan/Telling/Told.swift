/// A value told back in words (复述).
enum Told: Sendable {
    case nothing
    case text(String)
    /// Words the plan writes itself, not those of the language.
    case free(String)
    /// Titles of declared names; units are kept, so that a change can say whom it concerns.
    case units(String, [String])
    case items([OutlineItem])

    static func names(_ names: [String], _ realm: Realm, _ teller: Teller) -> Told {
        let words = names.map { teller.title($0, in: realm) }.joined(separator: "、")
        return realm == .unit ? .units(words, names) : .text(words)
    }

    var isEmpty: Bool {
        switch self {
        case .nothing: true
        case .text(let words), .free(let words), .units(let words, _): words.isEmpty
        case .items(let items): items.isEmpty
        }
    }

    var words: String? {
        switch self {
        case .text(let words), .free(let words), .units(let words, _): words
        case .nothing, .items: nil
        }
    }

    var isFree: Bool { if case .free = self { true } else { false } }

    func item(key: String, label: String) -> OutlineItem {
        switch self {
        case .nothing: OutlineItem(key: key, label: label, text: "")
        case .text(let words): OutlineItem(key: key, label: label, text: words)
        case .free(let words): OutlineItem(key: key, label: label, text: words, isFree: true)
        case .units(let words, let units): OutlineItem(key: key, label: label, text: words, units: units)
        case .items(let items): OutlineItem(key: key, label: label, text: "", items: items)
        }
    }
}

/// What telling a plan back needs to know of it (复述用语): titles behind names, words of conditions.
struct Teller: Sendable {
    let plan: Plan
    let wording: PlanWording

    init(_ plan: Plan) {
        self.plan = plan
        wording = PlanWording(plan: plan)
    }

    func title(_ name: String, in realm: Realm) -> String {
        plan.names[realm]?.first { $0.id == name }?.title ?? name
    }
}
