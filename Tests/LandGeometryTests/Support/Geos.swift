import CGEOS

@testable import LandGeometry

/// GEOS as the oracle from outside, through its C interface; one context, used by one test at a time.
final class Geos {
    private let context: GEOSContextHandle_t

    /// Nil when GEOS gives no context.
    init?() {
        guard let context = GEOS_init_r() else { return nil }
        self.context = context
    }

    deinit { GEOS_finish_r(context) }

    /// A geometry that lives as long as its context is held.
    final class Shape {
        fileprivate let handle: OpaquePointer
        private let geos: Geos
        fileprivate init?(_ handle: OpaquePointer?, _ geos: Geos) {
            guard let handle else { return nil }
            self.handle = handle
            self.geos = geos
        }
        deinit { GEOSGeom_destroy_r(geos.context, handle) }

        var isValid: Bool { GEOSisValid_r(geos.context, handle) == 1 }
        var area: Double {
            var area = Double.nan
            GEOSArea_r(geos.context, handle, &area)
            return area
        }
        /// Nil when GEOS gives up.
        func intersectionArea(with other: Shape) -> Double? {
            Shape(GEOSIntersection_r(geos.context, handle, other.handle), geos)?.area
        }
        /// By how much GEOS contradicts itself on a pair: what A shares with B and what it does not should make up A.
        func selfContradiction(with other: Shape) -> Double {
            guard let shared = intersectionArea(with: other),
                let ours = Shape(GEOSDifference_r(geos.context, handle, other.handle), geos)?.area,
                let theirs = Shape(GEOSDifference_r(geos.context, other.handle, handle), geos)?.area
            else { return .infinity }
            return max(abs(shared + ours - area), abs(shared + theirs - other.area))
        }
        /// What of this shape no part of the collection covers, and what its parts cover together; nil when GEOS gives up.
        func parts(outside union: Shape) -> (outside: Double, inside: Double)? {
            guard let outside = Shape(GEOSDifference_r(geos.context, handle, union.handle), geos)?.area,
                let inside = intersectionArea(with: union)
            else { return nil }
            return (outside, inside)
        }
        func union(with other: Shape) -> Shape? { Shape(GEOSUnion_r(geos.context, handle, other.handle), geos) }
        /// True for a polygon or a multipolygon.
        var isAreal: Bool { [3, 6].contains(GEOSGeomTypeId_r(geos.context, handle)) }
        var ground: MultiPolygon { geos.ground(of: handle) }
    }

    func shape(hex: String) -> Shape? {
        guard let reader = GEOSWKBReader_create_r(context) else { return nil }
        defer { GEOSWKBReader_destroy_r(context, reader) }
        let bytes = Array(hex.utf8)
        return Shape(GEOSWKBReader_readHEX_r(context, reader, bytes, bytes.count), self)
    }

    /// The shape in the plane, moved so that `origin` is 0, 0.
    func shape(_ ground: MultiPolygon, in plane: Plane, origin: EqualAreaPoint) -> Shape? {
        var polygons: [OpaquePointer?] = ground.polygons.map { polygon in
            var holes = polygon.holes.map { ring($0, plane, origin) }
            return GEOSGeom_createPolygon_r(context, ring(polygon.outer, plane, origin), &holes, UInt32(holes.count))
        }
        return Shape(GEOSGeom_createCollection_r(context, 6, &polygons, UInt32(polygons.count)), self)
    }

    private func ring(_ ring: Ring, _ plane: Plane, _ origin: EqualAreaPoint) -> OpaquePointer? {
        let closed = ring.positions + ring.positions.prefix(1)
        let sequence = GEOSCoordSeq_create_r(context, UInt32(closed.count), 2)
        for (i, position) in closed.enumerated() {
            let point = plane.point(at: position) - origin
            GEOSCoordSeq_setXY_r(context, sequence, UInt32(i), point.x, point.y)
        }
        return GEOSGeom_createLinearRing_r(context, sequence)
    }

    private func ground(of handle: OpaquePointer) -> MultiPolygon {
        let count = GEOSGetNumGeometries_r(context, handle)
        return MultiPolygon(
            (0..<count).compactMap { i in
                guard let part = GEOSGetGeometryN_r(context, handle, i), GEOSisEmpty_r(context, part) == 0 else { return nil }
                let holes = GEOSGetNumInteriorRings_r(context, part)
                return Polygon(
                    outer: ring(of: GEOSGetExteriorRing_r(context, part)),
                    holes: (0..<holes).map { ring(of: GEOSGetInteriorRingN_r(context, part, $0)) })
            })
    }

    private func ring(of handle: OpaquePointer?) -> Ring {
        guard let handle, let sequence = GEOSGeom_getCoordSeq_r(context, handle) else { return Ring([]) }
        var count: UInt32 = 0
        GEOSCoordSeq_getSize_r(context, sequence, &count)
        let positions = (0..<count).map { i in
            var x = 0.0
            var y = 0.0
            GEOSCoordSeq_getXY_r(context, sequence, i, &x, &y)
            return Position(longitude: x, latitude: y)
        }
        return Ring(positions.dropLast())
    }
}
