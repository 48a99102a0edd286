import ArgumentParser
import Enforcement
import Foundation

/// `landledger plan …`: plan files.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "工作方案 Plan files: check, explain.", subcommands: [Check.self, Explain.self],
        defaultSubcommand: Check.self)

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查 Print diagnostics as file:line:column: severity: text (rule).",
            discussion: "Exit code 2 when there is an error.\n\nEXAMPLE\n  landledger plan check plans/zhoucun-2019.yaml --lang en")
        @Argument(help: "Plan file.") var file: String
        @Option(help: "zh or en.") var lang: Language = .zh

        func run() async throws {
            let reading = try PlanFile.read(file)
            let found = reading.diagnostics + (reading.plan.map { PlanCheck.diagnostics(of: $0) } ?? [])
            for diagnostic in found.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
                print(diagnostic.text(file: file, in: lang))
            }
            if found.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "说明 Print the plan back as an outline of the notice, for its author to sign.",
            discussion: "EXAMPLE\n  landledger plan explain plans/zhoucun-2019.yaml")
        @Argument(help: "Plan file.") var file: String

        func run() async throws {
            let reading = try PlanFile.read(file)
            guard let plan = reading.plan else {
                for diagnostic in reading.diagnostics { print(diagnostic.text(file: file, in: .zh)) }
                throw ExitCode(2)
            }
            print(PlanOutline(plan).text)
        }
    }
}

/// A plan file on disk.
enum PlanFile {
    static func read(_ path: String) throws -> PlanReading {
        guard let yaml = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("\(path): no such file, or not UTF-8")
        }
        return Plan.read(yaml, name: path)
    }
}
