import ArgumentParser
import Enforcement
import Foundation
import Site

extension PlanCommand {
    /// `landledger plan diff A B`: what changed, for whom.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "比较方案", "Tell what two plans, or two versions of one, say differently, and whom it concerns.",
            examples: ["plan diff plans/binhai-2020.yaml plans/binhai-2022.yaml", "plan diff old.yaml new.yaml --by-unit"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @Argument(help: "原方案 Plan before.") var before: String
        @Argument(help: "新方案 Plan after.") var after: String
        @ArgumentParser.Flag(help: "按单位列出 Grouped by the units concerned.") var byUnit = false

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                let old = try read(before, terminal)
                let new = try read(after, terminal)
                let diff = PlanDiff(from: old, to: new)
                terminal.show(diff.items.map(DiffAnswer.init)) {
                    byUnit ? Self.unitLines(diff, terminal) : diff.items.map { Self.line($0, terminal) }
                }
            } catch {
                throw terminal.failure(error)
            }
        }

        private func read(_ path: String, _ terminal: Terminal) throws -> Plan {
            let reading = try PlanFile.read(path)
            if let plan = reading.plan { return plan }
            terminal.show(PlanAnswer(path, reading, speech.lang)) { PlanAnswer.lines(path, reading, terminal) }
            throw ExitCode(ExitMeaning.refused.rawValue)
        }

        private static func line(_ item: PlanDiff.Item, _ terminal: Terminal) -> String {
            let change = terminal.text(item.change.gloss.zh, item.change.gloss.en)
            let words = [item.before, item.after].compactMap { $0 }.joined(separator: " → ")
            let units = item.units.isEmpty ? "" : "（\(item.units.joined(separator: "、"))）"
            let place = item.path.isEmpty ? "" : item.path.joined(separator: " › ") + " › "
            return "\(change) \(place)\(words)\(units)"
        }

        private static func unitLines(_ diff: PlanDiff, _ terminal: Terminal) -> [String] {
            diff.byUnit.flatMap { group in
                ["\(group.unit ?? terminal.text("不涉及具体单位", "no unit named")) \(group.items.count)"]
                    + group.items.map { "  " + line($0, terminal) }
            }
        }
    }
}

/// One difference as `plan diff --json` prints it.
private struct DiffAnswer: Encodable {
    var change: String
    var path: [String]
    var before: String?
    var after: String?
    var units: [String]

    init(_ it: PlanDiff.Item) {
        change = it.change.rawValue
        path = it.path
        before = it.before
        after = it.after
        units = it.units
    }
}
