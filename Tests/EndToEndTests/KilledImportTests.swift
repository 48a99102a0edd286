import Foundation
import Testing

/// A power cut in small: the program is killed without a word at moments nobody chose.
@Suite("A killed import leaves all or nothing", .serialized)
struct KilledImportTests {
    private static let patches = 3000
    private static let kills = 8

    /// Disjoint squares, numbered after the file, so that every file is another batch.
    private func file(_ number: Int, in program: Program) throws -> String {
        let features = (0..<Self.patches).map { index -> String in
            let (west, south) = (117.8 + Double(index % 60) * 1e-3, 36.5 + Double(index / 60) * 1e-3)
            let ring = [(0, 0), (5, 0), (5, 5), (0, 5), (0, 0)].map { "[\(west + Double($0.0) * 1e-4),\(south + Double($0.1) * 1e-4)]" }
            return """
                {"type":"Feature","properties":{"JCBH":"K\(number)-\(index)","QSX":"20181001","HSX":"20190401"},
                "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
                """
        }
        let path = program.file("killed-\(number).geojson")
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func start(_ program: Program, _ file: String) throws -> Process {
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["import", file, "--quiet", "--home", program.home.path]
        (process.standardInput, process.standardOutput, process.standardError) = (nil, nil, nil)
        try process.run()
        return process
    }

    /// Batches by name of their file, with the number of patches they say they hold and the number that is stored.
    private func batches(_ program: Program) async throws -> [String: Int] {
        let answer = try await program.run("batch", "list", "--json")
        #expect(answer.code == 0, "\(answer.errors)")
        let states = try answer.json() as? [[String: Any]] ?? []
        let pairs = states.compactMap { state -> (String, Int)? in
            let batch = state["batch"] as? [String: Any] ?? state
            return (batch["fileName"] as? String).map { ($0, batch["patches"] as? Int ?? -1) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test("Killed at any moment, the batch is absent or whole, the ledger is sound, and the next import makes it whole")
    func killed() async throws {
        let program = try await Program.make()
        defer { program.remove() }
        let first = try file(0, in: program)
        let began = ContinuousClock.now
        _ = try await program.ask("import", first)
        let whole = ContinuousClock.now - began
        var generator = SystemRandomNumberGenerator()
        var absent = 0

        for turn in 1...Self.kills {
            let path = try file(turn, in: program)
            let share = (Double(turn - 1) + Double.random(in: 0..<1, using: &generator)) / Double(Self.kills)
            let process = try start(program, path)
            try await Task.sleep(for: whole * share)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()

            let found = try await batches(program)["killed-\(turn).geojson"]
            print("killed at \(Int(share * 100)) % of an import: \(found.map { "\($0) patches" } ?? "no batch")")
            #expect(found == nil || found == Self.patches, "killed at \(share) of the time an import takes")
            if found == nil { absent += 1 }
            let again = try await program.ask("import", path)
            #expect(again["patches"] as? Int == Self.patches && again["wasKnown"] as? Bool == (found != nil))
        }

        #expect(absent > 0, "no import was killed before its end")
        #expect(try await batches(program).count == Self.kills + 1)
        let verified = try await program.ask("verify")
        #expect((verified["broken"] as? [Any])?.isEmpty == true)
    }
}
