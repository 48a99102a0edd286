import Foundation

/// Finds the data sets in an unpacked archive or a folder (数据集查找).
enum DatasetFinder {
    private static let vectorEndings: Set<String> = [
        "shp", "gpkg", "geojson", "json", "kml", "fgb", "dxf", "dwg", "dgn", "gml", "tab", "mif", "sqlite", "db", "000", "osm", "gpx",
        "itf", "xtf",
        "jml", "sxf", "e00", "xml", "mbtiles", "geojsonl", "topojson",
    ]
    private static let tableEndings: Set<String> = ["csv", "xlsx", "xls", "txt", "ods", "dbf"]

    /// Vector data sets in path order; tables only where there are none.
    static func find(in folder: String) -> [String] {
        let files = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
        let geodatabases = geodatabases(files, in: folder)
        let loose = files.filter { file in !geodatabases.contains { file.hasPrefix($0 + "/") || $0.isEmpty } }
        let stems = Set(loose.filter { ending($0) == "shp" || ending($0) == "tab" }.map(stem))
        let vectors = loose.filter { vectorEndings.contains(ending($0)) && !$0.lowercased().hasSuffix(".shp.xml") }
        let found = geodatabases.map { $0.isEmpty ? folder : folder + "/" + $0 } + vectors.map { folder + "/" + $0 }
        if !found.isEmpty { return found }
        return loose.filter { tableEndings.contains(ending($0)) && !stems.contains(stem($0)) }.map { folder + "/" + $0 }
    }

    /// Folders that hold a file geodatabase's first table; the archive's root may be one itself.
    private static func geodatabases(_ files: [String], in folder: String) -> [String] {
        files.filter { ($0 as NSString).lastPathComponent.lowercased() == "a00000001.gdbtable" }
            .map { ($0 as NSString).deletingLastPathComponent }
    }

    private static func ending(_ file: String) -> String { (file as NSString).pathExtension.lowercased() }
    private static func stem(_ file: String) -> String { (file as NSString).deletingPathExtension.lowercased() }
}
