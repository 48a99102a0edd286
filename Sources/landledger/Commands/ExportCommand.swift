import ArgumentParser
import Casework
import Enforcement
import GeoFiles
import Site

/// `landledger ledger export`: the ledger as a file for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "导出台账", "Export entries to XLSX, GeoPackage, Shapefile (zip), GeoJSON or CSV.",
        about: Phrase(
            "文件要么完整出现，要么不出现；已有的文件不会被覆盖，除非加 --overwrite。打印的日志头请抄存，供以后 verify --head 对照。",
            "A whole file appears or none; a file that is there is not replaced without --overwrite. "
                + "Keep the head that is printed, for a later verify --head."),
        examples: [
            "ledger export --output ledger.xlsx",
            "ledger export --format shp --encoding GBK --epsg 4527 --output ledger.zip --verdict illegal",
            "ledger export --output ledger.gpkg --overwrite --json",
        ]
    ).configuration("export")
    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: LedgerCommand.Filter
    @Option(help: "格式，缺省按文件名 Format, else told by the name: xlsx, gpkg, shp, geojson, csv.") var format: ExportFormat?
    @Option(name: .shortAndLong, help: "导出文件 File to write.") var output: String
    @ArgumentParser.Flag(name: [.long, .customLong("force")], help: "覆盖已有文件 Replace a file that is there.") var overwrite = false
    @Option(help: "坐标系的 EPSG 代码 EPSG code of the coordinates written.") var epsg = 4490
    @Option(help: "Shapefile、CSV 的文字编码 Encoding of Shapefile and CSV: UTF-8, GBK.") var encoding = "UTF-8"

    func run() async throws {
        try await Terminal.run(common) { casework, officer, terminal in
            try Home(common.home).mustNotOverwrite(output)
            let target = try ExportTarget(output, format: format, mayReplace: overwrite)
            let head = try await casework.store.head()
            let count = try await casework.exportLedger(
                filter.query, as: target.format, to: output, options: ExportOptions(epsg: epsg, encoding: encoding),
                words: terminal.words(of: casework.plan), by: officer, progress: terminal.progress)
            let answer = ExportAnswer(written: count, output: output, replaced: target.replaces, head: head, headText: head.text)
            terminal.show(answer) { answer.lines(terminal) }
        }
    }
}

/// What `ledger export --json` prints.
struct ExportAnswer: Encodable {
    var written: Int
    var output: String
    /// A file stood there before.
    var replaced: Bool
    /// The log's head when the export began.
    var head: LogHead
    var headText: String

    func lines(_ terminal: Terminal) -> [String] {
        let replaced = replaced ? terminal.text("（已覆盖原文件）", " (the file there before was replaced)") : ""
        return ["\(output)  \(terminal.text("已写出条目 ", "entries written "))\(written)\(replaced)", head.line(terminal)]
    }
}

extension ExportFormat: ExpressibleByArgument {}
