import Foundation

/// One column of a .dbf from front to back (属性列).
final class DBFColumn {
    let records: Int
    private let stream: ByteStream
    private let width: Int
    private let cell: Range<Int>?

    /// Nil for a table that is none, and when the column is no text.
    init?(path: String, column: Int?, fields wanted: Int) throws(FileError) {
        stream = try ByteStream(path: path)
        let head = try stream.take(32) { (bytes) throws(FileError) in
            (bytes.number(at: 4, as: UInt32.self), bytes.number(at: 8, as: UInt16.self), bytes.number(at: 10, as: UInt16.self))
        }
        guard let head, let count = head.0, let first = head.1, let width = head.2, first > 32, width > 0 else { return nil }
        var fields: [(kind: UInt8, width: Int)] = []
        for _ in 0..<((Int(first) - 33) / 32) {
            guard let field = try stream.take(32, { (it) throws(FileError) in (it[11], Int(it[16])) }) else { return nil }
            fields.append(field)
        }
        guard fields.count == wanted else { return nil }
        records = Int(count)
        self.width = Int(width)
        if let column {
            guard fields.indices.contains(column), fields[column].kind == UInt8(ascii: "C") else { return nil }
            let start = 1 + fields[..<column].reduce(0) { $0 + $1.width }
            guard start + fields[column].width <= self.width else { return nil }
            cell = start..<(start + fields[column].width)
        } else {
            cell = nil
        }
        stream.seek(to: Int(first))
    }

    /// Gives the next record's cell, nil when blank, unless the record is marked as deleted.
    func next(_ body: (UnsafeRawBufferPointer?) throws(FileError) -> Void) throws(FileError) -> Bool {
        let isLive = try stream.take(width) { (bytes) throws(FileError) in
            if bytes[0] == UInt8(ascii: "*") { return false }
            try body(cell.flatMap { trimmed(UnsafeRawBufferPointer(rebasing: bytes[$0])) })
            return true
        }
        guard let isLive else { throw .fileMustBeWhole(found: "dbf: \(records) records announced") }
        return isLive
    }

    private func trimmed(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        var end = cell.count
        while end > 0, cell[end - 1] == 32 || cell[end - 1] == 0 { end -= 1 }
        return end == 0 ? nil : UnsafeRawBufferPointer(rebasing: cell[..<end])
    }
}
