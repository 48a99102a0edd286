/// What the writing process is told first (写出指令), as JSON; the rows follow in frames.
struct WriteOrder: Codable {
    /// Always `write`: `ReaderProcess` reads it to know whom to call.
    var verb = "write"
    /// A private folder the parent made and removes.
    var workFolder: String
    /// Where the file is written; the parent renames it.
    var path: String
    var format: ExportFormat
    var options: ExportOptions
    var name: String
    var description: String?
    var columns: [ExportTable.Column]
    /// Bytes of the longest text of each column, in the encoding; 0 for other types.
    var textWidths: [Int]
    var hasShapes: Bool
    var hasPoints: Bool
    var hasBare: Bool
    var rows: Int
}

/// What it answers when the file is whole (写出结果).
struct WriteReport: Codable {
    var rows: Int
    var remarks: [RowRemark]
}
