import ArgumentParser
import Casework
import Enforcement
import Foundation
import Site

/// `landledger judge`: overlays and proposes anew.
struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "套合初判", "Overlay entries with the layers in force and propose verdicts.",
        about: Phrase(
            "不写编号时，重判所有尚未签署的条目。建议不变的条目不增加事件。",
            "Without numbers: every entry that nobody has signed. An entry whose proposal stays the same gets no new event."),
        examples: [
            "judge", "judge 990101-2026-00012 990101-2026-00013", "judge --dry-run", "judge --layer farmland@2019 --dry-run",
            "judge --layer farmland@2019",
        ]
    ).configuration("judge")
    @OptionGroup var common: CommonOptions
    @Argument(help: "台账编号 Ledger numbers.") var numbers: [String] = []
    @Option(help: "只重判新版图层可能改变的条目 Only entries that this layer version can change, as farmland@2019.") var layer: String?
    @ArgumentParser.Flag(help: "预演：列出变动，不写入 Show what would change, and write nothing.") var dryRun = false

    func validate() throws {
        if !numbers.isEmpty, layer != nil || dryRun {
            throw ValidationError("台账编号不能与 --layer、--dry-run 同用。Numbers do not go with --layer or --dry-run.")
        }
    }

    func run() async throws {
        try await Terminal.run(common) { casework, officer, terminal in
            let version = layer.map { LayerVersionID($0) }
            if dryRun {
                let found = try await casework.reassess(version, by: officer, progress: terminal.progress)
                let names = try await Names(casework)
                return terminal.show(ReassessmentAnswer(found)) { terminal.lines(of: found, names) }
            }
            let chosen = numbers.isEmpty ? nil : numbers.map { EntryNumber($0) }
            let changed =
                if let version {
                    try await casework.judge(under: version, by: officer, progress: terminal.progress)
                } else {
                    try await casework.judge(chosen, by: officer, progress: terminal.progress)
                }
            terminal.show(["changed": changed]) { ["\(terminal.text("cli.judged")) \(changed)"] }
        }
    }
}

/// `landledger sign NUMBER`: signs a verdict.
struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "签署判定", "Sign the proposed verdict, or overrule it with a reason.",
        examples: [
            "sign 990101-2026-00012 --as zhifa",
            "sign 990101-2026-00012 --verdict falseChange --reason 现场照片显示未变化",
        ]
    ).configuration("sign")
    @OptionGroup var common: CommonOptions
    @Argument(help: "台账编号 Ledger number.") var number: String
    @Option(help: "改判为 Verdict that overrules the proposal.") var verdict: Verdict?
    @Option(help: "情形 Kind within the verdict.") var kind: String?
    @Option(help: "理由，改判必填 Reason, needed to overrule.") var reason: String?

    func run() async throws {
        try await Terminal.run(common) { casework, officer, terminal in
            let entry = EntryNumber(number)
            guard let state = try await casework.store.entry(entry) else { throw CaseworkError.entryMustExist(entry) }
            guard let proposal = state.proposal else { throw CaseworkError.proposalMustExist(entry) }
            let signed = try await casework.signVerdict(
                VerdictOrder(
                    entry: entry, expectedVersion: state.version, verdict: verdict ?? proposal.verdict, kind: kind, reason: reason,
                    key: IdempotencyKey("sign/\(UUID().uuidString)")), by: officer)
            terminal.show(signed) {
                [
                    "\(number)  \(terminal.text("verdict." + (signed.verdict?.rawValue ?? "")))  \(terminal.text("stage." + signed.stage.rawValue))"
                ]
            }
        }
    }
}
