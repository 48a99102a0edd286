import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite("The drawing of a layer")
struct DrawingTests {
    typealias Path = [(x: Int, y: Int)]

    static func drawing(_ features: [PartitionMaker.Cell], name: String? = nil) throws -> LayerDrawing {
        var builder = LayerDrawingBuilder()
        for it in features { builder.add(number: it.number, code: it.code, name: name, shape: it.shape) }
        let path = NSTemporaryDirectory() + "landledger-drawing-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try builder.write(to: path, source: "test")
        return try #require(LayerDrawing(path: path, source: "test"))
    }

    static func doubleArea(_ ring: Path) -> Int {
        ring.indices.reduce(0) { sum, i in
            let (a, b) = (ring[i], ring[(i + 1) % ring.count])
            return sum + a.x * b.y - b.x * a.y
        }
    }

    /// How often the rings go round the point, outer rings and holes against each other.
    static func winding(_ x: Double, _ y: Double, _ rings: [Path]) -> Int {
        var winding = 0
        for ring in rings {
            for i in ring.indices {
                let (a, b) = (ring[i], ring[(i + 1) % ring.count])
                guard (Double(a.y) > y) != (Double(b.y) > y) else { continue }
                let at = Double(a.x) + (y - Double(a.y)) / Double(b.y - a.y) * Double(b.x - a.x)
                if at > x { winding += b.y > a.y ? 1 : -1 }
            }
        }
        return winding
    }

    static func address(_ zoom: Int, _ longitude: Double, _ latitude: Double) throws -> TileAddress {
        let n = Double(1 << zoom)
        let y = 0.5 - log(tan(.pi / 4 + latitude * .pi / 360)) / (2 * .pi)
        return try #require(TileAddress(zoom: zoom, column: Int((longitude / 360 + 0.5) * n), row: Int(y * n)))
    }

    static func rings(_ bytes: [UInt8]) throws -> [Path] {
        try #require(DecodedTile(bytes)).layers.filter { $0.name == "features" }.flatMap(\.features).flatMap(\.paths)
    }

    @Test("Parcels that share their borders leave no crack between them and do not overlap, at any zoom", arguments: 7...18)
    func noCracks(zoom: Int) throws {
        let county = PartitionMaker(size: 0.5, cells: 48, bends: 12)
        let drawing = try Self.drawing(county.make())
        let tile = try Self.address(zoom, 118.25, 36.85)
        let rings = try Self.rings(drawing.tile(tile))
        let ground = tile.box()
        let isWithin =
            ground.west > county.west && ground.south > county.south && ground.east < county.west + county.size
            && ground.north < county.south + county.size
        var random = SplitMix(seed: UInt64(zoom))
        var (wrong, asked) = (0, 0)
        while asked < 1500 {
            let (u, v) = (random.next(), random.next())
            let longitude = ground.west + u * (ground.east - ground.west)
            let latitude = ground.north - v * (ground.north - ground.south)
            let inset = (ground.east - ground.west) / 400
            guard
                isWithin
                    || (longitude > county.west + inset && longitude < county.west + county.size - inset && latitude > county.south + inset
                        && latitude < county.south + county.size - inset)
            else { continue }
            asked += 1
            if Self.winding(u * 4096, v * 4096, rings) != 1 { wrong += 1 }
        }
        #expect(wrong <= 1, "\(wrong) of \(asked) points lie in no parcel or in two")
        if isWithin {
            let area = rings.reduce(0) { $0 + Self.doubleArea($1) }
            #expect(area == 2 * 4352 * 4352, "to the last square unit")
        }
    }

    /// Class and number of the feature that holds the point; classes only where small ground was gathered.
    private func holder(_ x: Double, _ y: Double, _ layer: DecodedTile.Layer) -> [String] {
        layer.features.filter { Self.winding(x, y, $0.paths) != 0 }.map { "\($0.properties["code"] ?? "") \($0.id.map(String.init) ?? "")" }
    }

    @Test("What lies on the edge of two tiles is drawn alike in both", arguments: [10, 11, 12, 13, 15, 16])
    func seams(zoom: Int) throws {
        let drawing = try Self.drawing(PartitionMaker(size: 0.5, cells: 40, bends: 10).make())
        let west = try Self.address(zoom, 118.2, 36.85)
        let east = try #require(TileAddress(zoom: zoom, column: west.column + 1, row: west.row))
        let (a, b) = (
            try #require(DecodedTile(drawing.tile(west))?.layers.first), try #require(DecodedTile(drawing.tile(east))?.layers.first)
        )
        var random = SplitMix(seed: 5)
        var differing = 0
        for _ in 0..<300 {
            let (x, y) = (4096 + (random.next() - 0.5) * 200, random.next() * 4096)
            if holder(x, y, a) != holder(x - 4096, y, b) { differing += 1 }
        }
        #expect(differing <= 1)
    }

