/// A place in the plane of a file's own coordinates (平面点): x east or longitude, y north or latitude.
struct PlanePoint: Hashable {
    var x: Double
    var y: Double

    var isFinite: Bool { x.isFinite && y.isFinite }
}

typealias PlaneRing = [PlanePoint]

/// Geometry as a file holds it (原始几何), heights and measures left out: rings may be open, crossed, or of two points.
indirect enum RawGeometry: Equatable {
    /// Nil for the empty point.
    case point(PlanePoint?)
    case line([PlanePoint])
    /// Outer ring first.
    case polygon([PlaneRing])
    case collection([RawGeometry])
}

/// What the raw decoder found (解码结果).
struct DecodedGeometry: Equatable {
    var geometry: RawGeometry
    /// Whether any part carried a height or a measure.
    var hasHeight: Bool
    /// Number of positions over all parts.
    var positions: Int
}

extension WKB {
    /// Depth to which collections may stand within each other.
    static let nestingLimit = 8

    /// The geometry of any linear kind, however broken its rings; nil when the bytes are no such thing,
    /// hold arcs, or are nested deeper than `nestingLimit`.
    static func decodeRaw(_ bytes: [UInt8]) -> DecodedGeometry? {
        bytes.withUnsafeBytes { buffer in
            var decoder = RawDecoder(cursor: WKBCursor(buffer))
            guard let geometry = decoder.geometry(depth: 0), decoder.cursor.isAtEnd else { return nil }
            return DecodedGeometry(geometry: geometry, hasHeight: decoder.hasHeight, positions: decoder.positions)
        }
    }

    /// A MultiPolygon of planar parts, each a list of rings, outer first; rings are written as given, closed or not.
    static func encodeRaw(parts: [[[(x: Double, y: Double)]]]) -> [UInt8] {
        var writer = WKBWriter(capacity: 9 + parts.joined().joined().count * 16 + parts.count * 32)
        writer.header(.multiPolygon)
        writer.count(parts.count)
        for rings in parts {
            writer.header(.polygon)
            writer.count(rings.count)
            for ring in rings {
                writer.count(ring.count)
                for point in ring { writer.point(point.x, point.y) }
            }
        }
        return writer.bytes
    }

    /// A Point in planar or geographic numbers.
    static func encodeRaw(point: (x: Double, y: Double)) -> [UInt8] {
        var writer = WKBWriter(capacity: 21)
        writer.header(.point)
        writer.point(point.x, point.y)
        return writer.bytes
    }
}

private struct RawDecoder {
    var cursor: WKBCursor
    var hasHeight = false
    var positions = 0

    mutating func geometry(depth: Int) -> RawGeometry? {
        guard depth <= WKB.nestingLimit, let header = cursor.header() else { return nil }
        if header.dimensions > 2 { hasHeight = true }
        switch header.kind {
        case .point:
            return point(header.dimensions).map { .point($0.x.isNaN && $0.y.isNaN ? nil : $0) }
        case .line:
            return points(header.dimensions).map { .line($0) }
        case .polygon, .triangle:
            return rings(header.dimensions).map { .polygon($0) }
        case .multiPoint, .multiLine, .multiPolygon, .collection, .polyhedralSurface, .triangulatedSurface:
            return parts(depth: depth).map { .collection($0) }
        case .circularString, .compoundCurve, .curvePolygon, .multiCurve, .multiSurface:
            return nil
        }
    }

    private mutating func parts(depth: Int) -> [RawGeometry]? {
        guard let count = cursor.count(ofAtLeast: 9) else { return nil }
        var parts: [RawGeometry] = []
        parts.reserveCapacity(count)
        for _ in 0..<count {
            guard let part = geometry(depth: depth + 1) else { return nil }
            parts.append(part)
        }
        return parts
    }

    private mutating func rings(_ dimensions: Int) -> [PlaneRing]? {
        guard let count = cursor.count(ofAtLeast: 4) else { return nil }
        var rings: [PlaneRing] = []
        rings.reserveCapacity(count)
        for _ in 0..<count {
            guard let ring = points(dimensions) else { return nil }
            rings.append(ring)
        }
        return rings
    }

    private mutating func points(_ dimensions: Int) -> [PlanePoint]? {
        guard let count = cursor.count(ofAtLeast: 8 * dimensions) else { return nil }
        if dimensions == 2, let points = cursor.pairs(count, as: PlanePoint.self) {
            positions += count
            return points
        }
        var points: [PlanePoint] = []
        points.reserveCapacity(count)
        for _ in 0..<count {
            guard let point = point(dimensions) else { return nil }
            points.append(point)
        }
        return points
    }

    private mutating func point(_ dimensions: Int) -> PlanePoint? {
        guard let x = cursor.double(), let y = cursor.double() else { return nil }
        for _ in 2..<dimensions where cursor.double() == nil { return nil }
        positions += 1
        return PlanePoint(x: x, y: y)
    }
}
