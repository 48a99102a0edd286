import LandGeometry
import Testing

@testable import Enforcement

@Suite("A plan file that is no YAML, or hostile")
struct YamlTests {
    private func first(_ text: String) throws -> PlanDiagnostic {
        let reading = Plan.read(text, name: "x.yaml")
        #expect(reading.plan == nil && reading.diagnostics.count == 1)
        return try #require(reading.diagnostics.first)
    }

    @Test(
        "A slip of syntax is told at its line and column, with the line that stands there and how to mend it",
        arguments: [
            ("plan: x\ntitle: [a, b\narea: 1\n", "yaml-bracket-must-be-closed", "2:8", "title: [a, b"),
            ("plan: { a: 1\n", "yaml-bracket-must-be-closed", "1:7", "plan: { a: 1"),
            ("plan: x\n\ttitle: b\n", "yaml-must-indent-by-spaces", "2:1", "title: b"),
            ("plan: \"x\ntitle: b\n", "yaml-quote-must-be-closed", "1:7", "plan: \"x"),
            ("plan: x\ntitle b\narea: 3\n", "yaml-key-must-have-colon", "2:1", "title b"),
            ("plan: x\ntitle: a: b\n", "yaml-must-indent-alike", "2:9", "title: a: b"),
            ("a:\n  - 1\n - 2\n", "yaml-must-indent-alike", "3:2", "- 2"),
            ("plan: @x\n", "yaml-word-must-be-quoted", "1:7", "plan: @x"), ("plan: *x\n", "yaml-word-must-be-quoted", "1:7", "plan: *x"),
            ("plan: \"\\q\"\n", "yaml-escape-must-be-known", "1:8", "plan: \"\\q\""),
            ("plan: x\n---\nplan: y\n", "yaml-must-be-one-document", "2:1", "---"),
            ("plan: 甲\u{7}\n", "yaml-must-have-no-controls", "1:8", "U+7"), ("a: 1\na: 2\n", "name-must-be-unique", "1:1", "a"),
        ])
    func slips(text: String, rule: String, place: String, found: String) throws {
        let it = try first(text)
        #expect(it.rule.rawValue == rule)
        #expect("\(it.line):\(it.column)" == place)
        #expect(it.found == found)
        for language in Language.allCases { #expect(it.message(in: language).contains(found)) }
        #expect(!it.message(in: .zh).contains("did not find") && !it.message(in: .zh).contains("expected"))
    }

    @Test("A billion laughs are refused at the first reference, also as a key, before anything unfolds", .timeLimit(.minutes(1)))
    func laughs() throws {
        let it = try first(try Fixtures.text("Tests/Fixtures/plans/laughs.yaml"))
        #expect(it.rule == .referenceMustNotStand && it.line == 4 && it.found == "*a")
    }

    @Test("A star or an ampersand in text is no reference")
    func stars() {
        #expect(YamlGuard.reference(in: "a: '01*'\nb: R&D\nc: 5 * 3\n") == nil)
        #expect(YamlGuard.reference(in: "a: *x\nb: &x 1\n") == nil)
        #expect(YamlGuard.reference(in: "a: &x 1\n\nb: [*x]\n")?.at == SourcePosition(line: 3, column: 5))
    }

    @Test(
        "Nesting without end is refused, in brackets and in lines, closed or not", .timeLimit(.minutes(1)),
        arguments: [
            "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900), "a: " + String(repeating: "[", count: 100_000),
            "a: " + String(repeating: "{a: ", count: 100_000), String(repeating: "- ", count: 900) + "a",
            (0..<900).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"), String(repeating: "? ", count: 100_000),
        ])
    func nesting(text: String) throws {
        #expect(try first(text).rule == .nestingMustBeShallow)
    }

    @Test("A plan nests as deep as the limit, and no deeper")
    func limit() {
        func nested(_ levels: Int) -> [PlanDiagnostic.Rule] {
            let text = "a: " + String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels)
            return Plan.read(text, name: "x.yaml").diagnostics.map(\.rule).filter { $0 == .nestingMustBeShallow }
        }
        #expect(nested(Plan.Limits.depth - 2).isEmpty)
        #expect(nested(Plan.Limits.depth - 1) == [.nestingMustBeShallow])
    }

    @Test("A file too large is refused unread, one in GBK at its first character that is no UTF-8; a byte order mark is no fault")
    func bytes() throws {
        let large = Plan.read(bytes: [UInt8](repeating: 0x61, count: Plan.Limits.bytes + 1), name: "large.yaml")
        #expect(large.diagnostics.map(\.rule) == [.fileMustBeSmall])
        let gbk = Plan.read(bytes: Array("plan: x\ntitle: ".utf8) + [0xD6, 0xD0, 0x0A], name: "gbk.yaml")
        #expect(gbk.diagnostics.map(\.rule) == [.textMustBeUTF8])
        #expect(gbk.diagnostics.first.map { "\($0.line):\($0.column)" } == "2:8")
        let text = try Fixtures.text("plans/zhoucun-2019.yaml")
        #expect(Plan.read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), name: "zhoucun-2019.yaml").plan != nil)
    }
}
