import Foundation
import GeoFiles
import Testing

/// Exports from a ledger with entries and no ground, made from an old ledger's table.
@Suite("Exports are whole, never in the way of a file, and say what is wrong")
struct ExportTests {
    private static func ledger() async throws -> Program {
        let program = try await Program.make()
        let table = program.file("old.csv")
        try "编号,位置,面积（亩）\nA-1,甲村,3.50\nA-2,乙村,1.25\n".write(toFile: table, atomically: true, encoding: .utf8)
        _ = try await program.ask(
            "import", table, "--kind", "oldLedger", "--field", "number=编号", "--field", "place=位置", "--field", "statedArea=面积（亩）",
            "--area-unit", "mu")
        _ = try await program.ask("batch", "register", "old.csv")
        return program
    }

    @Test("A second export leaves the first as it is; with --overwrite it replaces it and says so")
    func overwriting() async throws {
        let program = try await Self.ledger()
        defer { program.remove() }
        let path = program.file("ledger.csv")
        let first = try await program.ask("ledger", "export", "--output", path)
        try "kept".write(toFile: path, atomically: true, encoding: .utf8)

        let refused = try await program.run("ledger", "export", "--output", path)
        #expect(refused.code == 2 && refused.errors.contains("已经存在，未覆盖") && refused.errors.contains("--overwrite"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")

        for option in ["--overwrite", "--force"] {
            let replaced = try await program.ask("ledger", "export", "--output", path, option)
            #expect(replaced["replaced"] as? Bool == true && replaced["written"] as? Int == 2)
        }
        #expect(first["replaced"] as? Bool == false)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("甲村"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.path).filter { $0.contains(".part-") }.isEmpty)
    }

    @Test(
        "A name that does not fit, a folder that is not there, a ledger's own file: refused in words without temporary names",
        arguments: [
            (["--format", "gpkg", "--output", "HOME/a.xlsx"], "应以 .gpkg 结尾"), (["--output", "HOME/a"], "看不出导出格式"),
            (["--output", "HOME/none/a.xlsx"], "不存在"), (["--output", "HOME/folder.xlsx"], "是一个目录"),
            (["--output", "HOME/ledger.gpkg", "--overwrite"], "是台账本身的文件"), (["--output", "/proc/a.csv"], "/proc"),
            (["--output", "/proc/a.gpkg"], "/proc"), (["--output", "/proc/a.xlsx"], "/proc"),
        ])
    func refusals(words: [String], told: String) async throws {
        let program = try await Self.ledger()
        defer { program.remove() }
        try FileManager.default.createDirectory(atPath: program.file("folder.xlsx"), withIntermediateDirectories: true)
        let before = try FileManager.default.contentsOfDirectory(atPath: program.home.path).filter { !$0.contains("ledger.gpkg") }.sorted()

        let typed = ["ledger", "export"] + words.map { $0.replacing("HOME", with: program.home.path) } + ["--home", program.home.path]
        let answer = try await Program.start(Program.executable, typed, input: nil)

        #expect(answer.code == 2)
        #expect(answer.errors.contains(told), "\(answer.errors)")
        #expect(!answer.errors.contains(".part-"))
        let after = try FileManager.default.contentsOfDirectory(atPath: program.home.path).filter { !$0.contains("ledger.gpkg") }.sorted()
        #expect(after == before)
    }

    @Test("The format is told by the name of the file", arguments: ["xlsx", "csv", "geojson"])
    func formatByName(ending: String) async throws {
        let program = try await Self.ledger()
        defer { program.remove() }
        let path = program.file("out." + ending)
        _ = try await program.ask("ledger", "export", "--output", path)
        let start = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(2)
        #expect(start == Data(ending == "xlsx" ? [0x50, 0x4B] : ending == "csv" ? [0xEF, 0xBB] : Array("{\n".utf8)))
    }

    @Test("The head an export prints is taken by verify: the log goes on from it, and a log cut at its end does not")
    func heads() async throws {
        let program = try await Self.ledger()
        defer { program.remove() }
        let head = try #require(try await program.ask("ledger", "export", "--output", program.file("a.csv"))["headText"] as? String)
        let copy = program.home.deletingLastPathComponent().appendingPathComponent("copy-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: program.home, to: copy)
        let shorter = Program(home: copy)
        defer { shorter.remove() }
        let table = program.file("more.csv")
        try "编号,位置,面积（亩）\nA-3,丙村,2.00\n".write(toFile: table, atomically: true, encoding: .utf8)
        _ = try await program.ask(
            "import", table, "--kind", "oldLedger", "--field", "number=编号", "--field", "place=位置", "--field", "statedArea=面积（亩）",
            "--area-unit", "mu")
        _ = try await program.ask("batch", "register", "more.csv")
        let later = try #require(try await program.ask("verify", "--head", head)["headText"] as? String)

        let both = try await program.run("verify", "--head", head, "--head", later)
        let cut = try await shorter.run("verify", "--head", later)
        let plain = try await shorter.run("verify")
        let other = try await program.run("verify", "--head", "3:" + String(repeating: "0", count: 64))

        #expect(both.code == 0 && both.output.contains("已对照日志头 \(head)"))
        #expect(plain.code == 0, "alone, a log cut at its end looks whole")
        #expect(cut.code == 4 && cut.output.contains("末尾被截去"))
        #expect(other.code == 4 && other.output.contains("历史被替换"))
    }
}
