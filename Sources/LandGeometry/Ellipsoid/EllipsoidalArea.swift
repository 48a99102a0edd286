extension MultiPolygon {
    /// Area on the CGCS2000 ellipsoid by the official per-edge formula (椭球面积).
    ///
    /// Outer rings count, holes are taken off, orientation means nothing. Long straight edges of a projected plane
    /// must have been densified where the file was read (`reference/domain.md` 4.1): here an edge is straight in the
    /// equal-area plane. A ring that crosses itself counts by winding: the lobes of a bow-tie are taken from each other.
    public var area: Area {
        Area(squareMetres: polygons.reduce(0) { $0 + $1.planeArea(in: .standard) })
    }
}

extension Polygon {
    fileprivate func planeArea(in projection: AreaProjection) -> Double {
        holes.reduce(abs(outer.signedPlaneArea(in: projection))) { $0 - abs($1.signedPlaneArea(in: projection)) }
    }
}

extension Ring {
    /// Shoelace formula about the first vertex, so that the size of the coordinates costs no digits; positive counter-clockwise.
    fileprivate func signedPlaneArea(in projection: AreaProjection) -> Double {
        guard positions.count > 2 else { return 0 }
        let first = projection.point(at: positions[0])
        var twice = 0.0
        var last = EqualAreaPoint(x: 0, y: 0)
        for position in positions.dropFirst() {
            let next = projection.point(at: position) - first
            twice += last.x * next.y - next.x * last.y
            last = next
        }
        return twice / 2
    }
}
