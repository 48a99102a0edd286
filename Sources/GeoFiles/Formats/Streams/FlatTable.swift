/// A table of a flat buffer (FlatBuffers 表), every offset checked: bytes that lie say nil, never anything outside of them.
struct FlatTable {
    private let bytes: UnsafeRawBufferPointer
    private let start: Int
    private let slots: Range<Int>

    /// The root of a buffer.
    init?(root bytes: UnsafeRawBufferPointer) {
        guard let offset = bytes.number(at: 0, as: UInt32.self) else { return nil }
        self.init(bytes, at: Int(offset))
    }

    private init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        guard let back = bytes.number(at: start, as: Int32.self) else { return nil }
        let table = start - Int(back)
        guard let size = bytes.number(at: table, as: UInt16.self), size >= 4, table <= bytes.count - Int(size) else { return nil }
        self.bytes = bytes
        self.start = start
        slots = (table + 4)..<(table + Int(size))
    }

    /// Where a field stands; nil for one that is left out.
    private func field(_ number: Int) -> Int? {
        let slot = slots.lowerBound + number * 2
        guard slot + 2 <= slots.upperBound, let offset = bytes.number(at: slot, as: UInt16.self), offset > 0 else { return nil }
        return start + Int(offset)
    }

    func number<T: FixedWidthInteger>(_ field: Int, or absent: T) -> T? {
        guard let place = self.field(field) else { return absent }
        return bytes.number(at: place, as: T.self)
    }

    func table(_ field: Int) -> FlatTable? {
        guard let place = self.field(field), let offset = bytes.number(at: place, as: UInt32.self) else { return nil }
        return FlatTable(bytes, at: place + Int(offset))
    }

    /// The bytes of a vector of elements of some size, and how many there are; nil when it is left out or does not fit.
    func vector(_ field: Int, of size: Int) -> (bytes: UnsafeRawBufferPointer, count: Int)? {
        guard let place = self.field(field), let offset = bytes.number(at: place, as: UInt32.self) else { return nil }
        let head = place + Int(offset)
        guard let count = bytes.number(at: head, as: UInt32.self), Int(count) <= (bytes.count - head - 4) / size else { return nil }
        let first = head + 4
        return (UnsafeRawBufferPointer(rebasing: bytes[first..<(first + Int(count) * size)]), Int(count))
    }

    /// The tables of a vector of tables; nil when one of them is none.
    func tables(_ field: Int) -> [FlatTable]? {
        guard let place = self.field(field) else { return [] }
        guard let offset = bytes.number(at: place, as: UInt32.self), let (_, count) = vector(field, of: 4) else { return nil }
        let first = place + Int(offset) + 4
        var tables: [FlatTable] = []
        for slot in 0..<count {
            let at = first + slot * 4
            guard let step = bytes.number(at: at, as: UInt32.self), let table = FlatTable(bytes, at: at + Int(step)) else { return nil }
            tables.append(table)
        }
        return tables
    }

    func text(_ field: Int) -> String? {
        vector(field, of: 1).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
