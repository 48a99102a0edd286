import Enforcement

/// Places on the plan's page (方案页内位置): every element of the plan has one, made from its path of keys.
enum PlanAnchor {
    static func id(_ path: [String]) -> String {
        path.map { part in String(part.map { $0.isWhitespace ? "-" : $0 }) }.joined(separator: ".")
    }

    static func link(_ path: [String]) -> String { "#" + id(path) }

    /// The element on the plan's page, from another page.
    static func url(_ path: [String]) -> String { SiteURL.plan.path + "#" + PercentCoding.encode(id(path)) }
}

/// One element of the plan with those below it (方案条目).
struct PlanItemModel {
    var anchor: String
    var label: String?
    var text: Said?
    var clause: String?
    /// The plan's own words, which the notice does not have.
    var isOwn: Bool
    var items: [PlanItemModel]
    var hasItems: Bool

    init(_ given: OutlineItem, path: [String], _ words: PlanWords) {
        let item = given.joined
        anchor = PlanAnchor.id(path)
        label = item.label.isEmpty ? nil : item.gloss?[words.language] ?? item.label
        let own = item.text.isEmpty && item.label.isEmpty && item.items.isEmpty ? item.key : item.text
        text = own.isEmpty ? nil : words.said(own)
        clause = item.clause
        isOwn = item.isOwn
        items = Self.list(item.items, under: path, words)
        hasItems = !items.isEmpty
    }

    /// Items of lists have no key; their number stands for it.
    static func list(_ items: [OutlineItem], under path: [String], _ words: PlanWords) -> [PlanItemModel] {
        items.enumerated().map { place, item in
            PlanItemModel(item, path: path + [item.key.isEmpty ? "\(place + 1)" : item.key], words)
        }
    }

    /// Clauses of this element and all below, with where they stand.
    var clauses: [(clause: String, anchor: String)] {
        (clause.map { [($0, anchor)] } ?? []) + items.flatMap(\.clauses)
    }
}

extension OutlineItem {
    /// A label whose one value has no name of its own is one line with it, and one place.
    fileprivate var joined: OutlineItem {
        guard text.isEmpty, !label.isEmpty, items.count == 1, let only = items.first, only.key.isEmpty, only.label.isEmpty else {
            return self
        }
        var joined = self
        joined.text = only.text
        joined.clause = clause ?? only.clause
        joined.items = only.items
        return joined
    }
}

/// A section of the plan (方案章节).
struct PlanSectionModel {
    var anchor: String
    var title: String
    var items: [PlanItemModel]
    var hasItems: Bool
    /// A section that is one line, such as the code of the area.
    var text: Said?

    static func all(of plan: Plan, _ words: PlanWords) -> [PlanSectionModel] {
        PlanOutline(plan).root.items.map { item in
            let whole = PlanItemModel(item, path: [item.key], words)
            return PlanSectionModel(
                anchor: whole.anchor, title: whole.label ?? item.key, items: whole.items, hasItems: whole.hasItems, text: whole.text)
        }
    }
}

/// Where a clause of the notice stands in the plan (条款索引).
struct PlanClauseModel {
    var clause: String
    var links: [Frame.Link]

    static func index(of sections: [PlanSectionModel]) -> [PlanClauseModel] {
        var order: [String] = []
        var places: [String: [String]] = [:]
        for (clause, anchor) in sections.flatMap({ $0.items.flatMap(\.clauses) }) {
            if places[clause] == nil { order.append(clause) }
            places[clause, default: []].append(anchor)
        }
        return order.map { clause in
            let links = (places[clause] ?? []).enumerated().map { Frame.Link(text: String($0 + 1), url: "#" + $1) }
            return PlanClauseModel(clause: clause, links: links)
        }
    }
}

extension Gloss {
    subscript(language: Language) -> String { language == .zh ? zh : en }
}
