import LandGeometry

/// Writes little-endian well-known binary (二进制几何写出).
struct WKBWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func header(_ kind: WKBKind) {
        bytes.append(1)
        append(kind.rawValue)
    }

    mutating func count(_ count: Int) {
        append(UInt32(count))
    }

    mutating func point(_ x: Double, _ y: Double) {
        append(x.bitPattern)
        append(y.bitPattern)
    }

    /// A ring whose closing position is implied, written with it.
    mutating func ring(_ ring: Ring) {
        closed(ring.positions)
    }

    /// A ring of pairs of doubles (`Position`, `PlanePoint`), its first repeated at the end: copied as it lies in memory, for this
    /// program runs on little-endian machines only.
    mutating func closed<Pair>(_ ring: [Pair]) {
        precondition(MemoryLayout<Pair>.stride == 16 && 1.littleEndian == 1)
        guard let first = ring.first else { return count(0) }
        count(ring.count + 1)
        ring.withUnsafeBytes { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: first) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