    @Test("Parcels too small to tell apart are drawn as one ground of their class, and none of it is lost")
    func smallGround() throws {
        let county = PartitionMaker(size: 0.5, cells: 48, bends: 12)
        let drawing = try Self.drawing(county.make())
        for zoom in 5...8 {
            let layer = try #require(DecodedTile(drawing.tile(try Self.address(zoom, 118.25, 36.85)))?.layers.first)
            let gathered = layer.features.filter { $0.id == nil }
            #expect(
                Set(gathered.compactMap { $0.properties["code"] }).count == gathered.count && gathered.count <= 3, "one feature a class")
            for feature in gathered {
                #expect(feature.paths.allSatisfy { $0.count >= 3 && Self.doubleArea($0) != 0 })
                #expect(Self.doubleArea(feature.paths[0]) > 0, "an outer ring comes first")
            }
        }
        #expect(
            try #require(DecodedTile(drawing.tile(try Self.address(13, 118.25, 36.85)))?.layers.first).features.allSatisfy { $0.id != nil })
    }

    @Test("Where a ring starts and which way it runs changes no vertex that is drawn")
    func startAndDirection() throws {
        let cells = PartitionMaker(size: 0.3, cells: 12, bends: 30).make()
        let turned = cells.map { cell in
            let ring = cell.shape.polygons[0].outer.positions
            let shift = Int(cell.number) % ring.count
            let moved = Array(ring[shift...] + ring[..<shift])
            var copy = cell
            copy.shape = MultiPolygon([Polygon(outer: Ring(cell.number % 2 == 0 ? moved : moved.reversed()))])
            return copy
        }
        let (a, b) = (try Self.drawing(cells), try Self.drawing(turned))
        for zoom in [9, 11, 12, 14, 16] {
            let tile = try Self.address(zoom, 118.15, 36.75)
            func points(_ drawing: LayerDrawing) throws -> Set<[Int]> {
                Set(try Self.rings(drawing.tile(tile)).flatMap { $0 }.map { [$0.x, $0.y] })
            }
            #expect(try points(a) == points(b))
        }
    }

    @Test("An island and the hole it lies in keep the same shore", arguments: 9...16)
    func island(zoom: Int) throws {
        let shore = (0..<300).map { i in
            let angle = Double(i) / 300 * 2 * .pi
            let radius = 0.02 * (1 + 0.3 * sin(angle * 5) + 0.05 * sin(angle * 61))
            return Position(longitude: 118.1 + radius * cos(angle), latitude: 36.8 + radius * sin(angle))
        }
        let frame = [(118.0, 36.7), (118.2, 36.7), (118.2, 36.9), (118.0, 36.9)].map { Position(longitude: $0.0, latitude: $0.1) }
        let drawing = try Self.drawing([
            .init(number: 1, code: "water", shape: MultiPolygon([Polygon(outer: Ring(frame), holes: [Ring(shore)])])),
            .init(number: 2, code: "land", shape: MultiPolygon([Polygon(outer: Ring(Array(shore[100...] + shore[..<100])))])),
        ])
        let rings = try Self.rings(drawing.tile(try Self.address(zoom, 118.11, 36.81)))
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let (x, y) = (random.next() * 4096, random.next() * 4096)
            let found = Self.winding(x, y, rings)
            #expect(found == 1 || zoom < 12 && found == 0, "\(x) \(y)")
        }
    }

    @Test("A tile made beforehand is the tile that would be drawn, and the same layer gives the same file")
    func madeBeforehand() throws {
        let cells = PartitionMaker(size: 0.5, cells: 48, bends: 12).make()
        let drawing = try Self.drawing(cells)
        let address = try Self.address(6, 118.25, 36.85)
        #expect(drawing.vertexCount(in: address) > 100_000)
        #expect(drawing.tile(address) == drawing.painted(address))
        #expect(drawing.tile(address) == (try Self.drawing(cells)).tile(address))
    }

    @Test("A drawing of another layer, of another kind, or one cut short is refused and made again")
    func refused() throws {
        var builder = LayerDrawingBuilder()
        for it in PartitionMaker(size: 0.1, cells: 4, bends: 4).make() {
            builder.add(number: it.number, code: it.code, name: nil, shape: it.shape)
        }
        let path = NSTemporaryDirectory() + "landledger-drawing-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try builder.write(to: path, source: "farmland@2020")
        #expect(LayerDrawing(path: path, source: "farmland@2020") != nil)
        #expect(LayerDrawing(path: path, source: "farmland@2021") == nil)
        #expect(LayerDrawing(path: path + "-absent", source: "farmland@2020") == nil)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        // Where the rings' starts are kept, and what is where the header says.
        for at in stride(from: DrawingPart.headerLength, to: whole.count - 8, by: 97) {
            var changed = whole
            changed.replaceSubrange(at..<at + 4, with: [0xff, 0xff, 0xff, 0x7f])
            try changed.write(to: URL(fileURLWithPath: path))
            _ = LayerDrawing(path: path, source: "farmland@2020")?.tile(try Self.address(12, 118.05, 36.65))
        }
        for damaged in [whole.dropLast(1), whole + [0], Data("not ours".utf8), Data(), Data(whole.prefix(100))] {
            try damaged.write(to: URL(fileURLWithPath: path))
            #expect(LayerDrawing(path: path, source: "farmland@2020") == nil)
        }
        #expect(throws: FileError.self) { try builder.write(to: "/proc/nowhere/x.drawing", source: "x") }
    }
}
