import Foundation

/// A table as CSV (导出 CSV, RFC 4180): UTF-8 with byte order mark, or GBK, as Chinese spreadsheets open by themselves.
///
/// Cells that a spreadsheet would compute (`=`, `+`, `-`, `@` in front of text) get an apostrophe; numbers do not.
struct DelimitedExport {
    private let table: ExportTable
    private let encoding: String

    init(_ table: ExportTable, encoding: String) {
        self.table = table
        self.encoding = encoding.uppercased()
    }

    func write(to path: String, _ cancellation: Cancellation) throws -> [RowRemark] {
        guard let file = fopen(path, "wb") else { throw failure(path) }
        var isOpen = true
        defer { if isOpen { fclose(file) } }
        var encoder = TextFitting(encoding: encoding)
        var block: [UInt8] = encoder.isGBK ? [] : [0xEF, 0xBB, 0xBF]
        try append(table.columns.map(\.title).map(DelimitedExport.quoted), row: 0, &block, &encoder)
        for (number, row) in table.rows.enumerated() {
            try append(row.cells.map(DelimitedExport.written), row: number + 1, &block, &encoder)
            guard block.count > 256 << 10 else { continue }
            try cancellation.check()
            guard fwrite(block, 1, block.count, file) == block.count else { throw failure(path) }
            block.removeAll(keepingCapacity: true)
        }
        guard fwrite(block, 1, block.count, file) == block.count else { throw failure(path) }
        isOpen = false
        guard fclose(file) == 0 else { throw failure(path) }
        return encoder.remarks
    }

    private func failure(_ path: String) -> FileError { .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }

    private func append(_ cells: [String], row: Int, _ block: inout [UInt8], _ encoder: inout TextFitting) throws {
        block.append(contentsOf: encoder.bytes(cells.joined(separator: ",") + "\r\n", place: "row \(row)"))
    }

    private static func written(_ cell: ExportTable.Cell) -> String {
        switch cell {
        case .blank: ""
        case .text(let text): quoted(guarded(text))
        case .integer(let number): String(number)
        case .real(let number): number.isFinite ? "\(number)" : ""
        case .date(let day): quoted(guarded(day))
        }
    }

    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
