import ArgumentParser
import Casework
import Enforcement
import GeoFiles

/// `landledger ledger …`: the one ledger.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandHelp.group(
        "ledger", "一本账", "The ledger: list, show an entry, export.", [List.self, Show.self, ExportCommand.self], by: List.self)

    /// Which entries.
    struct Filter: ParsableArguments {
        @Option(help: "状态，可重复 Stage; repeatable.") var stage: [EntryState.Stage] = []
        @Option(help: "判定，可重复 Verdict; repeatable.") var verdict: [Verdict] = []
        @Option(help: "责任单位，可重复 Unit; repeatable.") var unit: [String] = []
        @Option(help: "方案中的标记，可重复 Flag of the plan; repeatable.") var flag: [String] = []
        @Option(help: "编号或位置中的文字 Part of a number or of the place.") var text: String?
        @Option(help: "排序 Order: number, area, changed, unit.") var order: EntryQuery.Order = .number
        @ArgumentParser.Flag(help: "从大到小、从新到旧 Largest or latest first.") var descending = false

        var query: EntryQuery {
            EntryQuery(
                stages: Set(stage), verdicts: Set(verdict), units: Set(unit.map { UnitID($0) }), flags: Set(flag), text: text, order: order,
                descending: descending)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "台账清单", "List entries.",
            examples: ["ledger list --verdict doubtful", "ledger list --order area --descending --limit 20 --json"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @OptionGroup var filter: Filter
        @Option(help: "最多列出条数 Entries to print.") var limit = 50

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                guard let query = filter.query.held(to: officer) else { throw CaseworkError.permissionMustBeHeld(.readEntries) }
                let page = try await casework.store.entries(query, offset: 0, limit: limit)
                let names = try await Names(casework)
                terminal.show(page.entries) {
                    page.entries.map { entry in
                        "\(entry.number)  \(terminal.text("stage." + entry.stage.rawValue))  "
                            + "\(entry.verdict.map { terminal.text("verdict." + $0.rawValue) } ?? "—")  \(terminal.mu(entry.area))  "
                            + "\(names.unit(entry.place.unit))  \(entry.proposal?.title ?? "")"
                    } + ["\(terminal.text("ledger.total")) \(page.total)  \(terminal.mu(page.totalArea))"]
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "查看条目", "Show an entry with findings, proposal and history.", examples: ["ledger show 990101-2026-00012"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "台账编号 Ledger number.") var number: String

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let entry = EntryNumber(number)
                guard let state = try await casework.store.entry(entry) else { throw CaseworkError.entryMustExist(entry) }
                let history = try await casework.store.history(of: .entry(entry))
                let names = try await Names(casework)
                let asked = try await casework.disposition(of: state)
                terminal.show(state) { EntryLines(state, asked, of: casework.plan, history, names, terminal).all }
            }
        }
    }
}
