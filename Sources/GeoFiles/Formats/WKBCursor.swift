/// Reads well-known binary without ever leaving its bytes (有界读取): every step answers nil when the bytes are not there.
struct WKBCursor {
    struct Header {
        var kind: WKBKind
        /// Numbers per position: 2, or 3 and 4 with Z and M.
        var dimensions: Int
    }

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var isBigEndian = false

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    /// Byte order, kind and dimensions, in the ISO form (1000s) and in the extended form (high bits, spatial reference skipped).
    mutating func header() -> Header? {
        guard let order = byte(), order <= 1 else { return nil }
        isBigEndian = order == 0
        guard var code = word() else { return nil }
        let hasZ = code & 0x8000_0000 != 0
        let hasM = code & 0x4000_0000 != 0
        if code & 0x2000_0000 != 0, word() == nil { return nil }
        code &= 0x0FFF_FFFF
        guard code < 4000, let kind = WKBKind(rawValue: code % 1000) else { return nil }
        let isoExtra = [0, 1, 1, 2][Int(code / 1000)]
        let extra = isoExtra > 0 ? isoExtra : (hasZ ? 1 : 0) + (hasM ? 1 : 0)
        return Header(kind: kind, dimensions: 2 + extra)
    }

    /// A count of things that take at least `size` bytes each; nil when the rest of the bytes cannot hold them,
    /// so that a forged count never reserves memory.
    mutating func count(ofAtLeast size: Int) -> Int? {
        guard let word = word() else { return nil }
        let count = Int(word)
        return count <= (bytes.count - offset) / size ? count : nil
    }

    mutating func double() -> Double? {
        guard offset + 8 <= bytes.count else { return nil }
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
        return Double(bitPattern: isBigEndian ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits))
    }

    /// `count` pairs of doubles as they lie in memory; nil for the other byte order, where each must be turned, and when they are not there.
    ///
    /// `Pair` is a structure of two doubles and nothing else.
    mutating func pairs<Pair>(_ count: Int, as _: Pair.Type) -> [Pair]? {
        let size = count * 16
        guard MemoryLayout<Pair>.stride == 16, !isBigEndian, size <= bytes.count - offset else { return nil }
        defer { offset += size }
        return [Pair](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + size)]))
            initialized = count
        }
    }

    private mutating func byte() -> UInt8? {
        guard offset < bytes.count else { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func word() -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        offset += 4
        return isBigEndian ? UInt32(bigEndian: bits) : UInt32(littleEndian: bits)
    }
}
