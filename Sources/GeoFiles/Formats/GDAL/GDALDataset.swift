import CGDAL
import Foundation

/// An opened vector data set (数据集). Confined to the one thread of the reader process; closed with the value.
final class GDALDataset {
    let path: String
    let driver: String
    /// A Shapefile without .shx: it was rebuilt in the work folder.
    let rebuiltIndex: Bool
    private let handle: GDALDatasetH

    /// A layer as the catalogue lists it.
    struct Entry: Equatable {
        var index: Int32
        var name: String
        var geometry: String
        var hasGeometry: Bool
        var isAreal: Bool
        var features: Int?
    }

    /// More layers than this are listed no further.
    private static let layerLimit: Int32 = 2000

    /// - Throws: `fileMustBeWhole` when a driver recognised the file and gave up, `formatMustBeKnown` when none did.
    init(_ path: String, workFolder: String) throws(FileError) {
        _ = GDALTrouble.take()
        rebuiltIndex = path.hasPrefix(workFolder + "/") && Self.lacksIndex(path)
        CPLSetConfigOption("SHAPE_RESTORE_SHX", rebuiltIndex ? "YES" : "NO")
        defer { CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO") }
        let driver = GDALIdentifyDriverEx(path, UInt32(GDAL_OF_VECTOR), nil, nil).flatMap { GDALGetDriverShortName($0) }.map {
            String(cString: $0)
        }
        let options = driver == "GPKG" || driver == "SQLite" ? ["LIST_ALL_TABLES=NO"] : []
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        guard let handle = GDAL.withStrings(options, { GDALOpenEx(path, flags, nil, $0, nil) }) else {
            throw Self.failure(path, driver: driver, GDALTrouble.take())
        }
        self.handle = handle
        self.path = path
        self.driver = GDALGetDatasetDriver(handle).flatMap { GDALGetDriverShortName($0) }.map { String(cString: $0) } ?? ""
    }

    deinit {
        GDALClose(handle)
    }

    private static func lacksIndex(_ path: String) -> Bool {
        ["shp", "dbf"].contains((path as NSString).pathExtension.lowercased()) && Companions.find("shx", of: path) == nil
            && Companions.find("shp", of: path) != nil
    }

    private static func failure(_ path: String, driver: String?, _ trouble: [GDALTrouble.Message]) -> FileError {
        if let plain = ContentKind.contradiction(path) { return plain }
        if let others = MapInfoTable.others(namedBy: path) { return .filesMustComeTogether(found: others) }
        let told = trouble.filter {
            $0.isFailure && !$0.text.contains("not recognized as") && !$0.text.contains("does not exist in the file system")
        }
        if let driver { return .fileMustBeWhole(found: told.isEmpty ? driver : told.words) }
        if !told.isEmpty { return .fileMustBeWhole(found: told.words) }
        return .formatMustBeKnown(found: (path as NSString).pathExtension)
    }

    func layer(_ index: Int32) -> OGRLayerH? {
        GDALDatasetGetLayer(handle, index)
    }

    private static func isEmpty(_ layer: OGRLayerH) -> Bool {
        defer { OGR_L_ResetReading(layer) }
        guard let feature = OGR_L_GetNextFeature(layer) else { return true }
        OGR_F_Destroy(feature)
        return false
    }

    /// The layers in file order. Where a format does not count and has several, a layer without a first feature is empty;
    /// OpenStreetMap's cannot be looked into one by one.
    var entries: [Entry] {
        let looks = GDALDatasetGetLayerCount(handle) > 1 && driver != "OSM"
        return (0..<min(GDALDatasetGetLayerCount(handle), Self.layerLimit)).compactMap { index in
            guard let layer = layer(index) else { return nil }
            let type = OGR_L_GetGeomType(layer)
            let flat = OGR_GT_Flatten(type)
            let told = OGR_L_GetFeatureCount(layer, 0)
            let count = told < 0 && looks && Self.isEmpty(layer) ? 0 : told
            return Entry(
                index: index, name: OGR_L_GetName(layer).map { GDALText.readable($0) } ?? "",
                geometry: OGRGeometryTypeToName(type).map { String(cString: $0) } ?? "", hasGeometry: type != wkbNone,
                isAreal: OGR_GT_IsSubClassOf(OGR_GT_GetLinear(flat), wkbPolygon) != 0 || flat == wkbMultiPolygon || flat == wkbMultiSurface,
                features: count >= 0 ? Int(exactly: count) : nil)
        }
    }
}
