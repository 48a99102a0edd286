import Enforcement
import Foundation
import LandGeometry
import Testing

@testable import Casework

@Suite("A large batch is in the ledger with its proposals, or not at all")
struct BulkRegisterTests {
    private func run(_ home: URL, _ arguments: [String], killedAfter delay: Duration? = nil) async throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Bureau.executable)
        process.arguments = arguments + ["--home", home.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        if let delay {
            usleep(UInt32(delay / .microseconds(1)))
            kill(process.processIdentifier, SIGKILL)
        }
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    private func entries(_ home: URL) async throws -> [[String: Any]] {
        let listed = try await run(home, ["ledger", "list", "--json", "--limit", "5000"])
        return try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]] ?? []
    }

    @Test("A registration killed at any moment leaves the batch absent from the ledger or whole, and can be carried out again")
    func killed() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let count = 1200
        let squares = (0..<count).map { place -> (number: String, west: Double, south: Double, side: Double) in
            let (column, row) = (Double(place % 40), Double(place / 40))
            return ("K\(place)", 117.8 + column * 0.002, 36.8 + row * 0.002, 0.001)
        }
        let file = try bureau.file("big.geojson", squares)
        let home = bureau.folder.appendingPathComponent("home")
        let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../plans/zhoucun-2019.yaml")
        #expect(try await run(home, ["init", "--plan", plan.standardizedFileURL.path]).code == 0)
        #expect(try await run(home, ["import", file, "--quiet"]).code == 0)

        var absent = 0
        for milliseconds in [0, 5, 30, 150, 300, 450, 600, 750, 900, 1100, 1300, 1600, 2000] {
            _ = try await run(home, ["batch", "register", "big.geojson", "--quiet"], killedAfter: .milliseconds(milliseconds))
            let found = try await entries(home)
            #expect(found.isEmpty || found.count == count, "\(found.count) entries after \(milliseconds) ms")
            #expect(found.allSatisfy { $0["stage"] as? String == "proposed" })
            #expect(try await run(home, ["verify"]).code == 0)
            guard found.isEmpty else { break }
            absent += 1
        }
        if try await entries(home).isEmpty { #expect(try await run(home, ["batch", "register", "big.geojson", "--quiet"]).code == 0) }
        #expect(try await entries(home).count == count)
        #expect(absent > 0, "no registration was killed in time")
        #expect(try await run(home, ["verify"]).code == 0)
    }

    @Test("A new entry has its proposal from the act that began it; a later patch on its ground has it judged anew")
    func oneAct() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let first = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002), ("A2", 117.81, 36.8, 0.002)]))
        let store = bureau.caseworker.store
        let history = try await store.history(of: .entry(first.created[0]))
        #expect(history.map(\.event.name) == ["registered", "verdictProposed"])
        #expect(Set(history.map(\.key)).count == 1)

        let second = try await bureau.take(bureau.file("q2.geojson", [("B1", 117.8, 36.8, 0.002)]))
        #expect(second.attached == [first.created[0]])
        let entry = try #require(try await store.entry(first.created[0]))
        #expect(entry.stage == .proposed && entry.version == 3)
        #expect(try await store.compareStateWithLog() == [])
    }

    @Test("An alarm and the patch over it in one batch are one entry, judged on the patch's ground")
    func groundWithinABatch() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let table = "编号,经度,纬度\nT-1,117.801,36.801\nT-2,117.801,36.801\n"
        let outcome = try await bureau.take(bureau.text("alarms.csv", table)) {
            $0.kind = .clues
            $0.coordinates = "EPSG:4490"
        }
        #expect(outcome.created.count == 1 && outcome.attached.isEmpty)
        let joined = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002)]))
        #expect(joined.attached == outcome.created)
        let entry = try #require(try await bureau.caseworker.store.entry(outcome.created[0]))
        #expect(entry.attached.count == 2 && entry.proposal != nil && entry.area.squareMetres > 30_000)
    }
}
