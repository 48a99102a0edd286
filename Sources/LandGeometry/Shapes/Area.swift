/// An area of land (面积) in square metres of the CGCS2000 ellipsoid.
///
/// Kept in full precision; records round to 0.01 m² half up, shares are computed from square metres,
/// never from rounded mu (`reference/domain.md` 4.3).
public struct Area: Hashable, Comparable, Sendable, Codable {
    public var squareMetres: Double

    public init(squareMetres: Double) {
        self.squareMetres = squareMetres
    }

    public init(mu: Double) {
        self.init(squareMetres: mu * Area.squareMetresPerMu)
    }

    /// 1 mu (亩) = 2000/3 m².
    public static let squareMetresPerMu = 2000.0 / 3.0
    public static let zero = Area(squareMetres: 0)

    /// Mu (亩).
    public var mu: Double { squareMetres / Area.squareMetresPerMu }

    /// Hectares (公顷).
    public var hectares: Double { squareMetres / 10_000 }

    /// The area of record: rounded to 0.01 m², half up (CH/T and TD/T practice, `domain.md` 4.1).
    public var recorded: Area {
        Area(squareMetres: (squareMetres * 100).rounded(.toNearestOrAwayFromZero) / 100)
    }

    /// The part this area is of `whole`; nil when `whole` is zero, for a share of nothing is not 0 %.
    public func share(of whole: Area) -> Double? {
        whole.squareMetres > 0 ? squareMetres / whole.squareMetres : nil
    }

    public static func + (a: Area, b: Area) -> Area { Area(squareMetres: a.squareMetres + b.squareMetres) }
    public static func - (a: Area, b: Area) -> Area { Area(squareMetres: a.squareMetres - b.squareMetres) }
    public static func += (a: inout Area, b: Area) { a = a + b }
    public static func < (a: Area, b: Area) -> Bool { a.squareMetres < b.squareMetres }

    public init(from decoder: any Decoder) throws {
        squareMetres = try decoder.singleValueContainer().decode(Double.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(squareMetres)
    }
}
