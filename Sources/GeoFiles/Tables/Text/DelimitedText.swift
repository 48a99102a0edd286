/// Comma- or tab-separated text, record by record (分隔文本): RFC 4180, forgiving.
struct DelimitedText: TableRecords {
    let merges: [CellRange] = []
    let delimiter: UInt8
    private let bytes: [UInt8]
    private var at = 0
    private var row = 0

    /// - Parameter delimiter: nil to take the one that cuts the first records most evenly.
    init(_ bytes: [UInt8], delimiter: UInt8? = nil) {
        self.bytes = bytes
        self.delimiter = delimiter ?? DelimitedText.likeliest(bytes)
    }

    mutating func rewind() {
        at = 0
        row = 0
    }

    /// A quote that is not closed before a delimiter is taken as a letter, and remarked.
    mutating func next() -> TableRecord? {
        guard at < bytes.count else { return nil }
        row += 1
        let start = at
        if let cells = cells(quoted: true) { return TableRecord(row: row, cells: cells, remarks: damage(cells)) }
        at = start
        let cells = cells(quoted: false) ?? []
        return TableRecord(row: row, cells: cells, remarks: [RowRemark(.noted, .sourceReportedTrouble, found: "\"")] + damage(cells))
    }

    private func damage(_ cells: [String?]) -> [RowRemark] {
        cells.enumerated().compactMap { column, text in
            guard let text, CellText.isDamagedNumber(text) else { return nil }
            return RowRemark(.noted, .longNumberDamaged, place: CellText.reference(row: row, column: column), found: text)
        }
    }

    /// The cells up to the end of the record; nil when a quote is not closed where a cell may end.
    private mutating func cells(quoted: Bool) -> [String?]? {
        var cells: [String?] = []
        while true {
            guard let text = cell(quoted: quoted) else { return nil }
            cells.append(DelimitedText.plain(text))
            guard at < bytes.count else { return cells }
            let stop = bytes[at]
            at += 1
            if stop == delimiter { continue }
            if stop == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
            return cells
        }
    }

    private mutating func cell(quoted: Bool) -> String? {
        if quoted, at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return quotedCell() }
        let start = at
        while at < bytes.count, !isStop(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quotedCell() -> String? {
        var text: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                text.append(byte)
                at += 1
                continue
            }
            guard at == bytes.count || isStop(bytes[at]) else { return nil }
            return String(decoding: text, as: UTF8.self)
        }
        return nil
    }

    private func isStop(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

    /// Undoes what is written to stop spreadsheets from computing: `="001"` and a leading apostrophe.
    private static func plain(_ text: String) -> String? {
        guard let text = CellText.clean(text) else { return nil }
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 { return CellText.clean(String(text.dropFirst(2).dropLast())) }
        let guarded: Set<Character> = ["=", "+", "-", "@"]
        if text.hasPrefix("'"), let second = text.dropFirst().first, guarded.contains(second) { return String(text.dropFirst()) }
        return text
    }

    /// Of comma, tab, semicolon and bar: the one that cuts most of the first 30 records into many cells of equal number.
    private static func likeliest(_ bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), 9, UInt8(ascii: ";"), UInt8(ascii: "|")]
        let scores = candidates.map { score(of: $0, bytes) }
        let best = scores.max() ?? 0
        return zip(candidates, scores).first { $1 == best }?.0 ?? candidates[0]
    }

    /// The median width times the records that have it.
    private static func score(of delimiter: UInt8, _ bytes: [UInt8]) -> Int {
        var text = DelimitedText(bytes, delimiter: delimiter)
        var widths: [Int] = []
        while widths.count < 30, let record = text.next() {
            if !record.isBlank { widths.append(record.cells.count) }
        }
        guard let median = widths.sorted()[safe: widths.count / 2], median > 1 else { return 0 }
        return median * widths.count { $0 == median }
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
