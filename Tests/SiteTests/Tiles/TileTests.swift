import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Testing

@testable import Site

@Suite("Tiles of the map")
struct TileTests {
    static func square(west: Double, south: Double, size: Double) -> MultiPolygon {
        MultiPolygon([
            Polygon(
                outer: Ring([
                    Position(longitude: west, latitude: south), Position(longitude: west + size, latitude: south),
                    Position(longitude: west + size, latitude: south + size), Position(longitude: west, latitude: south + size),
                ]))
        ])
    }

    /// The drawing of the features, as `LayerDrawings` makes it, in a folder of its own.
    static func drawing(of features: [LayerFeature], fillers: Int = 0) throws -> LayerDrawing {
        var builder = LayerDrawingBuilder()
        for it in features { builder.add(number: UInt64(it.number), code: it.code, name: it.name, shape: it.shape) }
        for i in 0..<fillers { builder.add(number: UInt64(1000 + i), code: "", name: nil, shape: MultiPolygon([])) }
        let path = NSTemporaryDirectory() + "landledger-drawing-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try builder.write(to: path, source: "test")
        return try #require(LayerDrawing(path: path, source: "test"))
    }

    static func occurrences(of text: String, in bytes: [UInt8]) -> Int {
        let needle = Array(text.utf8)
        return (0...max(0, bytes.count - needle.count)).count {
            bytes.count >= needle.count && Array(bytes[$0..<$0 + needle.count]) == needle
        }
    }

    static func tiles(zoom: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>) -> [TileAddress] {
        columns.flatMap { column in rows.compactMap { TileAddress(zoom: zoom, column: column, row: $0) } }
    }

    @Test("The name of a town stands in exactly one tile, wherever the town is cut")
    func nameOnce() throws {
        let town = LayerFeature(
            number: 1, code: "1", name: "示范镇", shape: Self.square(west: 117.0, south: 36.1, size: 0.2), attributes: [])
        let all = Self.tiles(zoom: 12, columns: 3374...3384, rows: 1600...1612)
        let drawing = try Self.drawing(of: [town])
        let named = all.map { Self.occurrences(of: "示范镇", in: drawing.tile($0)) }
        #expect(named.reduce(0, +) == 1)
    }

    @Test("The number of an entry is written once, wherever its ground is cut")
    func numberOnce() {
        let entry = EntryGround(
            number: EntryNumber("370306-2019-00007"), version: 1, stage: .judged, verdict: .illegal, unit: nil, area: .zero,
            shape: Self.square(west: 117.0, south: 36.1, size: 0.1), point: nil)
        let cut = Self.tiles(zoom: 13, columns: 6756...6764, rows: 3208...3218).map {
            Self.occurrences(of: "labels", in: EntryTile.encode([entry], at: $0))
        }
        #expect(cut.reduce(0, +) == 1)
        #expect(
            Self.tiles(zoom: 13, columns: 6756...6764, rows: 3208...3218).filter { !EntryTile.encode([entry], at: $0).isEmpty }.count > 1)
    }

    @Test("A layer of thousands of parcels carries no names")
    func noNames() throws {
        let address = try #require(TileAddress(zoom: 0, column: 0, row: 0))
        let parcel = LayerFeature(number: 1, code: "0101", name: "水田", shape: Self.square(west: 100, south: 20, size: 20), attributes: [])
        #expect(Self.occurrences(of: "水田", in: try Self.drawing(of: [parcel]).tile(address)) == 1)
        #expect(Self.occurrences(of: "水田", in: try Self.drawing(of: [parcel], fillers: 60_000).tile(address)) == 0)
    }

    @Test("A parcel no pixel shows is left out of a layer's tile, an entry of that size is not left out")
    func tiny() throws {
        let address = try #require(TileAddress(zoom: 4, column: 13, row: 6))
        let ground = Self.square(west: 117, south: 36, size: 0.0005)
        let parcel = LayerFeature(number: 1, code: "0101", name: nil, shape: ground, attributes: [])
        #expect(try Self.drawing(of: [parcel]).tile(address).isEmpty)
        let entry = EntryGround(
            number: EntryNumber("1-1"), version: 1, stage: .judged, verdict: .illegal, unit: nil, area: .zero, shape: ground, point: nil)
        let tile = EntryTile.encode([entry], at: address)
        #expect(Self.occurrences(of: "1-1", in: tile) == 1)
        #expect(Self.occurrences(of: "judged", in: tile) == 1)
    }

    @Test("A clue that is a point is on the map")
    func point() throws {
        let address = try #require(TileAddress(zoom: 0, column: 0, row: 0))
        let clue = EntryGround(
            number: EntryNumber("clue-7"), version: 1, stage: .registered, verdict: nil, unit: nil, area: .zero, shape: nil,
            point: Position(longitude: 117, latitude: 36))
        #expect(Self.occurrences(of: "clue-7", in: EntryTile.encode([clue], at: address)) == 1)
    }

    @Test("The tile cache keeps to its bound and forgets what was not asked for longest")
    func bound() throws {
        let cache = TileCache(byteLimit: 100_000)
        let addresses = Self.tiles(zoom: 8, columns: 0...19, rows: 0...19)
        let first = TileCache.Key(source: "a", address: addresses[0])
        for address in addresses {
            cache.keep([UInt8](repeating: 1, count: 1000), for: TileCache.Key(source: "a", address: address))
            _ = cache[first]
        }
        #expect(cache.byteCount <= 100_000)
        #expect(cache[first] != nil)
        #expect(cache[TileCache.Key(source: "a", address: addresses[1])] == nil)
        cache.keep([UInt8](repeating: 1, count: 200_000), for: TileCache.Key(source: "b", address: addresses[0]))
        #expect(cache[TileCache.Key(source: "b", address: addresses[0])] == nil)
    }

    @Test("Tiles differ by filter, by scope and by the state of the ledger, and by nothing else")
    func sources() {
        let query = EntryQuery(verdicts: [.illegal])
        #expect(TileService.source(of: query, size: 7) == TileService.source(of: EntryQuery(verdicts: [.illegal]), size: 7))
        #expect(TileService.source(of: query, size: 7) != TileService.source(of: query, size: 8))
        #expect(TileService.source(of: query, size: 7) != TileService.source(of: EntryQuery(), size: 7))
        #expect(
            TileService.source(of: query, size: 7)
                != TileService.source(of: EntryQuery(verdicts: [.illegal], units: [UnitID("1")]), size: 7))
    }
}

