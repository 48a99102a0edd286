import Foundation
import LandGeometry
import Seeds
import Testing

@testable import GeoFiles

/// FlatGeobuf and Shapefile read straight from their bytes. The files were written by GDAL; what they hold stands in
/// `kinds.geojson` beside them: a part with a hole and an island in it, several parts, several holes, a blank class.
@Suite("Large formats are read straight from their bytes")
struct RingStreamTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/overlay")

    private struct Record: Equatable {
        var value: String?
        /// Square metres, holes taken off.
        var area: Int
        var rings: Int
        var holes: Int
    }

    private func path(_ name: String) -> String { Self.folder.appendingPathComponent(name).standardizedFileURL.path }

    private func records(_ stream: (any RingStream)?) throws -> [Record] {
        var stream = try #require(stream)
        var ground = GroundBatch()
        var values: [String?] = []
        while true {
            let record = try stream.next(into: &ground) { bytes in
                values.append(bytes.map { TextDecoder.decode($0, preferring: .utf8)?.text ?? "?" })
            }
            switch record {
            case .taken: continue
            case .unsure:
                ground.endFeature()
                continue
            case .end: break
            }
            break
        }
        let set = PatchSet([ground])
        return values.indices.map { place in
            let rings = ground.rings(of: place)
            return Record(
                value: values[place], area: rings.isEmpty ? -1 : whole(set.area(of: place)), rings: rings.count,
                holes: rings.count { ground.isHole($0) })
        }
    }

    /// Square metres; bytes that lie may give ground no number can hold.
    private func whole(_ area: Area) -> Int { Int(exactly: area.squareMetres.rounded()) ?? Int.max }

    /// By the formula of record over the shapes as an import reads them.
    private func expected(from name: String) async throws -> [Record] {
        var records: [Record] = []
        let reader = Shelf.reader
        for try await case .row(let row) in reader.read(ReadRequest(path: path(name))) {
            guard case .area(let shape) = row.ground else { continue }
            let rings = shape.polygons.reduce(0) { $0 + 1 + $1.holes.count }
            records.append(
                Record(
                    value: row.values[1], area: whole(shape.area), rings: rings,
                    holes: rings - shape.polygons.count))
        }
        return records
    }

    @Test(
        "FlatGeobuf, with its index and without, has the rows, rings and classes that GDAL reads",
        arguments: ["kinds.fgb", "kinds-indexed.fgb"])
    func flatGeobuf(name: String) async throws {
        let read = try records(FlatGeobufStream(path: path(name), column: 1, fields: 2))

        #expect(read == (try await expected(from: name)))
        #expect(read.count == 4 && read.contains { $0.value == nil } && read.contains { $0.holes == 2 })
    }

    @Test("A Shapefile has the rows and classes that GDAL reads; a record with an island in a hole is left to GDAL")
    func shapefile() async throws {
        let read = try records(ShapefileStream(path: path("kinds.shp"), column: 1, fields: 2))
        let whole = try await expected(from: "kinds.shp")

        #expect(read.map(\.value) == whole.map(\.value))
        for (mine, theirs) in zip(read, whole) where mine.area >= 0 { #expect(mine == theirs) }
        #expect(read.count == 4 && read.count { $0.area >= 0 } >= 3)
    }

    @Test("A column that is no text, and a count of fields that is not GDAL's, leave the file to GDAL")
    func unusual() throws {
        #expect(try FlatGeobufStream(path: path("kinds.fgb"), column: 0, fields: 2) == nil)
        #expect(try FlatGeobufStream(path: path("kinds.fgb"), column: 1, fields: 3) == nil)
        #expect(try ShapefileStream(path: path("kinds.shp"), column: 0, fields: 2) == nil)
        #expect(try ShapefileStream(path: path("kinds.gpkg"), column: 1, fields: 2) == nil)
        #expect(try FlatGeobufStream(path: path("kinds.shp"), column: 1, fields: 2) == nil)
    }

    @Test("Bytes that lie are refused or read as other ground, and never stop the program", arguments: ["kinds.fgb", "kinds.shp"])
    func lies(name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for ending in ["dbf", "shx"] {
            try FileManager.default.copyItem(atPath: path("kinds.\(ending)"), toPath: folder.appendingPathComponent("kinds.\(ending)").path)
        }
        let sound = try Data(contentsOf: URL(fileURLWithPath: path(name)))
        let file = folder.appendingPathComponent(name)
        var numbers = SystemRandomNumberGenerator()
        let seed = Int.random(in: 0...Int.max, using: &numbers)
        print("lies in \(name): seed \(seed)")
        var random = SeededNumbers(seed: seed)
        var refused = 0
        for _ in 0..<1500 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes = bytes.prefix(Int.random(in: 8...bytes.count, using: &random)) }
            try bytes.write(to: file)
            do {
                let stream: (any RingStream)? =
                    name.hasSuffix("fgb")
                    ? try FlatGeobufStream(path: file.path, column: 1, fields: 2)
                    : try ShapefileStream(path: file.path, column: 1, fields: 2)
                if stream != nil { _ = try records(stream) }
            } catch is FileError {
                refused += 1
            }
        }
        #expect(refused > 0)
    }
}
