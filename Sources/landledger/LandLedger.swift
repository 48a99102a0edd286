import ArgumentParser
import Foundation

/// The command line of LandLedger (土地整治一本账).
@main
struct LandLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landledger",
        abstract: "土地整治一本账 — from satellite patches to one ledger on the map.",
        discussion: """
            A ledger is a folder (--home): ledger.gpkg, which QGIS opens, and plan.yaml.

            EXAMPLES
              landledger init --home var/ledger --plan plans/zhoucun-2019.yaml
              landledger layer add YJJBNTTB.zip --version 2018 --from 2018-01-01
              landledger import 2019Q1.zip --period 2019Q1
              landledger batch register 2019Q1.zip
              landledger ledger export --format xlsx --output ledger.xlsx
              landledger serve

            EXIT CODES
              0 done · 2 refused, nothing changed · 3 an answer is needed (coordinates, fields, unit)
              4 verification found broken history · 64 wrong usage · 70 failure of the program
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, ImportCommand.self, BatchCommand.self, LayerCommand.self, JudgeCommand.self, SignCommand.self,
            LedgerCommand.self, VerifyCommand.self, RebuildCommand.self, PlanCommand.self, AccountCommand.self, ServeCommand.self,
            OverlayCommand.self, DemoCommand.self, ReaderCommand.self,
        ])

    static func main() async {
        guard Processor.fitsThisBuild else {
            FileHandle.standardError.write(Data(Processor.refusal.utf8))
            exit(70)
        }
        await main(nil)
    }
}
