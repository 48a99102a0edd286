import LandGeometry

/// Well-known binary (OGC 06-103r4, ISO 13249-3): the form geometry has in stores and between processes.
public enum WKB {
    /// Little-endian MultiPolygon.
    public static func encode(_ shape: MultiPolygon) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(9 + shape.positionCount * 16 + shape.polygons.count * 40)
        header(6, &bytes)
        count(shape.polygons.count, &bytes)
        for polygon in shape.polygons {
            header(3, &bytes)
            count(polygon.holes.count + 1, &bytes)
            for ring in polygon.rings {
                count(ring.positions.isEmpty ? 0 : ring.positions.count + 1, &bytes)
                for position in ring.positions { append(position, &bytes) }
                if let first = ring.positions.first { append(first, &bytes) }
            }
        }
        return bytes
    }

    public static func encode(_ point: Position) -> [UInt8] {
        var bytes: [UInt8] = []
        header(1, &bytes)
        append(point, &bytes)
        return bytes
    }

    /// Nil for anything but a well-formed 2D Polygon or MultiPolygon of either byte order.
    public static func decodeShape(_ bytes: [UInt8]) -> MultiPolygon? {
        bytes.withUnsafeBytes { buffer in
            var reader = WKBReader(bytes: buffer)
            guard let type = reader.header() else { return nil }
            if type == 3 { return reader.polygon().flatMap { reader.isAtEnd ? MultiPolygon([$0]) : nil } }
            guard type == 6, let count = reader.count(atLeast: 9) else { return nil }
            var polygons: [Polygon] = []
            for _ in 0..<count {
                guard reader.header() == 3, let polygon = reader.polygon() else { return nil }
                polygons.append(polygon)
            }
            return reader.isAtEnd ? MultiPolygon(polygons) : nil
        }
    }

    public static func decodePoint(_ bytes: [UInt8]) -> Position? {
        bytes.withUnsafeBytes { buffer in
            var reader = WKBReader(bytes: buffer)
            guard reader.header() == 1, let point = reader.position(), reader.isAtEnd else { return nil }
            return point
        }
    }

    private static func header(_ type: UInt32, _ bytes: inout [UInt8]) {
        bytes.append(1)
        withUnsafeBytes(of: type.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func count(_ count: Int, _ bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(_ position: Position, _ bytes: inout [UInt8]) {
        withUnsafeBytes(of: position.longitude.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: position.latitude.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

private struct WKBReader {
    let bytes: UnsafeRawBufferPointer
    var place = 0
    var isLittle = true

    var isAtEnd: Bool { place == bytes.count }

    mutating func header() -> UInt32? {
        guard place < bytes.count, bytes[place] <= 1 else { return nil }
        isLittle = bytes[place] == 1
        place += 1
        return word()
    }

    mutating func word() -> UInt32? {
        guard bytes.count - place >= 4 else { return nil }
        defer { place += 4 }
        let raw = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        return isLittle ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
    }

    /// A count of things that take at least `size` bytes each, so that a lying one is refused before memory is taken.
    mutating func count(atLeast size: Int) -> Int? {
        guard let count = word(), Int(count) * size <= bytes.count - place else { return nil }
        return Int(count)
    }

    mutating func position() -> Position? {
        guard bytes.count - place >= 16 else { return nil }
        defer { place += 16 }
        return Position(longitude: double(place), latitude: double(place + 8))
    }

    private func double(_ offset: Int) -> Double {
        let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return Double(bitPattern: isLittle ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
    }

    mutating func ring() -> Ring? {
        guard let count = count(atLeast: 16) else { return nil }
        var positions: [Position] = []
        positions.reserveCapacity(count)
        for _ in 0..<count {
            guard let position = position() else { return nil }
            positions.append(position)
        }
        if count > 1, positions.first == positions.last { positions.removeLast() }
        return Ring(positions)
    }

    mutating func polygon() -> Polygon? {
        guard let count = count(atLeast: 4), count > 0, let outer = ring() else { return nil }
        var holes: [Ring] = []
        for _ in 1..<count {
            guard let hole = ring() else { return nil }
            holes.append(hole)
        }
        return Polygon(outer: outer, holes: holes)
    }
}
