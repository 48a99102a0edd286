/// A sheet's rows as records (工作表记录): cells merged downwards are filled, hidden rows are there, with remarks.
struct SheetRecords: TableRecords {
    let merges: [CellRange]
    private var rows: [SheetRow]
    private var at = 0

    init(_ reader: SheetReader) {
        merges = reader.merges
        rows = reader.rows
        fillDown()
    }

    /// Rows of a workbook of Excel 97–2003, with the layout beside them.
    init(_ records: [TableRecord], _ layout: SheetLayouts.Layout) {
        merges = layout.merges
        rows = records.map { record in
            let cells = record.cells.enumerated().compactMap { column, text in text.map { (column: column, text: $0) } }
            let isHidden = layout.hiddenRows.contains(record.row)
            return SheetRow(number: record.row, isHidden: isHidden, cells: cells, remarks: record.remarks)
        }
        fillDown()
    }

    var isEmpty: Bool { rows.isEmpty }

    /// One for all rows that are hidden, with the first twenty numbers.
    var hiddenRemarks: [RowRemark] {
        let hidden = rows.filter(\.isHidden).map(\.number)
        if hidden.isEmpty { return [] }
        let numbers = hidden.prefix(20).map { String($0) }.joined(separator: ", ") + (hidden.count > 20 ? " …" : "")
        return [RowRemark(.noted, .hiddenRowsRead, place: numbers, found: String(hidden.count))]
    }

    mutating func next() -> TableRecord? {
        guard at < rows.count else { return nil }
        let row = rows[at]
        at += 1
        var cells = [String?](repeating: nil, count: (row.cells.map(\.column).max() ?? -1) + 1)
        for cell in row.cells { cells[cell.column] = cell.text }
        return TableRecord(row: row.number, cells: cells, remarks: row.remarks)
    }

    mutating func rewind() { at = 0 }

    /// A merged range holds its text in the upper left cell only; the rows below mean the same text in its first column.
    private mutating func fillDown() {
        let tall = merges.filter { $0.rows.count > 1 }
        guard !tall.isEmpty else { return }
        var index: [Int: Int] = [:]
        for (i, row) in rows.enumerated() { index[row.number] = i }
        for range in tall {
            guard let top = index[range.rows.lowerBound] else { continue }
            let column = range.columns.lowerBound
            guard let text = rows[top].cells.first(where: { $0.column == column })?.text else { continue }
            var below = top + 1
            while below < rows.count, rows[below].number <= range.rows.upperBound {
                fill(below, column, text)
                below += 1
            }
        }
    }

    private mutating func fill(_ row: Int, _ column: Int, _ text: String) {
        guard !rows[row].cells.contains(where: { $0.column == column }) else { return }
        rows[row].cells.append((column, text))
        let place = CellText.reference(row: rows[row].number, column: column)
        rows[row].remarks.append(RowRemark(.repaired, .mergedCellFilled, place: place, found: text))
    }
}
