import Enforcement
import Foundation
import GeoFiles
import LandGeometry

@testable import Casework

/// A bureau with a ledger in memory, a fixed day and the built reader: what every verb's test works with.
struct Bureau {
    let caseworker: Caseworker
    let folder: URL
    let officer = Officer(id: OfficerID("zhifa"), title: "执法科", role: .enforcement, unit: nil)
    let leader = Officer(id: OfficerID("lingdao"), title: "领导小组", role: .leader, unit: nil)

    static var executable: String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("landledger").path
    }

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let yaml = try String(contentsOf: root.appendingPathComponent("plans/zhoucun-2019.yaml"), encoding: .utf8)
        guard let plan = Plan.read(yaml, name: "zhoucun-2019.yaml").plan else { throw CaseworkError.reasonMustBeGiven }
        let clock = Clock { Instant(milliseconds: 1_561_939_200_000) }
        let digest = LogDigest(name: "SM3") { DigestAlgorithm.sm3.hash($0) }
        caseworker = Caseworker(
            store: InMemoryLedger(digest: digest, clock: clock), plan: plan, clock: clock, reader: FileReader(executable: Self.executable),
            writer: FileWriter(executable: Self.executable))
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bureau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func close() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A square of `side` degrees with its south-west corner given.
    static func square(_ west: Double, _ south: Double, _ side: Double) -> [[Double]] {
        [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    }

    /// Writes squares as GeoJSON: number, corner, side and more properties.
    func file(_ name: String, _ squares: [(number: String, west: Double, south: Double, side: Double)], _ more: [String: Any] = [:]) throws
        -> String
    {
        let features = squares.map { square -> [String: Any] in
            var properties: [String: Any] = ["XZQDM": "370306", "TBLX": "20", "QSX": "20181001", "HSX": "20190401"].merging(more) { $1 }
            properties["JCBH"] = square.number
            return [
                "type": "Feature", "properties": properties,
                "geometry": ["type": "Polygon", "coordinates": [Self.square(square.west, square.south, square.side)]],
            ]
        }
        let path = folder.appendingPathComponent(name)
        try JSONSerialization.data(withJSONObject: ["type": "FeatureCollection", "features": features]).write(to: path)
        return path.path
    }

    func text(_ name: String, _ content: String) throws -> String {
        let path = folder.appendingPathComponent(name)
        try content.write(to: path, atomically: true, encoding: .utf8)
        return path.path
    }

    func order(_ path: String, _ change: (inout ImportOrder) -> Void = { _ in }) -> ImportOrder {
        var order = ImportOrder(path: path, fileName: URL(fileURLWithPath: path).lastPathComponent)
        change(&order)
        return order
    }

    /// Imports and registers.
    @discardableResult
    func take(_ path: String, _ change: (inout ImportOrder) -> Void = { _ in }) async throws -> RegistrationOutcome {
        let imported = try await caseworker.importFile(order(path, change), by: officer)
        return try await caseworker.registerBatch(imported.batch.batch.id, by: officer)
    }
}
