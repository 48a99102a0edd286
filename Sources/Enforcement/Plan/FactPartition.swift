import LandGeometry

/// The finite cases that the facts of a plan can take together (事实分域).
///
/// Facts on one quantity are not independent: an approval that covers 99 % also covers 1 %. They form one
/// variable, whose cells are the values the facts take between and at the bounds that appear. Every fact
/// of the plan belongs to exactly one variable.
public struct FactPartition: Sendable, Equatable {
    struct Variable: Sendable, Equatable {
        var facts: [String]
        /// Values in the order of `facts`; all cells differ.
        var cells: [[FactValue.Value]]
    }
    private(set) var variables: [Variable] = []
    private(set) var variableOfFact: [String: Int] = [:]
    /// Facts made of others; conditions on them are spelled out before the search.
    private(set) var derived: [String: DerivedFact] = [:]

    init(facts: [Fact], categories: [String], subtypes: [String]) {
        var groups: [[Fact]] = []
        var places: [Quantity: Int] = [:]
        for fact in facts {
            if case .derived(let it) = fact.source {
                derived[fact.name] = it
                continue
            }
            let quantity = Quantity(fact)
            if let place = places[quantity] {
                groups[place].append(fact)
            } else {
                places[quantity] = groups.count
                groups.append([fact])
            }
        }
        for group in groups { add(group.map(\.name), Self.cells(of: group)) }
        add(["category"], categories.map { [.text($0)] })
        add(["subtype"], subtypes.map { [.text($0)] })
    }

    private mutating func add(_ facts: [String], _ cells: [[FactValue.Value]]) {
        for fact in facts { variableOfFact[fact] = variables.count }
        variables.append(Variable(facts: facts, cells: cells))
    }

    /// What facts share when one number settles them all.
    private enum Quantity: Hashable {
        case overlay(LayerSelection, LayerSelection?, OverlayFact.Part)
        case attribute([String])
        case quantity(String)
        case elapsed([String])
        case occurred, today
        case own(String)

        init(_ fact: Fact) {
            switch fact.source {
            case .overlay(let it): self = .overlay(it.selection, it.less, it.part)
            case .attribute(let it): self = it.options.isEmpty ? .attribute(it.fields) : .own(fact.name)
            case .quantity(let it): self = .quantity(it.quantity.id)
            case .elapsed(let it): self = .elapsed(it.fields)
            case .occurred: self = .occurred
            case .today: self = .today
            case .earlier, .asked, .derived: self = .own(fact.name)
            }
        }
    }

    private static func cells(of group: [Fact]) -> [[FactValue.Value]] {
        guard let first = group.first else { return [] }
        let rows: [[FactValue.Value]]
        switch first.source {
        case .overlay: rows = overlayCells(group)
        case .attribute(let it) where it.options.isEmpty: rows = attributeCells(group)
        case .quantity: rows = quantityCells(group)
        case .elapsed: rows = elapsedCells(group)
        case .occurred, .today: rows = dateCells(group)
        case .attribute, .earlier, .asked, .derived: rows = first.domain.map { [$0] }
        }
        var unlike: [[FactValue.Value]] = []
        for row in rows where !unlike.contains(row) { unlike.append(row) }
        return unlike
    }

    private static func overlayCells(_ group: [Fact]) -> [[FactValue.Value]] {
        let bounds = group.compactMap { fact -> Bound? in
            if case .overlay(let it) = fact.source { it.bound } else { nil }
        }
        let areas = samples(bounds.compactMap { if case .area(let area) = $0.amount { area.squareMetres } else { nil } }, top: 1e9)
        let shares = samples(bounds.compactMap { if case .share(let share) = $0.amount { share } else { nil } }, top: 1)
        return areas.flatMap { area in
            shares.filter { ($0 == 0) == (area == 0) }.map { share in
                bounds.map { bound in
                    switch bound.amount {
                    case .area(let limit): FactValue.Value(Truth(bound.comparison.holds(area, limit.squareMetres)))
                    case .share(let limit): FactValue.Value(Truth(bound.comparison.holds(share, limit)))
                    }
                }
            }
        }
    }

    private static func quantityCells(_ group: [Fact]) -> [[FactValue.Value]] {
        let facts = group.compactMap { fact -> QuantityFact? in
            if case .quantity(let it) = fact.source { it } else { nil }
        }
        let limits = facts.flatMap(\.limits).map(\.amount.value)
        return samples(limits, top: (limits.max() ?? 0) * 2 + 1).map { value in facts.map { FactValue.Value(Truth($0.holds(value))) } }
    }

    /// Zero, every limit, a value between each two neighbours, and the top.
    private static func samples(_ limits: [Double], top: Double) -> [Double] {
        let points = Set(limits + [0, top]).sorted()
        return points + zip(points, points.dropFirst()).map { ($0 + $1) / 2 }
    }

    private static func attributeCells(_ group: [Fact]) -> [[FactValue.Value]] {
        let lists = group.map { fact -> [String] in
            if case .attribute(let it) = fact.source { it.values } else { [] }
        }
        let others: String? = nil
        let values = Set(lists.joined()).sorted().map { Optional($0) } + [others]
        return values.map { value in
            lists.map { list in FactValue.Value(Truth(value.map(list.contains) ?? false)) }
        }
    }

    private static func dateCells(_ group: [Fact]) -> [[FactValue.Value]] {
        let bounds = group.compactMap { fact -> DateBound? in
            switch fact.source {
            case .occurred(let it), .today(let it): it
            default: nil
            }
        }
        let days = Set(bounds.flatMap { [$0.day.number - 1, $0.day.number, $0.day.number + 1] }).sorted()
        return days.map { day in
            bounds.map { FactValue.Value(Truth($0.comparison.holds(Day(number: day), $0.day))) }
        }
    }

    /// Spans of the same clock: a longer one that has passed has taken every shorter one with it.
    private static func elapsedCells(_ group: [Fact]) -> [[FactValue.Value]] {
        let start = Day(number: 0)
        let ends = group.map { fact -> Int in
            guard case .elapsed(let it) = fact.source else { return 0 }
            return it.span.unit == .workday ? it.span.count * 7 / 5 : it.span.end(after: start)?.number ?? 0
        }
        return ([-1] + ends).map { moment in ends.map { FactValue.Value(Truth($0 <= moment)) } }
    }
}
