import Yams

/// An amount with a comparison (数值界限), as triggers, tiers and grades have it: `>= 15%`, `< 60 分`, `> 10 亩`.
public struct Limit: Sendable, Equatable {
    public var comparison: Comparison
    public var amount: Measured

    public init(_ comparison: Comparison, _ amount: Measured) {
        self.comparison = comparison
        self.amount = amount
    }

    /// Reads `>= 15%`; nil for anything else.
    public init?(_ text: String) {
        guard let (comparison, rest) = AmountReader.comparison(text), let amount = Measured(rest) else { return nil }
        self.init(comparison, amount)
    }

    public func holds(_ value: Double) -> Bool { comparison.holds(value, amount.value) }

    var words: String { PlanWording.title(of: comparison) + amount.words }
}

extension Kind where Value == [Limit] {
    /// One limit, or several that must all hold: `[">= 10%", "< 15%"]`.
    static var limits: Kind {
        let shape = Shape.pattern(#"^(>=|<=|>|<|=) ?[0-9]"#, example: ">= 15%")
        return Kind(
            .either([shape, .list(shape)]),
            read: { node, reading in reading.oneOrMany(node).compactMap { Limit.read($0, reading) } },
            tell: { limits, _ in limits.isEmpty ? .nothing : .text(limits.map(\.words).joined(separator: "且")) })
    }
}

extension Limit {
    fileprivate static func read(_ node: Node, _ reading: Reading) -> Limit? {
        guard let word = reading.text(node) else { return nil }
        if let limit = Limit(word) { return limit }
        reading.notes.report(.amountMustHaveUnit, at: node, found: word, suggestion: Repair.limit(word) ?? ">= 15%")
        return nil
    }
}
