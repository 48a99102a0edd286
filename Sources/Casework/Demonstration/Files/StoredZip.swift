/// A zip archive without compression (APPNOTE 4.3): same entries, same bytes.
struct StoredZip {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var size: UInt32
        var offset: UInt32
    }
    private var body = ByteWriter()
    private var entries: [Entry] = []

    /// - Parameter name: ASCII.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let entry = Entry(
            name: Array(name.utf8), checksum: StoredZip.checksum(content), size: UInt32(content.count), offset: UInt32(body.bytes.count))
        body.little(UInt32(0x0403_4B50))
        header(entry, into: &body)
        body.raw(entry.name)
        body.raw(content)
        entries.append(entry)
    }

    /// Version needed, flags, method, time and day (2019-04-10), checksum, sizes, name length, no extra field.
    private func header(_ entry: Entry, into writer: inout ByteWriter) {
        for word: UInt16 in [20, 0, 0, 0, (39 << 9) | (4 << 5) | 10] { writer.little(word) }
        writer.little(entry.checksum)
        writer.little(entry.size)
        writer.little(entry.size)
        writer.little(UInt16(entry.name.count))
        writer.little(UInt16(0))
    }

    /// The whole archive.
    func finished() -> [UInt8] {
        var directory = ByteWriter()
        for entry in entries {
            directory.little(UInt32(0x0201_4B50))
            directory.little(UInt16(20))
            header(entry, into: &directory)
            directory.zeros(10)
            directory.little(entry.offset)
            directory.raw(entry.name)
        }
        var all = body
        all.raw(directory.bytes)
        all.little(UInt32(0x0605_4B50))
        all.zeros(4)
        all.little(UInt16(entries.count))
        all.little(UInt16(entries.count))
        all.little(UInt32(directory.bytes.count))
        all.little(UInt32(body.bytes.count))
        all.zeros(2)
        return all.bytes
    }

    private static let table: [UInt32] = (0..<256).map { n in
        (0..<8).reduce(UInt32(n)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ (c >> 1) : c >> 1 }
    }

    /// CRC-32 of ISO 3309.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
