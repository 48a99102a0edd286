import LandGeometry

/// Well-known binary (OGC 06-103r4, ISO 13249-3): the form geometry has in stores and between processes.
public enum WKB {
    /// Little-endian MultiPolygon; every ring is written closed.
    public static func encode(_ shape: MultiPolygon) -> [UInt8] {
        var writer = WKBWriter(capacity: 9 + shape.positionCount * 16 + shape.polygons.count * 64)
        writer.header(.multiPolygon)
        writer.count(shape.polygons.count)
        for polygon in shape.polygons {
            writer.header(.polygon)
            writer.count(1 + polygon.holes.count)
            writer.ring(polygon.outer)
            for hole in polygon.holes { writer.ring(hole) }
        }
        return writer.bytes
    }

    /// Little-endian Point.
    public static func encode(_ point: Position) -> [UInt8] {
        encodeRaw(point: (x: point.longitude, y: point.latitude))
    }

    /// Nil for anything but a well-formed 2D Polygon or MultiPolygon of either byte order: every ring closed
    /// and of at least four points, every number finite, no byte left over.
    public static func decodeShape(_ bytes: [UInt8]) -> MultiPolygon? {
        bytes.withUnsafeBytes(decodeShape)
    }

    static func decodeShape(_ bytes: UnsafeRawBufferPointer) -> MultiPolygon? {
        var cursor = WKBCursor(bytes)
        guard let shape = cursor.shape(), cursor.isAtEnd else { return nil }
        return shape
    }

    /// Nil for anything but a well-formed 2D Point with finite numbers.
    public static func decodePoint(_ bytes: [UInt8]) -> Position? {
        bytes.withUnsafeBytes(decodePoint)
    }

    static func decodePoint(_ bytes: UnsafeRawBufferPointer) -> Position? {
        var cursor = WKBCursor(bytes)
        guard let header = cursor.header(), header.kind == .point, header.dimensions == 2,
            let x = cursor.double(), let y = cursor.double(), x.isFinite, y.isFinite, cursor.isAtEnd
        else { return nil }
        return Position(longitude: x, latitude: y)
    }
}

/// Geometry kinds by their ISO number (几何类型码).
enum WKBKind: UInt32 {
    case point = 1
    case line, polygon, multiPoint, multiLine, multiPolygon, collection
    case circularString, compoundCurve, curvePolygon, multiCurve, multiSurface
    case polyhedralSurface = 15
    case triangulatedSurface, triangle

    /// Arcs are stroked by whoever reads the file, before this decoder sees them.
    var isCurved: Bool { (8...12).contains(rawValue) }
}

extension WKBCursor {
    fileprivate mutating func shape() -> MultiPolygon? {
        guard let header = header(), header.dimensions == 2 else { return nil }
        switch header.kind {
        case .polygon:
            return polygon().map { MultiPolygon([$0]) }
        case .multiPolygon:
            guard let count = count(ofAtLeast: 9) else { return nil }
            var polygons: [Polygon] = []
            polygons.reserveCapacity(count)
            for _ in 0..<count {
                guard let part = self.header(), part.kind == .polygon, part.dimensions == 2, let polygon = polygon() else { return nil }
                polygons.append(polygon)
            }
            return MultiPolygon(polygons)
        default:
            return nil
        }
    }

    private mutating func polygon() -> Polygon? {
        guard let count = count(ofAtLeast: 4), count > 0, let outer = ring() else { return nil }
        var holes: [Ring] = []
        for _ in 1..<count {
            guard let hole = ring() else { return nil }
            holes.append(hole)
        }
        return Polygon(outer: outer, holes: holes)
    }

    private mutating func positions(_ count: Int) -> [Position]? {
        if let positions = pairs(count, as: Position.self) { return positions }
        var positions: [Position] = []
        positions.reserveCapacity(count)
        for _ in 0..<count {
            guard let x = double(), let y = double() else { return nil }
            positions.append(Position(longitude: x, latitude: y))
        }
        return positions
    }

    private mutating func ring() -> Ring? {
        guard let count = count(ofAtLeast: 16), count >= 4, var positions = positions(count) else { return nil }
        for position in positions where !position.longitude.isFinite || !position.latitude.isFinite { return nil }
        guard positions.first == positions.last else { return nil }
        positions.removeLast()
        return Ring(positions)
    }
}
