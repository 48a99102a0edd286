import ArgumentParser
import Foundation
import Site

/// The command line of LandLedger (土地整治一本账).
@main
struct LandLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landledger",
        abstract: "土地整治一本账：从卫片图斑到一张图上的一本账 From satellite patches to one ledger on the map.",
        discussion: """
            台账就是一个目录（--home）：ledger.gpkg 可直接用 QGIS 打开，工作方案的每一版都在其中。
            A ledger is a folder (--home): ledger.gpkg, which QGIS opens, with every version of the plan in it.

            示例 EXAMPLES
              landledger init --home var/ledger --plan plans/zhoucun-2019.yaml
              landledger layer add YJJBNTTB.zip --version 2018 --from 2018-01-01
              landledger import 2019Q1.zip --period 2019Q1
              landledger batch register 2019Q1.zip
              landledger ledger export --format xlsx --output ledger.xlsx
              landledger serve

            退出码 EXIT CODES
            \(ExitMeaning.allCases.map { "  \($0.rawValue) \($0.words.zh) \($0.words.en)" }.joined(separator: "\n"))
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, ImportCommand.self, BatchCommand.self, LayerCommand.self, JudgeCommand.self, SignCommand.self,
            LedgerCommand.self, VerifyCommand.self, RebuildCommand.self, PlanCommand.self, ProposeCommand.self, AccountCommand.self,
            ServeCommand.self, OverlayCommand.self, DemoCommand.self, ReaderCommand.self,
        ])

    /// As the parser's own, with Chinese before its English.
    static func main() async {
        guard Processor.fitsThisBuild else {
            FileHandle.standardError.write(Data(Processor.refusal.utf8))
            Foundation.exit(70)
        }
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let isHelp = exitCode(for: error) == .success
        let text = fullMessage(for: error)
        if isHelp, text.hasPrefix("OVERVIEW:") {
            print(HelpHeadings.bilingual(text))
            Foundation.exit(EXIT_SUCCESS)
        }
        if exitCode(for: error) == .validationFailure, let line = ArgumentWords.line(for: message(for: error)) {
            FileHandle.standardError.write(Data((line + "\n").utf8))
        }
        exit(withError: error)
    }
}
