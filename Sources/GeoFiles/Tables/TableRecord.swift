/// A row of a table before its header is known (记录).
struct TableRecord: Equatable {
    /// As a spreadsheet counts, from 1.
    var row: Int
    /// Trimmed; nil for blank.
    var cells: [String?]
    var remarks: [RowRemark] = []

    var isBlank: Bool { cells.allSatisfy { $0 == nil } }

    subscript(column: Int) -> String? { column < cells.count ? cells[column] : nil }
}

/// The rows of a table in order, blank ones too or left out, rewindable.
protocol TableRecords {
    /// Merged ranges, for the header; empty for formats without.
    var merges: [CellRange] { get }
    mutating func next() throws(FileError) -> TableRecord?
    mutating func rewind() throws(FileError)
}

/// Records that are in memory already.
struct RecordList: TableRecords {
    var records: [TableRecord]
    var merges: [CellRange] = []
    private var at = 0

    init(_ records: [TableRecord], merges: [CellRange] = []) {
        self.records = records
        self.merges = merges
    }

    mutating func next() -> TableRecord? {
        guard at < records.count else { return nil }
        at += 1
        return records[at - 1]
    }

    mutating func rewind() { at = 0 }
}

/// A rectangle of cells (单元格区域): rows from 1 as a spreadsheet counts, columns from 0.
struct CellRange: Equatable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }
}
