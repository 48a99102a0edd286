/// Puts numbers and texts into one frame (帧写入): little-endian, lengths before bytes.
struct FrameWriter {
    private(set) var bytes: [UInt8]

    init(_ kind: FrameKind) {
        bytes = [kind.rawValue]
    }

    mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ value: Double) {
        put(value.bitPattern)
    }

    mutating func put(_ block: some Collection<UInt8>) {
        put(UInt32(block.count))
        bytes.append(contentsOf: block)
    }
}

/// Takes them out again (帧读取); nil when the bytes are not there, for the process at the other end is not trusted.
struct FrameReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func integer<T: FixedWidthInteger>(_: T.Type) -> T? {
        let size = MemoryLayout<T>.size
        guard rest.count >= size else { return nil }
        let value = rest.withUnsafeBytes { $0.loadUnaligned(as: T.self) }
        rest = rest.dropFirst(size)
        return T(littleEndian: value)
    }

    mutating func double() -> Double? {
        integer(UInt64.self).map { Double(bitPattern: $0) }
    }

    mutating func block() -> ArraySlice<UInt8>? {
        guard let count = integer(UInt32.self), rest.count >= Int(count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
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
