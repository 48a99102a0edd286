import ArgumentParser
import Enforcement
import Foundation

/// How a command speaks (输出方式); every command takes these.
struct SpeechOptions: ParsableArguments {
    @Option(help: "输出语言 Language of the output: zh, en.") var lang: Language = .zh
    @ArgumentParser.Flag(help: "输出 JSON，供程序读取 Print JSON instead of text.") var json = false
    @ArgumentParser.Flag(help: "不显示进度条 No progress bar.") var quiet = false
}

/// Options of commands on a ledger.
struct CommonOptions: ParsableArguments {
    @Option(help: "台账目录，缺省取 $LANDLEDGER_HOME 或 var/ledger Folder of the ledger.")
    var home: String = ProcessInfo.processInfo.environment["LANDLEDGER_HOME"] ?? "var/ledger"
    @Option(name: .customLong("as"), help: "经办账号，缺省取 $LANDLEDGER_OFFICER 或 operator Account that acts.")
    var officer: String = ProcessInfo.processInfo.environment["LANDLEDGER_OFFICER"] ?? "operator"
    @OptionGroup var speech: SpeechOptions
}

/// Options of commands that read foreign files.
struct ReadingOptions: ParsableArguments {
    @Option(help: "文件内的图层或工作表 Layer or sheet inside the file.") var layer: String?
    @Option(help: "坐标系，如 EPSG:4527，以此为准 Coordinate system; overrules the file.") var coordinates: String?
    @Option(help: "西安80、北京54 的转换参数 Transformation: dx,dy,dz,rx,ry,rz,ppm or a PROJ pipeline.") var transformation: String?
    @Option(help: "文字编码 Text encoding: UTF-8, GBK, GB18030.") var encoding: String?
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

/// A log head given as an argument, as `verify` and `ledger export` print it.
struct HeadArgument: ExpressibleByArgument {
    var head: LogHead
    init?(argument: String) {
        guard let head = LogHead(argument) else { return nil }
        self.head = head
    }
}
