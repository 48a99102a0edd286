import GeoFiles

/// The old ledger as Excel holds it (旧台账表): a merged title, a header of two rows, towns merged downwards,
/// long numbers some of which Excel has taken for numbers and so damaged.
struct OldLedgerFile {
    let rows: [OldLedgerRow]

    private static let firstRow = 4
    private static let border = SpreadsheetWriter.Style(hasBorder: true)
    private static let heading = SpreadsheetWriter.Style(isBold: true, alignment: .centre, hasBorder: true, wraps: true)

    init(_ rows: [OldLedgerRow]) {
        self.rows = rows.sorted { ($0.town, $0.year, $0.number) < ($1.town, $1.year, $1.number) }
    }

    /// Blocks while libxlsxwriter works.
    func write(to path: String) throws(FileError) {
        let writer = try SpreadsheetWriter(path: path)
        writer.addSheet("历年台账", widths: [6, 22, 14, 12, 14, 10, 10, 12, 8, 14, 26])
        writer.merge(
            rows: 0...0, columns: 0...10, text: CountyNames.county + "违法用地历史台账（2014—2018年）",
            style: .init(isBold: true, size: 16, alignment: .centre))
        writer.merge(rows: 1...1, columns: 0...10, text: "填报单位：示范县自然资源局　　　　单位：亩", style: .init(alignment: .right))
        writeHeader(writer)
        for i in rows.indices { writeRow(i, writer) }
        mergeTowns(writer)
        try writer.finish()
    }

    private func writeHeader(_ writer: SpreadsheetWriter) {
        let tall = [(0, "序号"), (1, "台账编号"), (2, "乡镇"), (3, "村"), (4, "用地主体类型"), (8, "年度"), (9, "整改状态"), (10, "备注")]
        for (column, title) in tall { writer.merge(rows: 2...3, columns: column...column, text: title, style: Self.heading) }
        writer.merge(rows: 2...2, columns: 5...7, text: "占地面积（亩）", style: Self.heading)
        for (column, title) in [(5, "总面积"), (6, "耕地"), (7, "永久基本农田")] {
            writer.write(.text(title), row: 3, column: column, style: Self.heading)
        }
        writer.freeze(rows: Self.firstRow)
    }

    private func writeRow(_ i: Int, _ writer: SpreadsheetWriter) {
        let row = rows[i]
        let number: SpreadsheetWriter.Value = row.numberIsDamaged ? .number(Double(row.number) ?? 0) : .text(row.number)
        let values: [SpreadsheetWriter.Value] = [
            .number(Double(i + 1)), number, .text(row.town), .text(row.village), .text(row.party), .number(row.area),
            .number(row.cultivated),
            .number(row.farmland), .number(Double(row.year)), .text(row.status), row.remarks.isEmpty ? .blank : .text(row.remarks),
        ]
        for (column, value) in values.enumerated() where column != 2 || !isMerged(i) {
            writer.write(value, row: Self.firstRow + i, column: column, style: Self.border)
        }
    }

    private func isMerged(_ i: Int) -> Bool {
        (i > 0 && rows[i - 1].town == rows[i].town) || (i + 1 < rows.count && rows[i + 1].town == rows[i].town)
    }

    private func mergeTowns(_ writer: SpreadsheetWriter) {
        var start = 0
        for i in rows.indices where i + 1 == rows.count || rows[i + 1].town != rows[i].town {
            if i > start {
                writer.merge(
                    rows: (Self.firstRow + start)...(Self.firstRow + i), columns: 2...2, text: rows[i].town,
                    style: .init(alignment: .centre, hasBorder: true))
            }
            start = i + 1
        }
    }
}
