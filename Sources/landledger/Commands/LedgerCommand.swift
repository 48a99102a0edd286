import ArgumentParser
import Casework
import Enforcement
import GeoFiles

/// `landledger ledger …`: the one ledger.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "一本账 The ledger: list, show an entry, export.", subcommands: [List.self, Show.self, Export.self],
        defaultSubcommand: List.self)

    /// Which entries.
    struct Filter: ParsableArguments {
        @Option(help: "Stage; repeatable.") var stage: [EntryState.Stage] = []
        @Option(help: "Verdict; repeatable.") var verdict: [Verdict] = []
        @Option(help: "Unit; repeatable.") var unit: [String] = []
        @Option(help: "Flag of the plan; repeatable.") var flag: [String] = []
        @Option(help: "Part of a number or of the place.") var text: String?
        @Option(help: "number, area, changed or unit.") var order: EntryQuery.Order = .number
        @ArgumentParser.Flag(help: "Largest or latest first.") var descending = false

        var query: EntryQuery {
            EntryQuery(
                stages: Set(stage), verdicts: Set(verdict), units: Set(unit.map { UnitID($0) }), flags: Set(flag), text: text, order: order,
                descending: descending)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "台账清单 List entries.")
        @OptionGroup var common: CommonOptions
        @OptionGroup var filter: Filter
        @Option(help: "Entries to print.") var limit = 50

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                guard let query = filter.query.held(to: officer) else { throw CaseworkError.permissionMustBeHeld(.readEntries) }
                let page = try await casework.store.entries(query, offset: 0, limit: limit)
                terminal.show(page.entries) {
                    page.entries.map { entry in
                        "\(entry.number)  \(terminal.text("stage." + entry.stage.rawValue))  "
                            + "\(entry.verdict.map { terminal.text("verdict." + $0.rawValue) } ?? "—")  \(terminal.mu(entry.area))  "
                            + "\(entry.place.unit?.text ?? "—")  \(entry.proposal?.title ?? "")"
                    } + ["\(terminal.text("ledger.total")) \(page.total)  \(terminal.mu(page.totalArea))"]
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "条目 Show an entry with findings, proposal and history.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "Ledger number.") var number: String

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let entry = EntryNumber(number)
                guard let state = try await casework.store.entry(entry) else { throw CaseworkError.entryMustExist(entry) }
                let history = try await casework.store.history(of: .entry(entry))
                terminal.show(state) { EntryLines(state, history, terminal).all }
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "导出台账 Export entries to XLSX, GeoPackage, Shapefile, GeoJSON or CSV.",
            discussion: """
                EXAMPLES
                  landledger ledger export --format xlsx --output ledger.xlsx
                  landledger ledger export --format shp --encoding GBK --epsg 4527 --output ledger.zip --verdict illegal
                """)
        @OptionGroup var common: CommonOptions
        @OptionGroup var filter: Filter
        @Option(help: "xlsx, gpkg, shp, geojson or csv.") var format: ExportFormat
        @Option(name: .shortAndLong, help: "File to write.") var output: String
        @Option(help: "EPSG code of the coordinates written.") var epsg = 4490
        @Option(help: "UTF-8 or GBK, for Shapefile and CSV.") var encoding = "UTF-8"

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                try Home(common.home).mustNotOverwrite(output)
                let count = try await casework.exportLedger(
                    filter.query, as: format, to: output, options: ExportOptions(epsg: epsg, encoding: encoding),
                    words: terminal.words(of: casework.plan),
                    by: officer, progress: terminal.progress)
                terminal.show(["written": count]) { ["\(output)  \(count)"] }
            }
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}
