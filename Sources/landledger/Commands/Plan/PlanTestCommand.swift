import ArgumentParser
import Enforcement
import Foundation
import Site

extension PlanCommand {
    /// `landledger plan test`: runs the examples of every rule.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "运行示例", "Run the examples of every rule, both ways.",
            about: Phrase(
                "方案里每条规则都有成立和不成立的示例，既是测试也是说明。有一个不符，退出码为 2。",
                "Every rule has examples both ways: tests and manual at once. One that does not come out gives exit code 2."),
            examples: ["plan test plans/binhai-2022.yaml", "plan test plans/binhai-2022.yaml --json"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @Argument(help: "方案文件 Plan file.") var file: String

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                let reading = try PlanFile.read(file)
                // Wrong examples make a plan unusable; those are the ones to show, so they are run all the same.
                let wrong = reading.diagnostics.filter { $0.rule == .exampleMustComeOut }
                guard let plan = reading.plan else {
                    let shown = wrong.isEmpty ? reading.diagnostics : wrong
                    terminal.show(PlanAnswer(file, reading, speech.lang)) { shown.map { $0.text(file: file, in: terminal.language) } }
                    throw ExitCode(ExitMeaning.refused.rawValue)
                }
                terminal.show(plan.exampleResults.map(ExampleAnswer.init)) { ExampleAnswer.lines(plan.exampleResults, terminal) }
            } catch {
                throw terminal.failure(error)
            }
        }
    }
}

/// One example as `plan test --json` prints it.
private struct ExampleAnswer: Encodable {
    var table: String
    var rule: String
    var holds: Bool
    var right: Bool
    var facts: String
    var found: String
    var line: Int

    init(_ it: ExampleResult) {
        table = it.table
        rule = it.row
        holds = it.wanted
        right = it.isRight
        facts = it.facts
        found = it.found
        line = it.position.line
    }

    static func lines(_ results: [ExampleResult], _ terminal: Terminal) -> [String] {
        let lines = results.map { it in
            let mark = it.isRight ? "✓" : "✗"
            let manner = it.wanted ? terminal.text("成立", "holds") : terminal.text("不成立", "does not")
            return "\(mark) \(it.table)/\(it.row) \(manner)：\(it.facts) → \(it.found)"
        }
        return lines + [
            terminal.text(
                "示例 \(results.count) 个，不符 \(results.count { !$0.isRight }) 个",
                "\(results.count) examples, \(results.count { !$0.isRight }) wrong")
        ]
    }
}
