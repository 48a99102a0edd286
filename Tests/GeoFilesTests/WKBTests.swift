import LandGeometry
import Testing

@testable import GeoFiles

@Suite("Well-known binary") struct WKBTests {
    private let shape = MultiPolygon([
        Polygon(
            outer: Ring([
                Position(longitude: 117, latitude: 39), Position(longitude: 118, latitude: 39), Position(longitude: 118, latitude: 40),
            ]),
            holes: [
                Ring([
                    Position(longitude: 117.5, latitude: 39.1), Position(longitude: 117.6, latitude: 39.1),
                    Position(longitude: 117.6, latitude: 39.2),
                ])
            ])
    ])

    @Test("Ground comes back from the store as it went in") func roundTrip() {
        #expect(WKB.decodeShape(WKB.encode(shape)) == shape)
        #expect(WKB.decodeShape(WKB.encode(MultiPolygon([]))) == MultiPolygon([]))
        let point = Position(longitude: 117.123456789, latitude: 39.1)
        #expect(WKB.decodePoint(WKB.encode(point)) == point)
    }

    @Test("A cut or lengthened record is refused, wherever it is cut") func cut() {
        let bytes = WKB.encode(shape)
        for length in 0..<bytes.count { #expect(WKB.decodeShape(Array(bytes.prefix(length))) == nil, "cut at \(length)") }
        #expect(WKB.decodeShape(bytes + [0]) == nil)
        for length in 0..<bytes.count { #expect(WKB.decodeRaw(Array(bytes.prefix(length))) == nil, "raw, cut at \(length)") }
    }

    @Test("Any changed byte gives ground or nothing, never a crash") func changedBytes() {
        let bytes = WKB.encode(shape)
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                var changed = bytes
                changed[index] = value
                _ = WKB.decodeShape(changed)
                _ = WKB.decodeRaw(changed)
            }
        }
    }

    @Test("A polygon written with the other byte order is read") func bigEndian() {
        var bytes: [UInt8] = [0, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 4]
        for value in [1.0, 1, 2, 1, 2, 2, 1, 1] { withUnsafeBytes(of: value.bitPattern.bigEndian) { bytes += $0 } }
        #expect(WKB.decodeShape(bytes)?.polygons.first?.outer.positions.count == 3)
    }

    @Test("Heights are not ground: only the raw decoder takes them, and says so") func heights() throws {
        var bytes: [UInt8] = [1, 0xE9, 3, 0, 0]
        for value in [117.0, 39, 12.5] { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
        #expect(WKB.decodePoint(bytes) == nil)
        let decoded = try #require(WKB.decodeRaw(bytes))
        #expect(decoded == DecodedGeometry(geometry: .point(PlanePoint(x: 117, y: 39)), hasHeight: true, positions: 1))
    }

    @Test("Collections nested deeper than eight are refused") func nesting() {
        func nested(_ depth: Int) -> [UInt8] {
            depth == 0 ? WKB.encodeRaw(point: (x: 1, y: 2)) : [1, 7, 0, 0, 0, 1, 0, 0, 0] + nested(depth - 1)
        }
        #expect(WKB.decodeRaw(nested(8)) != nil)
        #expect(WKB.decodeRaw(nested(9)) == nil)
    }

    @Test("Open rings of a table are kept open for the check to see") func openRings() {
        let bytes = WKB.encodeRaw(parts: [[[(x: 0, y: 0), (x: 1, y: 0), (x: 1, y: 1)]]])
        #expect(WKB.decodeShape(bytes) == nil)
        #expect(WKB.decodeRaw(bytes)?.positions == 3)
    }
}
