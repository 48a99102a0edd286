/// A table as a source of rows (表格读取源): titles skipped, names found, values by column, a point where the columns give one.
struct TableRowSource: RowSource {
    private(set) var description: FileDescription
    private(set) var declared = DeclaredCoordinates.none
    private var records: any TableRecords
    private let header: TableHeader
    private let rule: CoordinateRule
    private let checksText: Bool

    /// What the format knows about the table.
    struct Table {
        var format: String
        var layer: String
        var layers: [String]
        var encoding: String?
        var encodingBasis: String?
        var remarks: [RowRemark] = []
        /// Whether text may hold U+FFFD for what could not be decoded.
        var isDamaged = false
        /// Names of columns when the format has them; else they are looked for.
        var names: [String]?
    }

    init(_ table: Table, records: any TableRecords, request: ReadRequest) throws(FileError) {
        self.records = records
        let sample = try TableRowSource.sample(&self.records)
        header = TableRowSource.header(table, sample, records.merges)
        let lastRow = header.lastRow
        let data = sample.filter { $0.row > lastRow && !$0.isBlank }
        rule = try CoordinateRule.find(names: header.names, sample: data, named: request.columns)
        checksText = table.isDamaged
        description = TableRowSource.describe(table, header: header, rule: rule)
        if case .wkt(let column) = rule, let srid = data.lazy.compactMap({ $0[column].flatMap(WellKnownText.init)?.srid }).first {
            declared = .epsg(srid)
        }
    }

    private static func sample(_ records: inout any TableRecords) throws(FileError) -> [TableRecord] {
        var sample: [TableRecord] = []
        while sample.count < 200, let record = try records.next() { sample.append(record) }
        try records.rewind()
        return sample
    }

    private static func header(_ table: Table, _ sample: [TableRecord], _ merges: [CellRange]) -> TableHeader {
        if let names = table.names { return TableHeader(names: names, lastRow: 0, titles: []) }
        if let header = TableHeader.find(in: sample, merges: merges) { return header }
        let width = sample.map(\.cells.count).max() ?? 0
        return TableHeader(names: HeaderNames.unique(Array(repeating: nil, count: width)), lastRow: 0, titles: [])
    }

    private static func describe(_ table: Table, header: TableHeader, rule: CoordinateRule) -> FileDescription {
        let geometry =
            switch rule {
            case .none: "None"
            case .columns: "Point"
            case .wkt: "Unknown"
            }
        var remarks = table.remarks
        if !header.titles.isEmpty {
            remarks.append(RowRemark(.noted, .titleRowsSkipped, found: header.titles.joined(separator: " · ").prefix(200).description))
        }
        return FileDescription(
            format: table.format,
            layers: table.layers.map { .init(name: $0, geometry: $0 == table.layer ? geometry : "Unknown", features: nil) },
            layer: table.layer, fields: header.names, coordinates: nil, coordinatesBasis: nil, encoding: table.encoding,
            encodingBasis: table.encodingBasis, remarks: remarks)
    }

    mutating func rewind() throws(FileError) { try records.rewind() }

    mutating func next() throws(FileError) -> RawRow? {
        while let record = try records.next() {
            if record.row > header.lastRow, !record.isBlank { return row(record) }
        }
        return nil
    }

    private func row(_ record: TableRecord) -> RawRow {
        let width = header.names.count
        var row = RawRow(row: record.row, values: fitted(record.cells, to: width), geometry: nil, remarks: record.remarks)
        let surplus = record.cells.dropFirst(width).compactMap { $0 }
        if !surplus.isEmpty {
            row.remarks.append(
                RowRemark(
                    .noted, .sourceReportedTrouble, place: CellText.reference(row: record.row, column: width),
                    found: surplus.joined(separator: " · ")))
        }
        if checksText { row.remarks += undecoded(row.values) }
        let (wkb, remark) = rule.geometry(of: record, names: header.names)
        row.geometry = wkb
        if let remark { row.remarks.append(remark) }
        return row
    }

    private func fitted(_ cells: [String?], to width: Int) -> [String?] {
        if cells.count == width { return cells }
        return cells.count > width ? Array(cells[..<width]) : cells + Array(repeating: nil, count: width - cells.count)
    }

    private func undecoded(_ values: [String?]) -> [RowRemark] {
        values.enumerated().compactMap { column, text in
            guard let text, text.unicodeScalars.contains("\u{FFFD}") else { return nil }
            return RowRemark(.noted, .textMustDecode, place: header.names[column], found: text)
        }
    }
}
