import LandGeometry

/// Rings so narrow that they look like an error of matching edges (细长碎面): a part, or a gap within one.
enum Sliver {
    /// Mean width below which a ring is worth a look, in metres: twice its area over its length.
    static let width = 1.0

    /// One remark for all slivers of a shape.
    static func remark(on shape: PlaneShape, _ scale: GroundScale) -> RowRemark? {
        var slivers: [(place: String, width: Double, area: Area)] = []
        for (part, rings) in shape.polygons.enumerated() {
            for (number, ring) in rings.enumerated() {
                let area = scale.area(abs(PlaneShape.signedArea(ring)))
                let mean = 2 * area.squareMetres / PlaneShape.perimeter(ring, scale)
                if mean < width { slivers.append(("part \(part + 1) ring \(number + 1)", mean, area)) }
            }
        }
        guard let first = slivers.first else { return nil }
        let isWhole = shape.polygons.count == 1 && shape.polygons[0].count == 1
        let place = slivers.count == 1 ? first.place : "\(first.place) (+\(slivers.count - 1))"
        return RowRemark(
            .noted, .sliverMustBeLookedAt, place: isWhole ? nil : place, found: "width \((first.width * 1000).rounded() / 1000) m",
            areaAfter: first.area)
    }
}
