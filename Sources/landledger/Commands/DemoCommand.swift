import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import Site

/// `landledger demo`: makes the demonstration county and takes its files through the same verbs as real ones.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "示范县", "Make the demonstration county and its ledger.",
        about: Phrase(
            "全部内容都是虚构的。各种来件放在 HOME/county，账号和口令在 HOME/accounts.json。",
            "Everything in it is fictitious. Its files stand in HOME/county, accounts and passwords in HOME/accounts.json."),
        examples: ["demo --home var/demo", "demo --home var/small --parcels 3000"]
    ).configuration("demo")
    @OptionGroup var common: CommonOptions
    @Option(help: "调查图斑数 Survey parcels of the county.") var parcels = 60_000
    @Option(help: "种子，相同的种子生成相同的县 Seed; the same seed makes the same county.") var seed: UInt64 = 2019
    @Option(help: "每季度卫片图斑数，至少 60 Patches of each quarter, at least 60.") var patches = 300
    @Option(help: "采用的工作方案 Plan whose rules are applied.") var plan = "plans/zhoucun-2019.yaml"
    @ArgumentParser.Flag(help: "只生成来件，不建台账 Write the county's files only.") var filesOnly = false
    @ArgumentParser.Flag(help: "第二季度批次留待在页面上导入 Leave the second quarter's batch unread, to be dragged into the page.")
    var leaveSecondQuarter = false

    /// With fewer patches some paper layers, such as approvals, would hold nothing, and no rule could tell by them.
    func validate() throws {
        guard patches >= 60, parcels >= 2000 else {
            throw ValidationError("--patches 至少 60，--parcels 至少 2000。--patches is at least 60, --parcels at least 2000.")
        }
    }

    func run() async throws {
        let terminal = Terminal(common.speech)
        do {
            let home = Home(common.home)
            let folder = home.folder.appendingPathComponent("county")
            let manifest = try await writeCounty(to: folder, terminal)
            guard !filesOnly else { return terminal.show(["county": folder.path]) { [folder.path] } }
            let casework = try await home.create(plan: try planForCounty(manifest, in: home), digest: .sm3)
            try await take(manifest, from: folder.path, into: casework, terminal)
            let accounts = try await DemonstrationAccounts.make(in: casework.store)
            try accounts.write(to: home)
            try await sign(in: casework)
            terminal.show(["home": common.home]) { [""] + accounts.lines(terminal) }
        } catch {
            throw terminal.failure(error)
        }
    }

    private func writeCounty(to folder: URL, _ terminal: Terminal) async throws -> CountyManifest {
        say(terminal, "demo.making", "\(parcels)")
        let county = Demonstration(seed: seed, parcels: parcels, firstQuarter: patches, secondQuarter: patches + patches / 6).make()
        return try await county.write(to: folder.path, with: FileWriter(executable: Home.executable))
    }

    /// The plan under the county's own code: a plan is data, and its area one line of it.
    private func planForCounty(_ manifest: CountyManifest, in home: Home) throws -> String {
        let reading = try PlanFile.read(plan)
        guard let source = reading.plan, let text = try? String(contentsOfFile: plan, encoding: .utf8) else {
            throw Refusal.planMustBeReadable(path: plan, diagnostics: reading.diagnostics)
        }
        // The county stands in for the notice's own: its words, rules and routes, under the county's code.
        let title = "\(source.title)（\(manifest.county)示范）"
        let english = source.english[source.title] ?? source.id
        let own = text.replacing(#/(?m)^area:.*$/#, with: "area: \"\(manifest.division)\"")
            .replacing(#/(?m)^title:.*$/#, with: "title: \(title)")
            .replacing(
                #/(?m)^english:$/#,
                with: "english:\n  \(title): \(english), in the demonstration county")
        let path = home.folder.appendingPathComponent("county/\(source.id).yaml").path
        try own.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func take(_ manifest: CountyManifest, from folder: String, into casework: Caseworker, _ terminal: Terminal) async throws {
        guard let officer = try await casework.store.officer(OfficerID("operator")) else { return }
        for order in manifest.layerOrders(in: folder) {
            let outcome = try await casework.addLayer(order, by: officer, progress: terminal.progress)
            say(terminal, "demo.layer", "\(outcome.version.title) \(outcome.version.version)  \(outcome.version.featureCount)")
        }
        for order in manifest.importOrders(in: folder) where !(leaveSecondQuarter && order.period == "2019Q2") {
            let outcome = try await casework.importFile(order, by: officer, progress: terminal.progress)
            let batch = outcome.batch.batch
            let registered = try await casework.registerBatch(batch.id, by: officer, progress: terminal.progress)
            say(
                terminal, "demo.batch",
                "\(batch.fileName)  \(batch.patches)/\(batch.rows)  +\(registered.created.count)  =\(registered.attached.count)")
        }
    }

    /// A month of an officer's work: the first proposals of the first quarter are signed as proposed.
    private func sign(in casework: Caseworker) async throws {
        guard let officer = try await casework.store.officer(OfficerID("zhifa")) else { return }
        let page = try await casework.store.entries(EntryQuery(stages: [.proposed]), offset: 0, limit: patches / 2)
        for entry in page.entries {
            guard let proposal = entry.proposal else { continue }
            _ = try await casework.signVerdict(
                VerdictOrder(
                    entry: entry.number, expectedVersion: entry.version, verdict: proposal.verdict, kind: nil, reason: nil,
                    key: IdempotencyKey("demo-sign/\(entry.number)")), by: officer)
        }
    }

    private func say(_ terminal: Terminal, _ key: String, _ words: String) {
        terminal.bar.finish()
        if !common.speech.json { print("\(terminal.text(key))  \(words)") }
    }
}
