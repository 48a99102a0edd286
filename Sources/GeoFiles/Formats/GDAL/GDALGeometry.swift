import CGDAL

/// The geometry of a feature as well-known binary (几何取出).
enum GDALGeometry {
    /// Degrees of arc between stroked points: a circle becomes 180 of them, within 0.02 % of its area.
    private static let degreesPerStep = 2.0

    static func read(_ feature: OGRFeatureH, into raw: inout RawRow) {
        guard let geometry = OGR_F_GetGeometryRef(feature) else { return }
        raw.geometry = wellKnownBinary(geometry)
        guard OGR_G_HasCurveGeometry(geometry, 1) != 0 else { return }
        guard let linear = OGR_G_GetLinearGeometry(geometry, degreesPerStep, nil) else { return }
        defer { OGR_G_DestroyGeometry(linear) }
        raw.stroked = wellKnownBinary(linear)
    }

    private static func wellKnownBinary(_ geometry: OGRGeometryH) -> [UInt8]? {
        let size = Int(OGR_G_WkbSize(geometry))
        var written = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            written = OGR_G_ExportToIsoWkb(geometry, wkbNDR, buffer.baseAddress) == OGRERR_NONE
            count = written ? size : 0
        }
        return written ? bytes : nil
    }
}

/// What a layer says about its coordinates (图层坐标声明).
enum GDALReference {
    static func declared(of layer: OGRLayerH) -> DeclaredCoordinates {
        guard let reference = OGR_L_GetSpatialRef(layer) else { return .none }
        if let authority = OSRGetAuthorityName(reference, nil), let code = OSRGetAuthorityCode(reference, nil),
            String(cString: authority) == "EPSG", let number = Int(String(cString: code))
        {
            return .epsg(number)
        }
        var text: UnsafeMutablePointer<CChar>?
        let failed = GDAL.withStrings(["FORMAT=WKT2_2019"]) { OSRExportToWktEx(reference, &text, $0) } != OGRERR_NONE
        defer { VSIFree(text) }
        guard !failed, let text else { return .none }
        let words = String(cString: text)
        return words.isEmpty ? .none : .wkt(words)
    }
}
