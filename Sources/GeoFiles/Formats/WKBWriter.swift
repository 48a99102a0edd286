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
        guard let first = ring.positions.first else { return count(0) }
        count(ring.positions.count + 1)
        for position in ring.positions { point(position.longitude, position.latitude) }
        point(first.longitude, first.latitude)
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
