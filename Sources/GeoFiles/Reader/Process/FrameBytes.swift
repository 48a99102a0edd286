/// Puts numbers and texts into one frame (帧写入): little-endian, lengths before bytes.
struct FrameWriter {
    private(set) var bytes: [UInt8]

    init(_ kind: FrameKind, capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(kind.rawValue)
    }

    mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ value: Double) {
        put(value.bitPattern)
    }

    mutating func put(_ block: some Collection<UInt8>) {
        put(UInt32(block.count))
        if block.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil { bytes.append(contentsOf: block) }
    }
}

/// Takes them out again (帧读取); nil when the bytes are not there, for the process at the other end is not trusted.
/// Valid as long as the bytes it was given.
struct FrameReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func integer<T: FixedWidthInteger>(_: T.Type) -> T? {
        let size = MemoryLayout<T>.size
        guard bytes.count - offset >= size else { return nil }
        defer { offset += size }
        return T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    mutating func double() -> Double? {
        integer(UInt64.self).map { Double(bitPattern: $0) }
    }

    mutating func block() -> UnsafeRawBufferPointer? {
        guard let count = integer(UInt32.self), bytes.count - offset >= Int(count) else { return nil }
        defer { offset += Int(count) }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + Int(count))])
    }

    mutating func text() -> String? {
        block().flatMap { String(validating: $0, as: UTF8.self) }
    }
}

/// What a frame between the processes holds (帧类型).
enum FrameKind: UInt8 {
    /// JSON: the order from the parent.
    case order = 0x4F
    /// JSON `FileDescription`.
    case description = 0x44
    /// Binary `ImportedRow`.
    case row = 0x52
    /// JSON `ReadSummary`.
    case summary = 0x46
    /// JSON `FileError`.
    case failure = 0x45
    /// Free bytes, for the writer.
    case block = 0x42
    /// Patches and figures of an overlay, and how far it is.
    case patches = 0x50
    case figures = 0x47
    case progress = 0x48
}