@Suite("What the map is told")
struct MapInputTests {
    @Test(
        "A ring that is no ring is refused",
        arguments: ["", "1,2", "1,2;3,4", "1,2;3,4;5", "1,2;3,4;nan,1", "1,2;3,4;181,5", "1,2;3,4;5,91", "1,2;3,4;5,6,7", "a,b;c,d;e,f"])
    func badRings(text: String) {
        #expect(MeasuredRing(text) == nil)
    }

    @Test("A base map of the command line is tiles with {z}/{x}/{y}, or a WMTS with its layer")
    func fromCommandLine() throws {
        let tiles = try #require(BaseMap("name=影像;url=http://10.1.2.3/{z}/{x}/{y}.png?k=1;credit=本局;zoom=3-16"))
        #expect(tiles.url == "http://10.1.2.3/{z}/{x}/{y}.png?k=1" && tiles.credit == "本局" && tiles.minZoom == 3 && tiles.maxZoom == 16)
        let service = try #require(BaseMap("name=天地图;url=https://t0.tianditu.gov.cn/img_c/wmts?tk=K;layer=img;set=c"))
        #expect(service.layer == "img" && service.matrixSet == "c" && service.credit == "天地图")
    }

    @Test(
        "A base map that cannot be drawn or would loosen the content policy is refused",
        arguments: [
            "", "name=a", "url=http://x/{z}/{x}/{y}", "name=a;url=http://x/wmts", "name=a;url=http://x/{z}/{x}/{y};layer=img",
            "name=a;url=http://x y/{z}/{x}/{y}", "name=a;url=file:///{z}/{x}/{y}", "name=a;url=http://x/wmts;layer=img;set=q",
            "name=a;url=http://x/{z}/{x}/{y};zoom=9-3", "name=a;url=http://x/{z}/{x}/{y};colour=red",
            "name=a;name=b;url=http://x/{z}/{x}/{y}",
        ])
    func badBaseMaps(text: String) {
        #expect(BaseMap(text) == nil)
    }

    @Test("A base map's host goes into the content policy, an address that would say more does not")
    func origins() {
        func origin(_ url: String) -> String? { BaseMap(name: "", url: url, layer: "vec", credit: "").origins.first }
        #expect(origin("https://t0.tianditu.gov.cn/vec_w/wmts?tk=KEY") == "https://t0.tianditu.gov.cn")
        #expect(origin("http://10.1.2.3:6080/arcgis") == "http://10.1.2.3:6080")
        #expect(origin("https://x; script-src *") == nil)
        #expect(origin("javascript:alert(1)") == nil)
        #expect(origin("ftp://x/y") == nil)
        #expect(origin("https://") == nil)
        #expect(
            BaseMap(name: "", url: "https://t{0-2}.x.cn/wmts", layer: "vec", credit: "").origins == [
                "https://t0.x.cn", "https://t1.x.cn", "https://t2.x.cn",
            ])
    }
}
