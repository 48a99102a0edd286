/// What two plans, or two versions of one, say differently (方案比较), and whom it concerns.
public struct PlanDiff: Sendable, Equatable {
    public enum Change: String, Sendable {
        case added, removed, changed

        public var gloss: Gloss {
            switch self {
            case .added: Gloss("新增", "added")
            case .removed: Gloss("删去", "removed")
            case .changed: Gloss("改动", "changed")
            }
        }
    }
    /// One difference.
    public struct Item: Sendable, Equatable {
        public var change: Change
        /// Where it stands, from the section on: `问题类别 › 违法占地 › 目标`.
        public var path: [String]
        public var before: String?
        public var after: String?
        /// Titles of the units it concerns; empty where no unit is named near it.
        public var units: [String]
    }
    public let items: [Item]

    public init(from old: Plan, to new: Plan) {
        let titles = { (plan: Plan, units: [String]) in units.map { plan.unit($0)?.title ?? $0 } }
        var walk = OutlineWalk(titlesBefore: { titles(old, $0) }, titlesAfter: { titles(new, $0) })
        walk.compare(PlanOutline.told(old).items, PlanOutline.told(new).items, path: [], units: [])
        items = walk.items
    }

    /// The differences that concern one unit.
    public struct UnitItems: Sendable, Equatable {
        /// Title of the unit; nil for differences that name none.
        public var unit: String?
        public var items: [Item]
    }

    /// Differences by the unit they concern, those of no unit last.
    public var byUnit: [UnitItems] {
        var order: [String] = []
        for unit in items.flatMap(\.units) where !order.contains(unit) { order.append(unit) }
        let named = order.map { unit in UnitItems(unit: unit, items: items.filter { $0.units.contains(unit) }) }
        let rest = items.filter(\.units.isEmpty)
        return named + (rest.isEmpty ? [] : [UnitItems(unit: nil, items: rest)])
    }
}

extension PlanDiff {
    /// The differences within one category, or one section beside the categories.
    public struct PartItems: Sendable, Equatable {
        public var title: String
        public var items: [Item]
    }

    /// Differences by the category or section they stand in, in the order of the plan.
    public var byPart: [PartItems] {
        let categories = Plan.title(of: "categories")
        func part(_ item: Item) -> String {
            item.path.first == categories && item.path.count > 1 ? "\(categories) › \(item.path[1])" : item.path.first ?? ""
        }
        var order: [String] = []
        for title in items.map(part) where !order.contains(title) { order.append(title) }
        return order.map { title in PartItems(title: title, items: items.filter { part($0) == title }) }
    }
}

/// Walks two outlines side by side (提纲对照).
private struct OutlineWalk {
    let titlesBefore: ([String]) -> [String]
    let titlesAfter: ([String]) -> [String]
    var items: [PlanDiff.Item] = []

    mutating func compare(_ old: [OutlineItem], _ new: [OutlineItem], path: [String], units: [String]) {
        let pairs = matched(old, new)
        for (before, after) in pairs {
            switch (before, after) {
            case (let before?, let after?): compare(before, after, path, units)
            case (let before?, nil):
                let concerned = unique(units + titlesBefore(before.allUnits))
                items.append(.init(change: .removed, path: path, before: before.whole, after: nil, units: concerned))
            case (nil, let after?):
                let concerned = unique(units + titlesAfter(after.allUnits))
                items.append(.init(change: .added, path: path, before: nil, after: after.whole, units: concerned))
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(_ before: OutlineItem, _ after: OutlineItem, _ path: [String], _ units: [String]) {
        // The units of a noun stand in its own keys: they are whom its changes concern.
        let own = titlesBefore(before.items.flatMap(\.units)) + titlesAfter(after.items.flatMap(\.units))
        let concerned = own.isEmpty ? units : unique(own)
        if before.line != after.line || before.clause != after.clause {
            let both = unique(concerned + titlesBefore(before.units) + titlesAfter(after.units))
            items.append(.init(change: .changed, path: path, before: before.told, after: after.told, units: both))
        }
        compare(before.items, after.items, path: path + [after.label.isEmpty ? after.head : after.label], units: concerned)
    }

    /// Items of the same key, or of the same words where lists have no names, side by side.
    private func matched(_ old: [OutlineItem], _ new: [OutlineItem]) -> [(OutlineItem?, OutlineItem?)] {
        var left = old
        var pairs: [(OutlineItem?, OutlineItem?)] = []
        for item in new {
            let place = left.firstIndex { $0.identity == item.identity }
            pairs.append((place.map { left.remove(at: $0) }, item))
        }
        return left.map { ($0, nil) } + pairs
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}

extension OutlineItem {
    var identity: String { key.isEmpty ? text : key }
    var head: String { text.isEmpty ? key : text }
    var told: String { line + (clause.map { "〔\($0)〕" } ?? "") }
    var allUnits: [String] { units + items.flatMap(\.allUnits) }

    /// Its words with those of everything below it.
    var whole: String {
        items.isEmpty ? told : told + "（" + items.map(\.whole).joined(separator: "；") + "）"
    }
}
