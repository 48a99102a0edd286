import Foundation

/// The head of a dBASE table and a look through its text (DBF 表头).
struct DBFTable {
    struct Column {
        var offset: Int
        var length: Int
    }
    var languageByte: UInt8
    var announcedRecords: Int
    /// Records marked as deleted: not read, but told.
    var deletedRecords = 0
    var headerLength: Int
    var recordLength: Int
    var textColumns: [Column]
    var names: [[UInt8]]
    /// Whole records the file's size holds.
    var presentRecords: Int
    var evidence = TextEvidence()

    /// Nil when the bytes are no dBASE table.
    init?(path: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped), data.count >= 32 else { return nil }
        let bytes = data.withUnsafeBytes { Self.head($0) }
        guard let bytes else { return nil }
        self = bytes
        data.withUnsafeBytes { scan($0) }
    }

    private init(_ head: UnsafeRawBufferPointer, headerLength: Int, recordLength: Int) {
        languageByte = head[29]
        announcedRecords = Int(UInt32(littleEndian: head.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        self.headerLength = headerLength
        self.recordLength = recordLength
        textColumns = []
        names = []
        presentRecords = recordLength > 0 ? max(0, head.count - headerLength) / recordLength : 0
    }

    private static func head(_ bytes: UnsafeRawBufferPointer) -> DBFTable? {
        let headerLength = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
        let recordLength = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 10, as: UInt16.self)))
        guard headerLength >= 32, headerLength <= bytes.count, recordLength > 0 else { return nil }
        var table = DBFTable(bytes, headerLength: headerLength, recordLength: recordLength)
        var column = 1
        for offset in stride(from: 32, through: headerLength - 32, by: 32) {
            if bytes[offset] == 0x0D { break }
            let length = Int(bytes[offset + 16])
            table.names.append(Array(bytes[offset..<(offset + 11)].prefix { $0 != 0 }))
            if bytes[offset + 11] == UInt8(ascii: "C") { table.textColumns.append(Column(offset: column, length: length)) }
            column += length
        }
        return table
    }

    private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        for name in names { name.withUnsafeBytes { evidence.look(at: $0) } }
        for index in 0..<min(announcedRecords, presentRecords) {
            let start = headerLength + index * recordLength
            if bytes[start] == UInt8(ascii: "*") { deletedRecords += 1 }
            for column in textColumns where column.offset + column.length <= recordLength {
                let from = start + column.offset
                evidence.look(at: UnsafeRawBufferPointer(rebasing: bytes[from..<(from + column.length)]), mayBeCut: true)
            }
        }
    }
}

/// What the bytes themselves say about their encoding (编码证据).
struct TextEvidence: Equatable {
    /// Every text so far is UTF-8, a last character cut off by the field's width allowed.
    var isUTF8 = true
    /// Characters of three or four bytes in valid UTF-8: many of them do not come about by chance.
    var longCharacters = 0
    var isASCII = true

    mutating func look(at bytes: UnsafeRawBufferPointer, mayBeCut: Bool = false) {
        if bytes.allSatisfy({ $0 < 0x80 }) { return }
        isASCII = false
        guard isUTF8 else { return }
        for cut in 0...(mayBeCut ? min(3, bytes.count) : 0) {
            let part = UnsafeRawBufferPointer(rebasing: bytes.dropLast(cut))
            guard String(validating: part, as: UTF8.self) != nil else { continue }
            longCharacters += part.count { $0 >= 0xE0 }
            return
        }
        isUTF8 = false
    }
}
