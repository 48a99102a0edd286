/// Bytes in the protocol-buffer wire format: varints, and fields of types 0, 1 and 2.
struct ProtocolBuffer {
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    @inline(__always)
    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func varint(_ value: UInt32) { varint(UInt64(value)) }

    /// Small numbers of either sign in few bytes.
    mutating func zigzag(_ value: Int32) {
        varint(UInt32(bitPattern: (value << 1) ^ (value >> 31)))
    }

    mutating func field(_ number: UInt32, varint value: UInt64) {
        varint(number << 3)
        varint(value)
    }

    mutating func field(_ number: UInt32, double value: Double) {
        varint(number << 3 | 1)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
        }
    }

    mutating func field(_ number: UInt32, text: String) {
        varint(number << 3 | 2)
        varint(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func field(_ number: UInt32, message: ProtocolBuffer) {
        varint(number << 3 | 2)
        varint(UInt64(message.bytes.count))
        bytes.append(contentsOf: message.bytes)
    }

    /// Appends fields that are encoded already.
    mutating func fields(_ other: ProtocolBuffer) { fields(other.bytes) }

    mutating func fields(_ other: [UInt8]) { bytes.append(contentsOf: other) }
}
