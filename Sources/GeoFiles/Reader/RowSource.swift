/// A row before its coordinates are understood (原始行): text decoded, geometry in the file's own numbers.
struct RawRow: Equatable {
    /// From 1, in file order; for tables the row number a spreadsheet shows.
    var row: Int
    var values: [String?]
    /// ISO WKB in the file's coordinates, x east (or longitude) first; rings may be unclosed or broken.
    var geometry: [UInt8]?
    /// The same with arcs stroked, when the file's geometry has arcs.
    var stroked: [UInt8]? = nil
    var remarks: [RowRemark] = []
}

/// What a file says about its coordinates, before the values are looked at (坐标声明).
enum DeclaredCoordinates: Equatable {
    case none
    case epsg(Int)
    case wkt(String)
    /// A boundary-point TXT header: datum words, 3 or 6, zone number when given.
    case header(datum: String, zoneWidth: Int?, zone: Int?)
}

/// One layer of a foreign file, opened (读取源). The reader pipeline asks it for rows until nil,
/// decides the coordinates from `declared` and the values, then transforms, checks and repairs.
protocol RowSource {
    /// Everything but the coordinates, which the pipeline fills in.
    var description: FileDescription { get }
    var declared: DeclaredCoordinates { get }
    mutating func next() throws(FileError) -> RawRow?
    /// Starts again before the first row: the pipeline samples values before it decides.
    mutating func rewind() throws(FileError)
    /// Whether every row ought to have geometry: a row of a vector layer without any is refused, a row of a table is not.
    var promisesGeometry: Bool { get }
    /// Number of rows the file announces; fewer rows than this is a damaged file. Nil when it does not tell.
    var announcedRows: Int? { get }
    /// Whether closed lines stand for areas, as in drawings (DXF, DWG, DGN).
    var closedLinesAreAreas: Bool { get }
}

extension RowSource {
    var promisesGeometry: Bool { false }
    var announcedRows: Int? { nil }
    var closedLinesAreAreas: Bool { false }
}
