import ArgumentParser
import Casework
import Enforcement
import Foundation
import Site

/// `landledger propose`: what another plan would say of the present ledger.
struct ProposeCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "方案试算", "Tell how two plans differ in verdicts and routes over the present ledger.",
        about: Phrase(
            "对台账全部条目各算一遍，打印结论不同的宗数、面积和清单；不写入任何东西。--plan 缺省为台账自己的方案。",
            "Works both plans out for every entry and prints what differs: counts, areas, the list. Nothing is written. --plan defaults to the "
                + "ledger's own."),
        examples: [
            "propose --compare plans/binhai-2022.yaml",
            "propose --plan plans/binhai-2020.yaml --at 2022-04-01 --compare plans/binhai-2022.yaml --json",
        ]
    ).configuration("propose")
    @OptionGroup var common: CommonOptions
    @Option(help: "原方案，缺省为台账的方案 Plan before; default the ledger's own.") var plan: String?
    @Option(help: "另一方案 Plan it is compared with.") var compare: String
    @Option(help: "判定之日，缺省今天 Day of judging, default today.") var at: DayArgument?
    @Option(help: "列出的条目数 Entries that are listed.") var list = 20

    func run() async throws {
        try await Terminal.run(common) { casework, _, terminal in
            let old = try plan.map(Self.read) ?? casework.plan
            let new = try Self.read(compare)
            let day = at?.day ?? casework.clock.now().day
            let found = try await casework.compare(old, new, on: day, progress: terminal.progress)
            terminal.show(Answer(found)) { lines(found, terminal) }
        }
    }

    private static func read(_ path: String) throws -> Plan {
        let reading = try PlanFile.read(path)
        if let plan = reading.plan { return plan }
        throw Refusal.planMustBeReadable(path: path, diagnostics: reading.diagnostics.filter { $0.severity == .error })
    }

    private func lines(_ found: PlanComparison, _ terminal: Terminal) -> [String] {
        let head = terminal.text(
            "\(found.before) 与 \(found.after)，\(found.day.text)：条目 \(found.compared) 宗，结论不同 \(found.items.count) 宗",
            "\(found.before) and \(found.after), \(found.day.text): \(found.compared) entries, \(found.items.count) differ")
        let moves = found.moves.map { "\($0.count)  \(terminal.mu($0.area))  \($0.before.words)  ⇒  \($0.after.words)" }
        let rows = found.items.prefix(max(0, list)).map {
            "  \($0.number)  \(terminal.mu($0.area))  \($0.before.words)  ⇒  \($0.after.words)"
        }
        return [head] + moves + rows
    }

    /// What `propose --json` prints.
    private struct Answer: Encodable {
        var comparison: PlanComparison
        var moves: [PlanComparison.Move]

        init(_ found: PlanComparison) {
            comparison = found
            moves = found.moves
        }
    }
}
