import Enforcement
import GeoFiles

/// A control layer of the demonstration county (示范图层): its features and how its file is imported.
public struct DemonstrationLayer: Sendable {
    public var layer: LayerName
    /// Title for people: `永久基本农田`.
    public var title: String
    /// Label of the version.
    public var version: String
    public var validFrom: Day
    public var validTo: Day?
    /// Approving document.
    public var approval: String?
    public var codeScheme: String?
    public var classField: String?
    /// Path in the demonstration's folder.
    public var file: String
    public var format: ExportFormat
    public var options: ExportOptions
    /// Name and columns are those of the standard table; shapes are in EPSG:4490.
    public var table: ExportTable
}

/// The columns and rows of a standard table (标准表), gathered feature by feature.
struct LayerTable {
    var name: String
    var columns: [ExportTable.Column]
    var rows: [ExportTable.Row] = []

    /// Columns as `NAME:type`, where type is `t`, `i`, `r` or `d`.
    init(_ name: String, _ columns: String) {
        self.name = name
        self.columns = columns.split(separator: " ").map { word in
            let parts = word.split(separator: ":").map { String($0) }
            let types: [String: ExportTable.ColumnType] = ["i": .integer, "r": .real, "d": .date]
            return ExportTable.Column(title: parts[0], shortName: parts[0], type: parts.count > 1 ? types[parts[1]] ?? .text : .text)
        }
    }

    /// Texts may be empty, which leaves the cell blank.
    mutating func add(_ cells: [ExportTable.Cell], _ ground: [PlanePolygon]) {
        rows.append(ExportTable.Row(cells: cells.map { $0 == .text("") ? .blank : $0 }, shape: ground.shape))
    }

    var table: ExportTable { ExportTable(name: name, columns: columns, rows: rows) }
}

extension ExportTable.Cell {
    /// An area of record: m² with two decimals.
    static func area(_ squareMetres: Double) -> ExportTable.Cell { .real((squareMetres * 100).rounded() / 100) }
}

extension Int {
    /// With leading zeros.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
