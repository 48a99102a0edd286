import ArgumentParser
import Enforcement
import Foundation
import Site

/// `landledger plan …`: plan files.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandHelp.group(
        "plan", "工作方案", "Plan files: check, explain, compare, run their examples, start a new one, put one in force.",
        [Check.self, Explain.self, Test.self, Diff.self, Schema.self, New.self, Activate.self, History.self], by: Check.self)

    struct Check: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "检查方案", "Check a plan file.",
            about: Phrase(
                "逐条打印 文件:行:列: 级别: 问题（规则）。有“错误”时不能使用，退出码为 2。",
                "Prints file:line:column: severity: text (rule). A plan with an error cannot be used; exit code 2."),
            examples: ["plan check plans/zhoucun-2019.yaml", "plan check plans/zhoucun-2019.yaml --json"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @Argument(help: "方案文件 Plan file.") var file: String

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                let reading = try PlanFile.read(file)
                terminal.show(PlanAnswer(file, reading, speech.lang)) { PlanAnswer.lines(file, reading, terminal) }
                if reading.plan == nil { throw ExitCode(ExitMeaning.refused.rawValue) }
            } catch {
                throw terminal.failure(error)
            }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "说明方案", "Print the plan back as an outline of the notice, for its author to sign.",
            about: Phrase(
                "按通知条文的次序，逐条列出方案取自该条的内容和疑点，供对照通知逐句核对；带＊的是方案所加。--by-section 按方案各节列出。",
                "In the order of the notice: under every clause what the plan takes from it and what is odd about it; ＊ marks what the plan adds. "
                    + "--by-section tells it section by section instead."),
            examples: ["plan explain plans/zhoucun-2019.yaml", "plan explain plans/zhoucun-2019.yaml --by-section --json"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @ArgumentParser.Flag(help: "按方案各节列出 Section by section, as the plan file has them.") var bySection = false
        @Argument(help: "方案文件 Plan file.") var file: String

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                let reading = try PlanFile.read(file)
                let outline = reading.plan.map { PlanOutline($0) }
                let lines = outline.map { bySection ? $0.lines : $0.linesByClause }
                terminal.show(PlanAnswer(file, reading, speech.lang, outline: lines)) {
                    lines.map { $0.map(\.told) + PlanAnswer.remarks(file, reading, terminal) } ?? PlanAnswer.lines(file, reading, terminal)
                }
                if outline == nil { throw ExitCode(ExitMeaning.refused.rawValue) }
            } catch {
                throw terminal.failure(error)
            }
        }
    }
}

/// What `plan check --json` and `plan explain --json` print.
struct PlanAnswer: Encodable {
    struct Remark: Encodable {
        var line: Int
        var column: Int
        var severity: PlanDiagnostic.Severity
        var rule: String
        var found: String
        var suggestion: String?
        var message: String
    }
    struct Line: Encodable {
        var depth: Int
        var text: String
        var clause: String?
    }

    var file: String
    /// Whether a ledger can use the plan.
    var usable: Bool
    var plan: String?
    var title: String?
    var version: String?
    var diagnostics: [Remark]
    var outline: [Line]?

    init(_ file: String, _ reading: PlanReading, _ language: Language, outline: [OutlineLine]? = nil) {
        self.file = file
        usable = reading.plan != nil
        plan = reading.plan?.id
        title = reading.plan?.title
        version = reading.plan?.version
        diagnostics = reading.diagnostics.map {
            Remark(
                line: $0.line, column: $0.column, severity: $0.severity, rule: $0.rule.rawValue, found: $0.found, suggestion: $0.suggestion,
                message: $0.message(in: language))
        }
        self.outline = outline?.map { Line(depth: $0.depth, text: $0.text, clause: $0.clause) }
    }

    /// What the check found beside the points the outline tells anyway.
    static func remarks(_ file: String, _ reading: PlanReading, _ terminal: Terminal) -> [String] {
        let rest = reading.diagnostics.filter { $0.rule != .pointIsOpen }
        return rest.isEmpty ? [] : [terminal.text("检查所见", "Found by the check")] + rest.map { $0.text(file: file, in: terminal.language) }
    }

    static func lines(_ file: String, _ reading: PlanReading, _ terminal: Terminal) -> [String] {
        func count(_ severity: PlanDiagnostic.Severity) -> Int { reading.diagnostics.count { $0.severity == severity } }
        let counts = PlanDiagnostic.Severity.allCases.map { "\($0.title(in: terminal.language)) \(count($0))" }.joined(separator: "  ")
        let state = reading.plan == nil ? terminal.text("不能使用", "cannot be used") : terminal.text("可以使用", "can be used")
        return reading.diagnostics.map { $0.text(file: file, in: terminal.language) } + ["\(file): \(state)  \(counts)"]
    }
}
