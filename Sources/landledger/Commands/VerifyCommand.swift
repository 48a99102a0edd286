import ArgumentParser
import Casework
import Enforcement

/// `landledger verify`: recomputes the hash chain and what it names.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "校验 Recompute every hash of the log, of the patches and of the layers, and compare the state tables with the log.",
        discussion: "Exit code 4 when anything does not match; the rows are named.")
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Terminal.run(common) { casework, _, terminal in
            let head = try await casework.store.head()
            var report = try await casework.store.verify { terminal.count($0, of: head.size) }
            report.broken += try await casework.store.compareStateWithLog().map { "\(terminal.text("verify.state")) \($0)" }
            terminal.show(report) {
                [
                    "\(report.head.algorithm)  \(report.head.chain)",
                    "\(terminal.text("verify.events")) \(report.events)  \(terminal.text("verify.patches")) \(report.patches)  "
                        + "\(terminal.text("verify.features")) \(report.features)",
                ]
                    + (report.broken.isEmpty
                        ? [terminal.text("verify.intact")] : report.broken.map { "\(terminal.text("verify.broken")) \($0)" })
            }
            if !report.broken.isEmpty { throw ExitCode(4) }
        }
    }
}

/// `landledger rebuild`: folds the log anew and compares with the state tables.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "核对现状 Fold the log anew and compare with the state tables.",
        discussion: "Exit code 4 when a stream differs.")
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Terminal.run(common) { casework, _, terminal in
            let differing = try await casework.store.compareStateWithLog()
            terminal.show(differing) {
                differing.isEmpty ? [terminal.text("rebuild.same")] : differing.map { "\(terminal.text("verify.state")) \($0)" }
            }
            if !differing.isEmpty { throw ExitCode(4) }
        }
    }
}
