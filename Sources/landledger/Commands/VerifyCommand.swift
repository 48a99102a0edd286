import ArgumentParser
import Casework
import Enforcement
import Site

/// `landledger verify`: recomputes the hash chain and what it names.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "校验台账", "Recompute every hash of the log, of the patches and of the layers; compare the state tables with the log.",
        about: Phrase(
            "日志头（条数:校验值）每次校验和导出时都会打印，请抄存在台账之外。以后用 --head 带上它，末尾被截、整本被换都能发现。",
            "The head (size:chain) is printed by every verification and export: keep it elsewhere. With --head a later "
                + "verification sees whether the end was cut off or the whole log replaced."),
        examples: ["verify --home var/ledger", "verify --head 4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
        more: [.broken]
    ).configuration("verify")
    @OptionGroup var common: CommonOptions
    @Option(help: "先前抄存的日志头，可重复 Head written down before, SIZE:CHAIN; repeatable.") var head: [HeadArgument] = []

    func run() async throws {
        try await Terminal.run(common) { casework, _, terminal in
            let size = try await casework.store.head().size
            var report = try await casework.store.verify { terminal.count($0, of: size) }
            report.broken += try await casework.store.compareStateWithLog().map { "\(terminal.text("verify.state")) \($0)" }
            for earlier in head.map(\.head) {
                if let words = words(try await casework.store.check(earlier), of: earlier) {
                    report.broken.append(words[terminal.language])
                }
            }
            terminal.show(VerifyAnswer(report, earlier: head.map(\.head.text))) { lines(report, terminal) }
            if !report.broken.isEmpty { throw ExitCode(ExitMeaning.broken.rawValue) }
        }
    }

    private func lines(_ report: VerificationReport, _ terminal: Terminal) -> [String] {
        let heads = head.map { terminal.text("已对照日志头 ", "compared with head ") + $0.head.text }
        return [
            report.head.line(terminal),
            "\(terminal.text("verify.events")) \(report.events)  \(terminal.text("verify.patches")) \(report.patches)  "
                + "\(terminal.text("verify.features")) \(report.features)",
        ] + heads
            + (report.broken.isEmpty
                ? [terminal.text("verify.intact")] : report.broken.map { "\(terminal.text("verify.broken")) \($0)" })
    }

    /// What a comparison found, when the log does not go on from the head.
    private func words(_ check: HeadCheck, of earlier: LogHead) -> Phrase? {
        switch check {
        case .continues: nil
        case .shorter(let size):
            Phrase(
                "日志只有 \(size) 条，而抄存的日志头有 \(earlier.size) 条：末尾被截去，或打开的是旧备份",
                "the log has \(size) events, the head written down \(earlier.size): its end was cut off, or this is an older copy")
        case .differs(let chain):
            Phrase(
                "第 \(earlier.size) 条处的校验值是 \(chain)，与抄存的日志头不同：历史被替换，或不是同一本账",
                "the chain at event \(earlier.size) is \(chain), not what was written down: history was replaced, or this is another ledger"
            )
        }
    }
}

/// What `verify --json` prints: the report, its head as one text, the heads it was compared with.
struct VerifyAnswer: Encodable {
    var head: LogHead
    var headText: String
    var comparedWith: [String]
    var events: Int
    var patches: Int
    var features: Int
    var broken: [String]

    init(_ report: VerificationReport, earlier: [String]) {
        head = report.head
        headText = report.head.text
        comparedWith = earlier
        events = report.events
        patches = report.patches
        features = report.features
        broken = report.broken
    }
}

extension LogHead {
    /// `日志头 4711:9f…（SM3）`, to be written down.
    func line(_ terminal: Terminal) -> String { terminal.text("日志头 ", "head ") + text + "  " + algorithm }
}

/// `landledger rebuild`: folds the log anew and compares with the state tables.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "核对现状", "Fold the log anew and compare with the state tables; nothing is written.",
        examples: ["rebuild --home var/ledger"], more: [.broken]
    ).configuration("rebuild")
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Terminal.run(common) { casework, _, terminal in
            let differing = try await casework.store.compareStateWithLog()
            terminal.show(differing) {
                differing.isEmpty ? [terminal.text("rebuild.same")] : differing.map { "\(terminal.text("verify.state")) \($0)" }
            }
            if !differing.isEmpty { throw ExitCode(ExitMeaning.broken.rawValue) }
        }
    }
}
