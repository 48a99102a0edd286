import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite struct TileTests {
    /// Over the demonstration's ground, 118.05° E 36.8° N.
    private func address(_ zoom: Int, longitude: Double = 118.05, latitude: Double = 36.8) throws -> TileAddress {
        let (x, y) = mercator(longitude, latitude)
        let count = Double(1 << zoom)
        return try #require(TileAddress(zoom: zoom, column: Int(x * count), row: Int(y * count)))
    }

    /// Parts of the world's width from the north-west, by the formulas of EPSG guidance note 7-2 (method 1024).
    private func mercator(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
        let y = log(tan(.pi / 4 + latitude * .pi / 360))
        return (longitude / 360 + 0.5, 0.5 - y / (2 * .pi))
    }

    private func box(_ west: Double, _ south: Double, _ width: Double, _ height: Double) -> Ring {
        Ring([(0, 0), (width, 0), (width, height), (0, height)].map { Position(longitude: west + $0.0, latitude: south + $0.1) })
    }

    private func doubleArea(_ ring: [(x: Int, y: Int)]) -> Int {
        ring.indices.reduce(0) { sum, i in
            let (a, b) = (ring[i], ring[(i + 1) % ring.count])
            return sum + a.x * b.y - b.x * a.y
        }
    }

    @Test("The first tile is the whole pyramid, and neighbours share their edges")
    func boxes() throws {
        let world = try #require(TileAddress(zoom: 0, column: 0, row: 0)).box()
        #expect(world.west == -180 && world.east == 180)
        #expect(abs(world.north - 85.051_128_779_806_59) < 1e-9 && abs(world.south + 85.051_128_779_806_59) < 1e-9)
        let tile = try #require(TileAddress(zoom: 14, column: 13_000, row: 6_000))
        let east = try #require(TileAddress(zoom: 14, column: 13_001, row: 6_000))
        let south = try #require(TileAddress(zoom: 14, column: 13_000, row: 6_001))
        #expect(tile.box().east == east.box().west && tile.box().south == south.box().north)
        #expect(tile.box(buffer: 0.5).west < tile.box().west)
        #expect(TileAddress(zoom: 3, column: 8, row: 0) == nil)
    }

    @Test("Points stand where Web Mercator puts them, to a tile unit, at every zoom", arguments: 0...22)
    func projection(_ zoom: Int) throws {
        for (longitude, latitude) in [(118.05, 36.8), (121.473701, 31.230416), (73.6, 39.9), (134.7, 18.2), (-70.0, -53.0)] {
            let address = try address(zoom, longitude: longitude, latitude: latitude)
            var tile = VectorTile(address)
            tile.add(Position(longitude: longitude, latitude: latitude), id: nil, properties: [], to: "p")
            let point = try #require(DecodedTile(tile.encoded())?.layers.first?.features.first?.paths.first?.first)
            let (x, y) = mercator(longitude, latitude)
            let units = Double(1 << zoom) * 4096
            #expect(abs(Double(point.x) - (x * units - Double(address.column * 4096))) <= 0.501)
            #expect(abs(Double(point.y) - (y * units - Double(address.row * 4096))) <= 0.501)
        }
    }

    @Test("An entry comes back from its tile with its number, its words, its ground and its hole")
    func roundTrip() throws {
        let address = try address(14)
        let b = address.box()
        let (w, h) = (b.east - b.west, b.north - b.south)
        let shape = MultiPolygon([
            Polygon(
                outer: box(b.west + w / 4, b.south + h / 4, w / 2, h / 2), holes: [box(b.west + w * 0.4, b.south + h * 0.4, w / 5, h / 5)])
        ])
        var tile = VectorTile(address)
        let properties: [(String, VectorTile.Value)] = [
            ("编号", .text("JC01")), ("面积", .real(12.5)), ("年", .integer(2023)), ("差", .integer(-7)), ("又", .text("JC01")),
        ]
        tile.add(shape, id: 7, properties: properties, to: "台账")
        tile.add(shape, id: 8, properties: properties, to: "台账")
        let layer = try #require(DecodedTile(tile.encoded())?.layers.first)
        #expect(layer.name == "台账" && layer.version == 2 && layer.extent == 4096)
        #expect(layer.keys.count == 5 && layer.values.count == 4, "keys and values are stored once")
        let feature = layer.features[0]
        #expect(feature.id == 7 && layer.features[1].id == 8 && feature.kind == 3)
        #expect(feature.properties == ["编号": "JC01", "面积": "12.5", "年": "2023", "差": "-7", "又": "JC01"])
        #expect(feature.paths.count == 2)
        #expect(doubleArea(feature.paths[0]) > 0 && doubleArea(feature.paths[1]) < 0)
        #expect(feature.paths[0].map(\.x).min() == 1024 && feature.paths[0].map(\.x).max() == 3072)
    }

    @Test("Rings of either direction are wound as the specification asks")
    func winding() throws {
        let address = try address(12)
        let b = address.box()
        let ring = box(b.west + 0.01, b.south + 0.01, 0.02, 0.02)
        for positions in [ring.positions, ring.positions.reversed()] {
            var tile = VectorTile(address)
            tile.add(MultiPolygon([Polygon(outer: Ring(Array(positions)))]), id: nil, properties: [], to: "a")
            let path = try #require(DecodedTile(tile.encoded())?.layers.first?.features.first?.paths.first)
            #expect(doubleArea(path) > 0)
        }
    }

    @Test("Ground that lies far round the tile fills it and its margin, and no more")
    func clipped() throws {
        let address = try address(15)
        let b = address.box()
        var tile = VectorTile(address)
        tile.add(MultiPolygon([Polygon(outer: box(b.west - 3, b.south - 3, 6, 6))]), id: nil, properties: [], to: "a")
        let path = try #require(DecodedTile(tile.encoded())?.layers.first?.features.first?.paths.first)
        #expect(doubleArea(path) == 2 * 4352 * 4352)
        var other = VectorTile(address)
        other.add(MultiPolygon([Polygon(outer: box(b.east + 1, b.south, 1, 1))]), id: nil, properties: [], to: "a")
        #expect(other.encoded().isEmpty)
    }

    @Test("A patch too small to see is left out of a layer, but an entry stays as a pixel")
    func tiny() throws {
        let address = try address(8)
        let shape = MultiPolygon([Polygon(outer: box(118.05, 36.8, 0.0002, 0.0002))])
        var tile = VectorTile(address)
        tile.add(shape, id: nil, properties: [], to: "parcels")
        #expect(tile.encoded().isEmpty)
        tile.add(shape, id: 1, properties: [], to: "entries", keepTiny: true)
        let path = try #require(DecodedTile(tile.encoded())?.layers.first?.features.first?.paths.first)
        #expect(doubleArea(path) >= 2 * 16 * 16 / 4)
        let road = MultiPolygon([Polygon(outer: box(118.05, 36.8, 0.2, 0.000_001))])
        var second = VectorTile(address)
        second.add(road, id: 1, properties: [], to: "entries", keepTiny: true)
        #expect(!second.encoded().isEmpty, "a road thinner than the grid does not vanish")
    }

    @Test("Ragged ground gives only sound rings at every zoom: inside the margin, with area, without repeats")
    func soundRings() throws {
        var random = SplitMix(seed: 42)
        for zoom in 4...18 {
            let address = try address(zoom)
            let b = address.box()
            var tile = VectorTile(address)
            for id in 0..<40 {
                tile.add(star(in: b, &random), id: UInt64(id), properties: [], to: "a", keepTiny: id % 2 == 0)
            }
            for feature in DecodedTile(tile.encoded())?.layers.first?.features ?? [] {
                #expect(!feature.paths.isEmpty && doubleArea(feature.paths[0]) > 0)
                for path in feature.paths {
                    #expect(path.count >= 3 && doubleArea(path) != 0)
                    #expect(path.allSatisfy { (-136...4232).contains($0.x) && (-136...4232).contains($0.y) })
                    #expect(path.indices.allSatisfy { path[$0] != path[($0 + 1) % path.count] })
                }
            }
        }
    }

    @Test("Numbers that are no place do not bring the server down")
    func badNumbers() throws {
        var tile = VectorTile(try address(10))
        for bad in [Double.nan, .infinity, 1e300] {
            let ring = Ring([
                Position(longitude: bad, latitude: 36), Position(longitude: 118, latitude: bad), Position(longitude: 118, latitude: 36),
            ])
            tile.add(MultiPolygon([Polygon(outer: ring)]), id: nil, properties: [], to: "a", keepTiny: true)
            tile.add(Position(longitude: bad, latitude: bad), id: nil, properties: [], to: "b")
        }
        tile.add(MultiPolygon([Polygon(outer: Ring([]))]), id: nil, properties: [], to: "a", keepTiny: true)
        #expect(tile.encoded().isEmpty)
    }

    @Test("Five thousand parcels go into one tile")
    func manyParcels() throws {
        let address = try address(12)
        let b = address.box()
        var random = SplitMix(seed: 7)
        let parcels = (0..<5000).map { _ in star(in: b, &random, size: 0.012, count: 60) }
        var best = Double.infinity
        for _ in 0..<5 {
            let began = ContinuousClock.now
            var tile = VectorTile(address)
            for (id, parcel) in parcels.enumerated() {
                let properties: [(String, VectorTile.Value)] = [("dlbm", .text(id % 3 == 0 ? "0101" : "0301")), ("mj", .integer(id % 100))]
                tile.add(parcel, id: UInt64(id), properties: properties, to: "parcels")
            }
            let bytes = tile.encoded()
            best = min(best, (ContinuousClock.now - began) / .milliseconds(1))
            #expect(DecodedTile(bytes)?.layers.first?.features.count ?? 0 > 4900)
        }
        print("tile of 5,000 parcels of 60 vertices: \(best) ms")
    }

    private func star(in box: BoundingBox, _ random: inout SplitMix, size: Double = 0.4, count: Int = 40) -> MultiPolygon {
        let (w, h) = (box.east - box.west, box.north - box.south)
        let x = box.west + w * random.next(), y = box.south + h * random.next()
        let positions = (0..<count).map { i in
            let angle = 2 * Double.pi * Double(i) / Double(count)
            let radius = size * (0.3 + random.next())
            return Position(longitude: x + w * radius * cos(angle), latitude: y + h * radius * sin(angle))
        }
        return MultiPolygon([Polygon(outer: Ring(positions))])
    }
}

/// Numbers from 0 to 1, the same in every run.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53)
    }
}
