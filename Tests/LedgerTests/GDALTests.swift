import Enforcement
import Foundation
import LandGeometry
import LedgerSQLite
import Testing

enum GDAL {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo")
}

/// GDAL as a judge from outside: what it opens, QGIS opens.
@Suite("GDAL opens the store while it is written", .enabled(if: GDAL.isThere, "ogrinfo (gdal-bin) is not installed"))
struct GDALTests {
    private func ogrinfo(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ogrinfo")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
        return output
    }

    @Test("Entries, patches and layer features are layers in EPSG:4490, the other tables are listed beside them, nothing is complained of")
    func layers() async throws {
        let path = try TemporaryFolder().path("store.gpkg")
        let store = try GeoPackageLedger(path: path, clock: TestClock().clock)
        try await store.fill(5)
        let s = store.samples
        _ = try await store.append(s.receive("B", [s.patch("B", 1, point: Position(longitude: 117.9, latitude: 36.7))]))
        _ = try await store.append(s.adopt("survey", "2019", s.features(40)))

        let list = try ogrinfo(["-so", "-ro", path])
        for layer in ["entry", "patch", "layer_feature (Multi Polygon)", "event", "batch", "layer_version"] {
            #expect(list.contains(": \(layer)"), "\(list)")
        }
        #expect(!list.contains("officer") && !list.contains("setting") && !list.contains("entry_total"))
        #expect(!list.contains("ERROR") && !list.contains("Warning"), "\(list)")

        let entry = try ogrinfo(["-so", "-ro", path, "entry"])
        #expect(entry.contains("Feature Count: 5") && entry.contains(#"ID["EPSG",4490]"#), "\(entry)")
        #expect(entry.contains("Extent: (117.902000, 36.800000) - (117.911000, 36.801000)"), "\(entry)")
        #expect(entry.contains("area_m2: Real") && entry.contains("seen: Date"), "\(entry)")
        let clipped = try ogrinfo(["-so", "-ro", "-spat", "117.9015", "36.8", "117.9035", "36.8005", path, "entry"])
        #expect(clipped.contains("Feature Count: 1"), "\(clipped)")

        // written while GDAL has read, and read again
        _ = try await store.append(s.act("sign", [s.entry("E-1", at: 1, [s.signed(.illegal)])]))
        let judged = try ogrinfo(["-ro", "-al", "-geom=SUMMARY", "-where", "stage = 'judged'", path, "entry"])
        #expect(judged.contains("Feature Count: 1") && judged.contains("MULTIPOLYGON"), "\(judged)")
    }

    @Test("Shapes and areas are what GDAL reads")
    func shapes() async throws {
        let path = try TemporaryFolder().path("store.gpkg")
        let store = try GeoPackageLedger(path: path, clock: TestClock().clock)
        let s = store.samples
        _ = try await store.append(s.receive("A", [s.patch("A", 1, shape: s.square(117.5, 36.5, side: 0.25, hole: true))]))
        let sql = "SELECT ST_Area(geom) AS area, ST_NumGeometries(geom) AS parts, ST_IsValid(geom) AS valid FROM patch"
        let answer = try ogrinfo(["-ro", "-dialect", "SQLITE", "-sql", sql, path])
        #expect(answer.contains("area (Real) = 0.046875"), "\(answer)")
        #expect(answer.contains("parts (Integer) = 1"), "\(answer)")
        let tree = try ogrinfo(["-ro", "-dialect", "SQLITE", "-sql", "SELECT count(*) AS n FROM patch WHERE geom IS NOT NULL", path])
        #expect(tree.contains("n (Integer) = 1"), "\(tree)")
    }
}
