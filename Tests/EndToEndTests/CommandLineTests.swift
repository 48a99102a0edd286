import Foundation
import Testing

@Suite("The command line says what is wrong, in Chinese first")
struct CommandLineTests {
    @Test(
        "A mistyped command is explained in Chinese before the parser's English, and ends with 64",
        arguments: [
            (["plan", "check"], "缺少 <file>"), (["ledger", "lst"], "多出了参数：'lst'"), (["init"], "缺少 --plan"),
            (["serve", "--port", "x"], "“x”不能用作 --port <port> 的值"), (["ledger", "list", "--limt", "3"], "没有选项 --limt，是否应为 --limit"),
            (["ledger", "list", "--verdict", "bad"], "可写 legal、illegal、other、falseChange、doubtful"), (["init", "--plan"], "后面缺少值"),
            (["verify", "--json=yes"], "不带值"), (["verify", "--head", "12:34"], "“12:34”不能用作 --head"),
            (["serve", "--base-map", "name=a"], "不能用作 --base-map"),
        ])
    func argumentErrors(words: [String], told: String) async throws {
        let answer = try await Program.start(Program.executable, words, input: nil)

        #expect(answer.code == 64)
        let lines = answer.errors.split(separator: "\n")
        #expect(lines.first?.contains(told) == true, "\(answer.errors)")
        #expect(lines.dropFirst().first?.hasPrefix("Error: ") == true, "\(answer.errors)")
    }

    @Test("Help pages have Chinese headings and end with 0")
    func help() async throws {
        let answer = try await Program.start(Program.executable, ["ledger", "export", "--help"], input: nil)
        #expect(answer.code == 0)
        for heading in ["概述 OVERVIEW:", "用法 USAGE:", "选项 OPTIONS:", "示例 EXAMPLES", "退出码 EXIT CODES"] {
            #expect(answer.output.contains(heading), "\(heading)")
        }
    }

    @Test("plan check and plan explain print JSON; a bomb of references ends with 2, at its place", .timeLimit(.minutes(5)))
    func planAsJSON() async throws {
        func ask(_ words: String...) async throws -> (Int32, [String: Any]) {
            let answer = try await Program.start(Program.executable, ["plan"] + words + ["--json"], input: nil)
            return (answer.code, try answer.object())
        }
        let (code, good) = try await ask("check", "plans/zhoucun-2019.yaml")
        #expect(code == 0 && good["usable"] as? Bool == true && good["plan"] as? String == "zhoucun-2019")
        let lines = (good["diagnostics"] as? [[String: Any]] ?? []).map { "\($0["line"] ?? 0):\($0["column"] ?? 0) \($0["rule"] ?? "")" }
        #expect(lines.count == Set(lines).count, "nothing is told twice: \(lines)")

        let (bad, bomb) = try await ask("check", "Tests/Fixtures/plans/laughs.yaml")
        let found = bomb["diagnostics"] as? [[String: Any]] ?? []
        #expect(bad == 2 && bomb["usable"] as? Bool == false)
        #expect(found.map { $0["rule"] as? String } == ["reference-must-not-stand"])
        #expect(found.first?["line"] as? Int == 4)

        let (_, explained) = try await ask("explain", "plans/zhoucun-2019.yaml")
        #expect((explained["outline"] as? [Any])?.count ?? 0 > 50)
        let (missing, error) = try await ask("explain", "nowhere.yaml")
        #expect(missing == 2 && error["rule"] as? String == "planMustBeThere")
    }

    @Test("A ledger is not made from a plan that cannot be used; the diagnostics are shown in both languages", arguments: ["zh", "en"])
    func initRefusesBadPlan(language: String) async throws {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent("bad-\(UUID().uuidString)").path
        let words = ["init", "--home", home, "--plan", "Tests/Fixtures/plans/laughs.yaml", "--lang", language]
        let answer = try await Program.start(Program.executable, words, input: nil)
        #expect(answer.code == 2)
        #expect(
            answer.errors.contains(
                language == "zh" ? "laughs.yaml:4:8: 错误: 方案不能使用 YAML 引用" : "laughs.yaml:4:8: error: a plan takes no YAML"))
        #expect(!FileManager.default.fileExists(atPath: home))
    }

    @Test("Accounts need a password of ten characters and are listed with their role")
    func accounts() async throws {
        let program = try await Program.make()
        defer { program.remove() }
        let short = try await program.run("account", "add", "zhifa", "--title", "执法科", "--role", "enforcement", input: "short\n")
        let good = try await program.run("account", "add", "zhifa", "--title", "执法科", "--role", "enforcement", input: "long enough 1\n")
        #expect(short.code == 2 && short.errors.contains("不足 10 位"))
        #expect(good.code == 0)
        #expect(try await program.run("account").output.contains("zhifa  执法"))
        #expect(try await program.run("batch").output.contains("（没有）"))
    }
}
