import CGDAL
import Foundation

/// GDAL as this program lets it run (GDAL 运行环境): in the reader process only, on its main thread only.
enum GDAL {
    /// Drivers that read what is in the file before them and nothing else.
    ///
    /// Left out on purpose: whatever opens addresses or servers (WFS, OAPIF, CSW, HTTP, PostgreSQL, MySQL, ODBC, Elasticsearch,
    /// Carto, AmigoCloud, PLScenes, NGW, EEDA, OGCAPI), files that name other files (VRT, GMLAS, OGDI, PDS4, NTF, SDTS, TIGER,
    /// EDIGEO), formats recognised by hardly anything in their bytes (WAsP, Selafin, Idrisi, VDV),
    /// outer programs (GPSBabel), PDF, rasters and grids (netCDF, PCIDSK, FITS, VICAR, JP2), and PGDump (writing only).
    static let allowedDrivers: Set<String> = [
        "ESRI Shapefile", "GPKG", "OpenFileGDB", "GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON", "LIBKML", "KML", "FlatGeobuf",
        "DXF", "CAD", "DGN", "GML", "NAS", "LVBAG", "MapInfo File", "S57", "OSM", "Interlis 1", "Interlis 2", "GeoRSS", "GPX",
        "AVCE00", "SQLite", "JML", "SXF", "VFK", "MVT", "MBTiles", "CSV", "XLS", "XLSX", "ODS",
    ]

    /// Of these, the ones that follow names in the file when nothing holds them: other tables of MapInfo, virtual tables of SpatiaLite,
    /// schemas of GML and INTERLIS, update cells of S-57, folders of tiles. Used behind the fence only.
    static let fencedDrivers: Set<String> = [
        "MapInfo File", "SQLite", "GML", "NAS", "LVBAG", "S57", "Interlis 1", "Interlis 2", "MVT", "MBTiles", "VFK",
    ]

    static func drivers(isFenced: Bool) -> Set<String> {
        isFenced ? allowedDrivers : allowedDrivers.subtracting(fencedDrivers)
    }

    static func start(workFolder: String, isFenced: Bool) {
        let allowed = drivers(isFenced: isFenced)
        GDALTrouble.listen()
        for (name, value) in settings { CPLSetConfigOption(name, value) }
        CPLSetConfigOption("CPL_TMPDIR", workFolder)
        CPLSetConfigOption("OGR_VFK_DB_NAME", workFolder + "/vfk.db")
        GDALAllRegister()
        for index in stride(from: GDALGetDriverCount() - 1, through: 0, by: -1) {
            guard let driver = GDALGetDriver(index), let name = GDALGetDriverShortName(driver) else { continue }
            if !allowed.contains(String(cString: name)) { GDALDeregisterDriver(driver) }
        }
    }

    private static let settings = [
        // No network: no schema downloads, no web file system, and a proxy that is not there.
        ("GML_DOWNLOAD_SCHEMA", "NO"), ("GML_SKIP_RESOLVE_ELEMS", "ALL"), ("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
        ("GDAL_HTTP_PROXY", "127.0.0.1:9"), ("GDAL_HTTP_TIMEOUT", "1"), ("GDAL_HTTP_CONNECTTIMEOUT", "1"), ("PROJ_NETWORK", "OFF"),
        ("AWS_NO_SIGN_REQUEST", "YES"), ("CPL_VSIL_USE_TEMP_FILE_FOR_RANDOM_WRITE", "NO"),
        // Text of DBF tables arrives as it is: the encoding is this program's decision.
        ("SHAPE_ENCODING", ""),
        // This GDAL rewrites every .shx it meets when told to restore: said only where one is missing, and only in the work folder.
        ("SHAPE_RESTORE_SHX", "NO"),
        // Styles of KML stay where they are.
        ("LIBKML_EXTERNAL_STYLE", "NO"), ("LIBKML_RESOLVE_STYLE", "NO"),
        ("OGR_SQLITE_LOAD_EXTENSIONS", ""), ("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"), ("GDAL_NUM_THREADS", "1"), ("GDAL_CACHEMAX", "64"),
        ("OGR_ENABLE_PARTIAL_REPROJECTION", "NO"), ("GML_ATTRIBUTES_TO_OGR_FIELDS", "NO"), ("DXF_MAX_BSPLINE_CONTROL_POINTS", "2000"),
    ]

    /// Gives C a NULL-terminated list of strings for the length of one call.
    static func withStrings<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
        var copies = strings.map { UnsafePointer(strdup($0)) }
        defer { for copy in copies { free(UnsafeMutableRawPointer(mutating: copy)) } }
        copies.append(nil)
        let result = copies.withUnsafeBufferPointer { body(strings.isEmpty ? nil : $0.baseAddress) }
        copies.removeLast()
        return result
    }
}
