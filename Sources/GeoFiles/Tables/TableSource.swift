/// Tables and boundary-point texts as sources of rows (表格来源).
enum TableSource {
    /// Nil when the file is none of these formats, so that the vector drivers are asked.
    static func open(_ request: ReadRequest) throws(FileError) -> (any RowSource)? { nil }
}
