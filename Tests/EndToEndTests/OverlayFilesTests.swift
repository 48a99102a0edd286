import Foundation
import Testing

/// `landledger overlay`: patches over layers straight from files. What the table must say was reckoned by GEOS in the
/// equal-area plane of the closed form of F(B): `Tests/Fixtures/overlay`.
@Suite("Files are laid over each other without a ledger")
struct OverlayFilesTests {
    private static let folder = Program.root.appendingPathComponent("Tests/Fixtures/overlay")

    private struct Expected: Decodable {
        var area: Double
        var classes: [String: Double]
    }

    /// A line of the CSV that was written.
    private struct Line {
        var patch: String
        var area: Double
        var code: String
        var shared: Double
        var pieces: Int

        init?(_ text: Substring) {
            let cells = text.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            guard cells.count == 9, let area = Double(cells[2]) else { return nil }
            (patch, self.area, code) = (cells[1], area, cells[4])
            (shared, pieces) = (Double(cells[5]) ?? 0, Int(cells[8]) ?? 0)
        }
    }

    private func run(_ options: String...) async throws -> (lines: [Line], answer: Program.Answer) {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("overlay-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: output) }
        let files = [
            "overlay", "--patches", Self.folder.appendingPathComponent("patches.geojson").path, "--patch-field", "JCBH", "--json",
            "--layer", "survey=" + Self.folder.appendingPathComponent("parcels.geojson").path + ":DLBM", "--output", output.path,
        ]
        let answer = try await Program.start(Program.executable, files + options, input: nil)
        let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        return (text.split(whereSeparator: \.isNewline).dropFirst().compactMap { Line($0) }, answer)
    }

    private func expected() throws -> [String: Expected] {
        try JSONDecoder().decode([String: Expected].self, from: Data(contentsOf: Self.folder.appendingPathComponent("expected.json")))
    }

    @Test("Every patch shares with every class what GEOS says, to a square centimetre; a bow-tie whose lobes cancel is left out and told")
    func agreesWithGeos() async throws {
        let (lines, answer) = try await run()
        let expected = try expected().filter { $0.key != "P6" }

        #expect(answer.code == 0, "\(answer.errors)")
        #expect(Set(lines.map(\.patch)) == Set(expected.keys))
        for line in lines {
            let patch = try #require(expected[line.patch])
            #expect(abs(line.area - patch.area) <= 0.011, "\(line.patch)")
            #expect(abs(line.shared - (patch.classes[line.code] ?? 0)) <= 0.011, "\(line.patch) \(line.code)")
        }
        #expect(lines.count == expected.values.reduce(0) { $0 + max(1, $1.classes.count) })
        #expect(try answer.object()["remarks"].map { "\($0)" }?.contains("ring-must-not-cross-itself") == true)
    }

    @Test("Parcels of one class count as one line with their number, and a patch beside every layer has a line of its own")
    func linesTellPieces() async throws {
        let lines = try await run().lines

        #expect(lines.filter { $0.patch == "P4" }.map(\.shared) == [0])
        #expect(lines.first { $0.patch == "P3" }?.pieces == 1)
        #expect(lines.allSatisfy { $0.patch == "P4" || $0.pieces >= 1 })
    }

    @Test("As drawn, sound ground has the same figures, and the lobes of a bow-tie are taken from each other")
    func asDrawn() async throws {
        let checked = try await run().lines
        let drawn = try await run("--as-drawn").lines

        let sound = { (lines: [Line]) in lines.filter { $0.patch != "P6" }.map { "\($0)" } }
        #expect(sound(drawn) == sound(checked))
        #expect(drawn.filter { $0.patch == "P6" }.map(\.shared) == [0])
    }

    @Test("The same ground as GeoJSON, FlatGeobuf, Shapefile in GBK and GeoPackage makes the same table, as drawn and checked")
    func formats() async throws {
        var tables: Set<[String]> = []
        for file in ["kinds.geojson", "kinds.fgb", "kinds-indexed.fgb", "kinds.shp", "kinds.gpkg"] {
            for options in [[], ["--as-drawn"]] {
                let output = FileManager.default.temporaryDirectory.appendingPathComponent("overlay-\(UUID().uuidString).csv")
                defer { try? FileManager.default.removeItem(at: output) }
                let answer = try await Program.start(
                    Program.executable,
                    ["overlay", "--patches", Self.folder.appendingPathComponent("patches.geojson").path, "--patch-field", "JCBH"]
                        + ["--layer", "kinds=" + Self.folder.appendingPathComponent(file).path + ":DLMC", "--output", output.path]
                        + options,
                    input: nil)
                #expect(answer.code == 0, "\(file): \(answer.errors)")
                let lines = try String(contentsOf: output, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
                tables.insert(lines.filter { !$0.contains(",P6,") }.sorted())
            }
        }

        #expect(tables.count == 1)
        #expect(tables.first?.contains { $0.contains("旱地") } == true)
    }

    @Test("One thread and four write the same table")
    func threads() async throws {
        let one = try await run("--as-drawn", "--threads", "1").lines.map { "\($0)" }
        let four = try await run("--as-drawn", "--threads", "4").lines.map { "\($0)" }

        #expect(one == four && !one.isEmpty)
    }

    @Test("Areas in a plane are refused for files in degrees, and a field the file has not is told with those it has")
    func refusals() async throws {
        let planar = try await run("--planar")
        let other = try await run("--layer", "x=" + Self.folder.appendingPathComponent("parcels.geojson").path + ":KIND")

        #expect(planar.answer.code == 3 && planar.lines.isEmpty)
        #expect(other.answer.code == 2 && other.answer.output.contains("DLBM"))
    }
}
