/// A table as an XLSX workbook (导出电子表格): heading over the width, head row frozen with filters, numbers with two decimals.
struct SheetExport {
    private let table: ExportTable

    init(_ table: ExportTable) {
        self.table = table
    }

    func write(to path: String, _ cancellation: Cancellation) throws -> [RowRemark] {
        let writer = try SpreadsheetWriter(path: path, inRowOrder: true)
        writer.addSheet(table.name, widths: table.columns.map { Double($0.width) })
        let head = writeHead(writer)
        for (number, row) in table.rows.enumerated() {
            if number % 1000 == 0 { try cancellation.check() }
            write(row, at: head + 1 + number, writer)
        }
        writer.freeze(rows: head + 1)
        if !table.columns.isEmpty { writer.filter(rows: head...max(head, head + table.rows.count), columns: 0...table.columns.count - 1) }
        try writer.finish()
        return []
    }

    /// - Returns: the row of the column titles.
    private func writeHead(_ writer: SpreadsheetWriter) -> Int {
        var row = 0
        if let heading = table.heading, !table.columns.isEmpty {
            writer.setRow(0, height: 30)
            writer.merge(
                rows: 0...0, columns: 0...table.columns.count - 1, text: heading, style: .init(isBold: true, size: 16, alignment: .centre))
            row = 1
        }
        let style = SpreadsheetWriter.Style(isBold: true, alignment: .centre, hasBorder: true, wraps: true, fill: 0xE8EEF4)
        for (column, title) in table.columns.map(\.title).enumerated() {
            writer.write(.text(title), row: row, column: column, style: style)
        }
        return row
    }

    private func write(_ row: ExportTable.Row, at line: Int, _ writer: SpreadsheetWriter) {
        for (column, cell) in row.cells.enumerated() {
            let (value, style) = SheetExport.written(cell)
            writer.write(value, row: line, column: column, style: style)
        }
    }

    private static let text = SpreadsheetWriter.Style(hasBorder: true)
    private static let whole = SpreadsheetWriter.Style(alignment: .right, hasBorder: true, format: "0")
    private static let real = SpreadsheetWriter.Style(alignment: .right, hasBorder: true, format: "0.00")
    private static let day = SpreadsheetWriter.Style(alignment: .centre, hasBorder: true, format: "yyyy-mm-dd")

    /// Whole numbers of 16 digits and more would lose their last ones: they are written as text.
    private static func written(_ cell: ExportTable.Cell) -> (SpreadsheetWriter.Value, SpreadsheetWriter.Style) {
        switch cell {
        case .blank: (.blank, text)
        case .text(let words): (.text(words), text)
        case .integer(let number) where abs(number) >= 1_000_000_000_000_000: (.text(String(number)), text)
        case .integer(let number): (.number(Double(number)), whole)
        case .real(let number): (.number(number), real)
        case .date(let day): (.date(day), SheetExport.day)
        }
    }
}
