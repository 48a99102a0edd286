/// What FreeXL does not hand on of a workbook of Excel 97–2003 ([MS-XLS]): merged ranges and hidden rows, by sheet (工作表版式).
struct SheetLayouts {
    struct Layout {
        var merges: [CellRange] = []
        /// Rows from 1.
        var hiddenRows: Set<Int> = []
    }
    private(set) var sheets: [String: Layout] = [:]

    /// Records of the binary format that matter here ([MS-XLS] 2.3).
    private enum Kind {
        static let beginning = 0x0809
        static let end = 0x000A
        static let sheet = 0x0085
        static let merged = 0x00E5
        static let row = 0x0208
    }
    private static let mergeLimit = 200_000

    /// Empty for files of Excel 95 and before, which have no merged cells, and where the stream cannot be followed.
    init(_ file: [UInt8]) {
        guard let stream = CompoundFile(file)?.stream(named: "Workbook") else { return }
        var starts: [(name: String, at: Int)] = []
        Self.walk(stream, from: 0) { kind, record in
            if kind == Kind.sheet, let name = Self.name(record) { starts.append((name, LittleEndian.word32(record, 0))) }
        }
        for (name, at) in starts { sheets[name] = Self.layout(stream, at) }
    }

    private static func layout(_ stream: [UInt8], _ at: Int) -> Layout {
        var layout = Layout()
        walk(stream, from: at) { kind, record in
            switch kind {
            case Kind.merged where layout.merges.count < mergeLimit: layout.merges += merges(record)
            case Kind.row where LittleEndian.word16(record, 12) & 0x20 != 0: layout.hiddenRows.insert(LittleEndian.word16(record, 0) + 1)
            default: break
            }
        }
        return layout
    }

    /// The records of one substream; charts within it are passed over.
    private static func walk(_ stream: [UInt8], from start: Int, _ take: (Int, [UInt8]) -> Void) {
        var at = start
        var depth = 0
        while at >= 0, at + 4 <= stream.count {
            let (kind, length) = (LittleEndian.word16(stream, at), LittleEndian.word16(stream, at + 2))
            guard at + 4 + length <= stream.count else { return }
            if kind == Kind.beginning { depth += 1 }
            if kind == Kind.end { depth -= 1 }
            if depth <= 0 { return }
            if depth == 1, [Kind.sheet, Kind.merged, Kind.row].contains(kind) { take(kind, Array(stream[(at + 4)..<(at + 4 + length)])) }
            at += 4 + length
        }
    }

    private static func merges(_ record: [UInt8]) -> [CellRange] {
        (0..<LittleEndian.word16(record, 0)).compactMap { index in
            let at = 2 + index * 8
            guard at + 8 <= record.count else { return nil }
            let (top, bottom) = (LittleEndian.word16(record, at), LittleEndian.word16(record, at + 2))
            let (left, right) = (LittleEndian.word16(record, at + 4), LittleEndian.word16(record, at + 6))
            guard top <= bottom, left <= right, right < 256 else { return nil }
            return CellRange(rows: (top + 1)...(bottom + 1), columns: left...right)
        }
    }

    /// A short string: number of characters, then one byte each or two.
    private static func name(_ record: [UInt8]) -> String? {
        guard record.count >= 8 else { return nil }
        let (count, isWide) = (Int(record[6]), record[7] & 1 == 1)
        guard record.count >= 8 + count * (isWide ? 2 : 1) else { return nil }
        let units = (0..<count).map { isWide ? UInt16(LittleEndian.word16(record, 8 + 2 * $0)) : UInt16(record[8 + $0]) }
        return String(decoding: units, as: UTF16.self)
    }
}
