import CGDAL
import LandGeometry

extension GDALGeometry {
    /// Degrees of arc between stroked points, as in `read`.
    private static let strokeDegrees = 2.0

    /// Adds the rings of all polygons in a geometry as they are drawn (按原图取环): coordinates go straight from GDAL's
    /// storage into the batch. Nothing is added for points and lines.
    static func addRings(of geometry: OGRGeometryH, to ground: inout GroundBatch, depth: Int = 0) {
        let kind = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
        if kind == wkbPolygon || kind == wkbTriangle { return addPolygon(geometry, to: &ground) }
        if OGR_GT_IsNonLinear(kind) != 0 {
            guard let linear = OGR_G_GetLinearGeometry(geometry, strokeDegrees, nil) else { return }
            addRings(of: linear, to: &ground, depth: depth + 1)
            return OGR_G_DestroyGeometry(linear)
        }
        guard depth < WKB.nestingLimit,
            OGR_GT_IsSubClassOf(kind, wkbGeometryCollection) != 0 || kind == wkbPolyhedralSurface || kind == wkbTIN
        else { return }
        for index in 0..<OGR_G_GetGeometryCount(geometry) {
            guard let part = OGR_G_GetGeometryRef(geometry, index) else { continue }
            addRings(of: part, to: &ground, depth: depth + 1)
        }
    }

    private static func addPolygon(_ polygon: OGRGeometryH, to ground: inout GroundBatch) {
        let stride = Int32(MemoryLayout<Position>.stride)
        for index in 0..<OGR_G_GetGeometryCount(polygon) {
            guard let ring = OGR_G_GetGeometryRef(polygon, index) else { continue }
            let count = OGR_G_GetPointCount(ring)
            ground.addRing(isHole: index > 0, count: Int(count)) { positions in
                guard let first = UnsafeMutableRawPointer(positions.baseAddress) else { return }
                _ = OGR_G_GetPoints(ring, first, stride, first + MemoryLayout<Double>.stride, stride, nil, 0)
            }
        }
    }
}
