import CGEOS

/// GEOS through its reentrant interface (GEOS 句柄): one per thread.
final class GEOS {
    private let handle: GEOSContextHandle_t
    private let reader: OpaquePointer
    private let writer: OpaquePointer

    struct Defect: Equatable {
        var reason: String
        var place: PlanePoint
    }
    enum Method {
        /// Every crossing line divides inside from outside.
        case linework
        /// Rings stay what they are: outer rings are united, holes taken away.
        case structure
    }

    init() {
        guard let handle = GEOS_init_r(), let reader = GEOSWKBReader_create_r(handle), let writer = GEOSWKBWriter_create_r(handle) else {
            preconditionFailure("GEOS gives a handle")
        }
        self.handle = handle
        self.reader = reader
        self.writer = writer
    }

    deinit {
        GEOSWKBReader_destroy_r(handle, reader)
        GEOSWKBWriter_destroy_r(handle, writer)
        GEOS_finish_r(handle)
    }

    /// Nil for a valid shape.
    func defect(of shape: PlaneShape) -> Defect? {
        guard let geometry = build(shape) else { return Defect(reason: "unreadable", place: PlanePoint(x: 0, y: 0)) }
        defer { GEOSGeom_destroy_r(handle, geometry) }
        var reason: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        let verdict = GEOSisValidDetail_r(handle, geometry, 0, &reason, &place)
        defer {
            if let reason { GEOSFree_r(handle, reason) }
            if let place { GEOSGeom_destroy_r(handle, place) }
        }
        if verdict == 1 { return nil }
        var point = PlanePoint(x: .nan, y: .nan)
        if let place {
            GEOSGeomGetX_r(handle, place, &point.x)
            GEOSGeomGetY_r(handle, place, &point.y)
        }
        return Defect(reason: reason.map { String(cString: $0) } ?? "unknown", place: point)
    }

    /// The areal part of the repaired shape; nil when GEOS gives up.
    func repaired(_ shape: PlaneShape, _ method: Method) -> PlaneShape? {
        guard let geometry = build(shape), let parameters = GEOSMakeValidParams_create_r(handle) else { return nil }
        defer {
            GEOSGeom_destroy_r(handle, geometry)
            GEOSMakeValidParams_destroy_r(handle, parameters)
        }
        GEOSMakeValidParams_setMethod_r(handle, parameters, method == .linework ? GEOS_MAKE_VALID_LINEWORK : GEOS_MAKE_VALID_STRUCTURE)
        GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
        guard let result = GEOSMakeValidWithParams_r(handle, geometry, parameters) else { return nil }
        defer { GEOSGeom_destroy_r(handle, result) }
        return readBack(result)
    }

    /// The land two shapes share, in square units; nil when GEOS gives up.
    func sharedArea(_ a: PlaneShape, _ b: PlaneShape) -> Double? {
        guard let first = build(a) else { return nil }
        defer { GEOSGeom_destroy_r(handle, first) }
        guard let second = build(b) else { return nil }
        defer { GEOSGeom_destroy_r(handle, second) }
        guard let shared = GEOSIntersection_r(handle, first, second) else { return nil }
        defer { GEOSGeom_destroy_r(handle, shared) }
        var area = 0.0
        return GEOSArea_r(handle, shared, &area) == 1 ? area : nil
    }

    private func build(_ shape: PlaneShape) -> OpaquePointer? {
        let bytes = shape.wellKnownBinary
        return GEOSWKBReader_read_r(handle, reader, bytes, bytes.count)
    }

    private func readBack(_ geometry: OpaquePointer) -> PlaneShape? {
        var size = 0
        guard let bytes = GEOSWKBWriter_write_r(handle, writer, geometry, &size) else { return nil }
        defer { GEOSFree_r(handle, bytes) }
        guard let decoded = WKB.decodeRaw(Array(UnsafeBufferPointer(start: bytes, count: size))) else { return nil }
        let polygons = SortedParts(decoded.geometry).polygons
        return PlaneShape(polygons: polygons.map { rings in rings.map { PlaneRing($0.dropLast()) } })
    }
}
