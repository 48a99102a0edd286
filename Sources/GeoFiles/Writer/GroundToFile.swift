import CGDAL

/// From EPSG:4490 to the coordinates of the file (坐标转换), east before north.
///
/// GeoJSON takes the degrees of CGCS2000 as those of WGS 84: the two differ by centimetres, and no published
/// transformation is better than none.
final class GroundToFile {
    let system: OGRSpatialReferenceH
    private let change: OGRCoordinateTransformationH?

    init(_ order: WriteOrder) throws(FileError) {
        let code = order.format == .geojson ? 4326 : order.options.epsg
        guard let system = GroundToFile.system(code) else {
            throw .coordinatesMustBeNamed(found: "EPSG:\(code)", candidates: [])
        }
        var change: OGRCoordinateTransformationH?
        if order.format != .geojson, code != 4490 {
            let ground = GroundToFile.system(4490)
            defer { OSRRelease(ground) }
            change = OCTNewCoordinateTransformation(ground, system)
            guard change != nil else {
                OSRRelease(system)
                throw .transformationMustBeUsable(found: "EPSG:4490 → EPSG:\(code)")
            }
        }
        self.system = system
        self.change = change
    }

    deinit {
        if let change { OCTDestroyCoordinateTransformation(change) }
        OSRRelease(system)
    }

    private static func system(_ code: Int) -> OGRSpatialReferenceH? {
        guard let system = OSRNewSpatialReference(nil) else { return nil }
        guard OSRImportFromEPSG(system, Int32(code)) == OGRERR_NONE else {
            OSRRelease(system)
            return nil
        }
        OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        return system
    }

    /// The caller owns the result; nil when it cannot be made or transformed.
    func geometry(_ wkb: [UInt8]) -> OGRGeometryH? {
        var geometry: OGRGeometryH?
        guard OGR_G_CreateFromWkb(wkb, nil, &geometry, Int32(wkb.count)) == OGRERR_NONE, let geometry else { return nil }
        if let change, OGR_G_Transform(geometry, change) != OGRERR_NONE {
            OGR_G_DestroyGeometry(geometry)
            return nil
        }
        return geometry
    }
}
