import LandGeometry

/// `>`, `>=`, `<`, `<=`, `=` (比较).
public enum Comparison: String, Sendable, CaseIterable {
    case more = ">"
    case atLeast = ">="
    case less = "<"
    case atMost = "<="
    case equal = "="

    public func holds<Value: Comparable>(_ value: Value, _ limit: Value) -> Bool {
        switch self {
        case .more: value > limit
        case .atLeast: value >= limit
        case .less: value < limit
        case .atMost: value <= limit
        case .equal: value == limit
        }
    }

    /// The truth when the value is only known to lie in `low...high`.
    public func truth<Value: Comparable>(from low: Value, to high: Value, _ limit: Value) -> Truth {
        if low == high { return Truth(holds(low, limit)) }
        switch self {
        case .more, .atLeast:
            if holds(low, limit) { return .yes }
            return holds(high, limit) ? .unknown : .no
        case .less, .atMost:
            if holds(high, limit) { return .yes }
            return holds(low, limit) ? .unknown : .no
        case .equal:
            return low <= limit && limit <= high ? .unknown : .no
        }
    }
}

/// An area or share with a comparison (界限): `>= 5 mu`, `>= 99%`.
///
/// Both sides are compared as recorded areas, to 0.01 m²; a share is first turned into the area it is of
/// the entry. So 5 mu, recorded as 3333.33 m², is at least 5 mu, and no share hangs on the last bit.
public struct Bound: Sendable, Equatable {
    public var comparison: Comparison
    public var amount: Amount
    /// Name of the parameter the amount came from.
    public var parameter: String?

    public init(_ comparison: Comparison, _ amount: Amount, parameter: String? = nil) {
        self.comparison = comparison
        self.amount = amount
        self.parameter = parameter
    }

    public func truth(of range: AreaRange, whole: Area) -> Truth {
        comparison.truth(from: range.low.recorded, to: range.high.recorded, limit(whole: whole).recorded)
    }

    private func limit(whole: Area) -> Area {
        switch amount {
        case .area(let area): area
        case .share(let share): Area(squareMetres: whole.squareMetres * share)
        }
    }
}

/// An area known to lie between two areas (面积区间); where all is known they are equal.
public struct AreaRange: Sendable, Equatable {
    public var low: Area
    public var high: Area

    public init(low: Area, high: Area) {
        self.low = low
        self.high = max(low, high)
    }

    public init(_ area: Area) {
        self.init(low: area, high: area)
    }

    public var isExact: Bool { low == high }

    /// The part of it that can lie within `part` of `whole`: what does not fit outside must lie inside.
    public func within(_ part: Area, of whole: Area) -> AreaRange {
        AreaRange(low: max(.zero, low - (whole - part)), high: min(high, part))
    }

    /// What is left without `other`, of which it is only known that both lie in `whole`.
    public func less(_ other: AreaRange, whole: Area) -> AreaRange {
        let least = low - min(low, other.high)
        let shared = max(Area.zero, high + other.low - whole)
        return AreaRange(low: least, high: max(.zero, high - shared))
    }
}
