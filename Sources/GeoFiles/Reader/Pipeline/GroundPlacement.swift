import LandGeometry

/// From a checked shape in the file's plane to ground on CGCS2000 (落地): long edges filled, positions transformed.
struct GroundPlacement {
    let system: ReferenceSystem
    let transform: GroundTransform
    let geos: GEOS

    /// Nil when a position has no place on the ground.
    func position(_ point: PlanePoint) -> Position? {
        var points = [point]
        guard transform.apply(&points) else { return nil }
        return Position(longitude: points[0].x, latitude: points[0].y)
    }

    func ground(_ shape: PlaneShape) -> MultiPolygon? {
        if transform.changesNothing {
            let isOnGlobe = shape.polygons.allSatisfy { $0.allSatisfy { $0.allSatisfy { abs($0.y) <= 90 } } }
            return isOnGlobe ? MultiPolygon(mended(shape).polygons.compactMap(Self.polygon)) : nil
        }
        let bent = system.isGeographic ? shape : PlaneShape(polygons: shape.polygons.map { $0.map(Densify.ring) })
        guard let placed = place(bent) else { return nil }
        return MultiPolygon(mended(placed).polygons.compactMap(Self.polygon))
    }

    /// All rings in one call of PROJ.
    private func place(_ shape: PlaneShape) -> PlaneShape? {
        if shape.polygons.count == 1, shape.polygons[0].count == 1 {
            var ring = shape.polygons[0][0]
            return transform.apply(&ring) ? PlaneShape(polygons: [[ring]]) : nil
        }
        var points = shape.polygons.flatMap { $0.flatMap { $0 } }
        guard transform.apply(&points) else { return nil }
        var rest = points[...]
        let polygons = shape.polygons.map { rings in
            rings.map { ring in
                defer { rest = rest.dropFirst(ring.count) }
                return PlaneRing(rest.prefix(ring.count))
            }
        }
        return PlaneShape(polygons: polygons)
    }

    /// Rings that touched in the plane may cross by less than a millimetre on the ellipsoid; one ring alone cannot.
    private func mended(_ shape: PlaneShape) -> PlaneShape {
        guard shape.polygons.count > 1 || shape.polygons[0].count > 1, geos.defect(of: shape) != nil,
            let sound = geos.repaired(shape, .structure),
            abs(sound.area - shape.area) <= 1e-6 * shape.area
        else { return shape }
        return sound
    }

    private static func polygon(_ rings: [PlaneRing]) -> Polygon? {
        guard let outer = rings.first else { return nil }
        return Polygon(outer: ring(outer), holes: rings.dropFirst().map(ring))
    }

    private static func ring(_ ring: PlaneRing) -> Ring {
        Ring(ring.map { Position(longitude: $0.x, latitude: $0.y) })
    }
}
