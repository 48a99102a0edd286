import ArgumentParser
import Enforcement
import Foundation

/// Options every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "Folder of the ledger; default $LANDLEDGER_HOME, else var/ledger.")
    var home: String = ProcessInfo.processInfo.environment["LANDLEDGER_HOME"] ?? "var/ledger"
    @Option(name: .customLong("as"), help: "Account that acts; default $LANDLEDGER_OFFICER, else operator.")
    var officer: String = ProcessInfo.processInfo.environment["LANDLEDGER_OFFICER"] ?? "operator"
    @Option(help: "Language of the output: zh or en.") var lang: Language = .zh
    @ArgumentParser.Flag(help: "Print one JSON object instead of text.") var json = false
    @ArgumentParser.Flag(help: "No progress bar.") var quiet = false
}

/// Options of commands that read foreign files.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Layer or sheet inside the file.") var layer: String?
    @Option(help: "Coordinate system, such as EPSG:4527; overrules the file.") var coordinates: String?
    @Option(help: "Transformation for Xi'an 80 and Beijing 54: dx,dy,dz,rx,ry,rz,ppm or a PROJ pipeline.") var transformation: String?
    @Option(help: "Text encoding: UTF-8, GBK or GB18030.") var encoding: String?
}

extension Language: ExpressibleByArgument {}
extension Batch.Kind: ExpressibleByArgument {}
extension FieldMapping.AreaUnit: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension EntryState.Stage: ExpressibleByArgument {}
extension Officer.Role: ExpressibleByArgument {}
extension EntryQuery.Order: ExpressibleByArgument {}

/// A day given as an argument, `2019-05-01`.
struct DayArgument: ExpressibleByArgument {
    var day: Day
    init?(argument: String) {
        guard let day = Day(argument) else { return nil }
        self.day = day
    }
}
