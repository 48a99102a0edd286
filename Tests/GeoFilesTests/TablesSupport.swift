import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

/// Paths of this package and its neighbours.
enum TestPaths {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static func fixture(_ name: String) -> String { root + "/Tests/Fixtures/" + name }

    static var executable: String { root + "/.build/debug/landledger" }

    /// The optional corpora; nil, with a line that says so, when they are not here.
    static func shared(_ name: String) -> String? {
        let base = ProcessInfo.processInfo.environment["LANDLEDGER_SHARED"] ?? root + "/../shared"
        let path = base + "/" + name
        if FileManager.default.fileExists(atPath: path) { return path }
        print("skipped: \(path) is absent (set LANDLEDGER_SHARED)")
        return nil
    }

    /// A folder that is removed when the value goes.
    final class Folder {
        let path = NSTemporaryDirectory() + "/landledger-test-" + UUID().uuidString
        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
        func file(_ name: String) -> String { path + "/" + name }
        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
    }
}

/// A table or text read to its end.
struct ReadTable {
    var description: FileDescription
    var declared: DeclaredCoordinates
    var rows: [RawRow]

    /// Nil when the file is none of ours.
    init?(_ path: String, layer: String? = nil, columns: CoordinateColumns? = nil, limits: ReadLimits = ReadLimits()) throws {
        guard var source = try TableSource.open(ReadRequest(path: path, layer: layer, columns: columns, limits: limits)) else { return nil }
        description = source.description
        declared = source.declared
        rows = []
        while let row = try source.next() { rows.append(row) }
        try source.rewind()
        let again = try source.next()
        #expect(again == rows.first, "rewinding starts at the first row again")
    }

    func rules(_ row: Int) -> [ReadingRule] { rows[row].remarks.map(\.rule) }
    var fileRules: [ReadingRule] { description.remarks.map(\.rule) }
    func point(_ row: Int) -> Position? { rows[row].geometry.flatMap(WKB.decodePoint) }
    func shape(_ row: Int) -> MultiPolygon? { rows[row].geometry.flatMap(WKB.decodeShape) }
}
