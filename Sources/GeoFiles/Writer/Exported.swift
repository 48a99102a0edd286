import LandGeometry

/// A table of features to be written to a file (导出表): columns with types, rows with ground.
public struct ExportTable: Sendable {
    public enum ColumnType: String, Codable, Sendable {
        case text, integer, real, date
    }
    public struct Column: Codable, Sendable, Equatable {
        /// Name for formats with long names: GeoPackage, GeoJSON, CSV, XLSX.
        public var title: String
        /// Name of at most 10 bytes in ASCII, for Shapefile.
        public var shortName: String
        public var type: ColumnType
        /// Width of the column in a spreadsheet, in characters.
        public var width: Int
        public init(title: String, shortName: String, type: ColumnType, width: Int = 14) {
            self.title = title
            self.shortName = shortName
            self.type = type
            self.width = width
        }
    }
    public enum Cell: Equatable, Sendable {
        case blank
        case text(String)
        case integer(Int)
        case real(Double)
        /// ISO day.
        case date(String)
    }
    public struct Row: Equatable, Sendable {
        public var cells: [Cell]
        public var shape: MultiPolygon?
        public var point: Position?
        public init(cells: [Cell], shape: MultiPolygon?, point: Position? = nil) {
            self.cells = cells
            self.shape = shape
            self.point = point
        }
    }
    public var name: String
    /// Heading above the table in spreadsheets.
    public var heading: String?
    public var columns: [Column]
    public var rows: [Row]

    public init(name: String, heading: String? = nil, columns: [Column], rows: [Row]) {
        self.name = name
        self.heading = heading
        self.columns = columns
        self.rows = rows
    }
}

/// Formats the ledger is exported to (导出格式).
public enum ExportFormat: String, CaseIterable, Codable, Sendable {
    case xlsx, gpkg, shp, geojson, csv
}

/// How a table is written (导出选项).
public struct ExportOptions: Codable, Equatable, Sendable {
    /// EPSG code the coordinates are written in; GeoJSON is always written in EPSG:4326-compatible degrees.
    public var epsg: Int
    /// Encoding of DBF and CSV text: `UTF-8` (CSV with byte order mark) or `GBK`.
    public var encoding: String

    public init(epsg: Int = 4490, encoding: String = "UTF-8") {
        self.epsg = epsg
        self.encoding = encoding
    }
}
