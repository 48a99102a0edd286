import LandGeometry

/// A ring drawn on the map (量算环): `lon,lat;lon,lat;…` in degrees.
struct MeasuredRing: Equatable {
    var polygon: MultiPolygon

    static let positionLimit = 2000

    /// Nil unless there are at least three positions of this earth, all finite.
    init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard (3...Self.positionLimit).contains(parts.count) else { return nil }
        var positions: [Position] = []
        for part in parts {
            let numbers = part.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
            guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1], abs(longitude) <= 180, abs(latitude) <= 90
            else { return nil }
            positions.append(Position(longitude: longitude, latitude: latitude))
        }
        polygon = MultiPolygon([Polygon(outer: Ring(positions))])
    }

    /// By the ledger's own formula, so that a measured ground and a recorded one compare.
    var area: Area { polygon.area }
}
