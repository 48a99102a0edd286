/// A value told back in words (复述).
enum Told: Sendable {
    case nothing
    case text(String)
    /// Words the plan writes itself, not those of the language.
    case free(String)
    /// Titles of declared names; units are kept, so that a change can say whom it concerns.
    case units(String, [String])
    case items([OutlineItem])
    /// A line without a value: the words of the key, or these in their place.
    case mark(String?)

    static func names(_ names: [String], _ realm: Realm, _ teller: Teller) -> Told {
        let titles = names.map { teller.title($0, in: realm) }
        // Titles that hold a comma themselves would run into each other.
        let isMixed = titles.count > 1 && titles.contains { $0.contains("，") || $0.contains("、") }
        let words = isMixed ? titles.map { "“\($0)”" }.joined() : titles.joined(separator: "、")
        return realm == .unit ? .units(words, names) : .text(words)
    }

    var isEmpty: Bool {
        switch self {
        case .nothing: true
        case .text(let words), .free(let words), .units(let words, _): words.isEmpty
        case .items(let items): items.isEmpty
        case .mark: false
        }
    }

    var words: String? {
        switch self {
        case .text(let words), .free(let words), .units(let words, _): words
        case .nothing, .items, .mark: nil
        }
    }

    var isFree: Bool { if case .free = self { true } else { false } }

    func item(key: String, _ gloss: Gloss) -> OutlineItem {
        var item = OutlineItem(key: key, label: gloss.zh, text: "")
        item.gloss = gloss
        switch self {
        case .nothing: break
        case .text(let words): item.text = words
        case .free(let words): (item.text, item.isFree) = (words, true)
        case .units(let words, let units): (item.text, item.units) = (words, units)
        case .items(let items): item.items = items
        case .mark(let words): if let words { (item.label, item.gloss) = (words, nil) }
        }
        return item
    }
}

/// What telling a plan back needs to know of it (复述用语): titles behind names, words of conditions.
struct Teller: Sendable {
    let plan: Plan
    let wording: PlanWording
    /// The steps among which one is told, by whose titles it names those before it.
    private var steps: [PlanStep] = []

    init(_ plan: Plan) {
        self.plan = plan
        wording = PlanWording(plan: plan)
    }

    func among(_ steps: [PlanStep]) -> Teller {
        var teller = self
        teller.steps = steps.flatMap { step in
            [step] + (step.include.flatMap { name in plan.procedures.first { $0.id == name }?.steps } ?? [])
        }
        return teller
    }

    func title(ofStep name: String) -> String {
        guard let step = (steps + plan.everyStep).first(where: { $0.id == name }) else { return name }
        return step.title.isEmpty ? step.include.map { title($0, in: .procedure) } ?? name : step.title
    }

    func title(_ name: String, in realm: Realm) -> String {
        plan.names[realm]?.first { $0.id == name }?.title ?? name
    }
}
