import Foundation
import Testing

@testable import GeoFiles

@Suite("Files without data, and files that are something else") struct ReaderEmptyTests {
    private static func read(_ name: String, _ content: [UInt8]) async throws -> FileError? {
        let folder = try TestPaths.Folder()
        try Data(content).write(to: URL(fileURLWithPath: folder.file(name)))
        return await failure { _ = try await Reading(folder.file(name), shared: true) }
    }

    @Test(
        "A file of no bytes is told to be empty, whatever its name",
        arguments: ["a.shp", "a.zip", "a.csv", "a.geojson", "a.json", "a.gpkg", "a.xlsx", "a.txt", "a.kml", "a.dxf"])
    func noBytes(_ name: String) async throws {
        #expect(try await Self.read(name, []) == .fileMustHoldRows(found: "0 bytes"))
    }

    static let withoutRows: [(name: String, content: String, words: String)] = [
        ("a.csv", "编号,面积,乡镇\n", "CSV “a”: 编号, 面积, 乡镇"),
        ("a.geojson", #"{"type":"FeatureCollection","features":[]}"#, "GeoJSON “a”"),
    ]

    @Test("A table of a head alone and a collection of nothing are refused, and what stands there is told", arguments: 0..<2)
    func noRows(_ index: Int) async throws {
        let (name, content, words) = Self.withoutRows[index]
        #expect(try await Self.read(name, Array(content.utf8)) == .fileMustHoldRows(found: words))
    }

    @Test("A Shapefile without shapes is refused; looking into it is not") func noShapes() async throws {
        var head = [UInt8](repeating: 0, count: 100)
        (head[2], head[3], head[27], head[28], head[32]) = (0x27, 0x0A, 50, 0xE8, 5)
        head[29] = 3
        let error = try await Self.read("a.shp", head)
        guard case .fileMustHoldRows(let found) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.hasPrefix("ESRI Shapefile"))
    }

    static let disguised: [(name: String, content: [UInt8], found: String)] = [
        ("a.shp", Array("编号,面积\nA1,2\n".utf8), "text"), ("a.shp", Array("%PDF-1.7 …".utf8), "PDF"),
        ("a.gpkg", Array("<html></html>".utf8), "XML / HTML"), ("a.shp", [0x50, 0x4B, 7, 8, 1, 2, 3, 4], "504b070801020304"),
        ("a.fgb", Array("none".utf8), "text"),
    ]

    @Test("A file whose content is not what its name says is told as such", arguments: 0..<5)
    func disguise(_ index: Int) async throws {
        let (name, content, found) = Self.disguised[index]
        let ending = (name as NSString).pathExtension
        #expect(try await Self.read(name, content) == .contentMustMatchName(ending: ending, found: found))
    }

    @Test("Esri JSON and items of STAC catalogues are handed to GDAL, also when they are no JSON to the letter") func geoFamily()
        async throws
    {
        let esri = """
            {"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4490},"fields":[{"name":"XMC","type":"esriFieldTypeString"},],
            "features":[{"attributes":{"XMC":"一号"},"geometry":{"rings":[[[118,36],[118,36.001],[118.001,36.001],[118,36]]]}}]}
            """
        let folder = try TestPaths.Folder()
        try esri.write(toFile: folder.file("esri.json"), atomically: true, encoding: .utf8)
        let reading = try await Reading(folder.file("esri.json"), shared: true)
        #expect(reading.description?.format == "ESRIJSON" && reading.value("XMC") == "一号" && reading.summary?.good == 1)
    }

    @Test("A count of features that the bytes cannot hold is damage, not a limit") func forgedCount() async throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Shelf.fixture("v5.fgb"))))
        // FlatGeobuf: magic, then the header's size, then a table whose features_count we overwrite where it says 1
        let one = (8..<(bytes.count - 8)).first { Array(bytes[$0..<($0 + 8)]) == [1, 0, 0, 0, 0, 0, 0, 0] }
        let at = try #require(one)
        bytes.replaceSubrange(at..<(at + 8), with: [0, 0, 0, 0x7F, 0, 0, 0, 0])
        let error = try await Self.read("forged.fgb", bytes)
        guard case .fileMustBeWhole(let found) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.contains("announced"))
    }
}
