import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Site

/// `landledger overlay`: lays patches over layers, those of the ledger or those of files.
struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "套合", "Lay entries of the ledger over its control layers, or a file of patches over files of layers.",
        about: Phrase(
            "不写 --patches 时套合台账条目：列出各图层每一分类的面积（CGCS2000 椭球面积），并与台账记录逐位核对；--explain 另列每个图层要素。"
                + "写 --patches 时直接套合文件，不需要台账：图形与导入时一样逐行检查、修复；来源可靠的大文件可用 --as-drawn 原样计算，快许多倍。都不写入台账。",
            "Without --patches: entries of the ledger, with the area each shares with every class of every layer on the CGCS2000 "
                + "ellipsoid, held to the last bit against the record; --explain adds every feature of the layer. With --patches: files, and "
                + "no ledger is needed; rows are checked and repaired as an import does it; --as-drawn takes rings as they stand, many "
                + "times faster, for files known to be sound. Neither writes to a ledger."),
        examples: [
            "overlay --entry 990101-2026-00012 --explain", "overlay --layer farmland@2019 --output table.xlsx",
            "overlay --patches 2019Q1.zip --patch-field JCBH --layer farmland=YJJBNTTB.zip:DLBM --output table.xlsx",
            "overlay --patches p.gpkg --layer redline=r.gpkg:HXLX --layer survey=d.gdb:DLBM --as-drawn --json",
        ],
        more: [.question]
    ).configuration("overlay")
    @OptionGroup var common: CommonOptions
    @Option(help: "台账编号，可重复；缺省为全部条目 Ledger number, repeatable; default every entry.") var entry: [String] = []
    @ArgumentParser.Flag(help: "逐个列出图层要素和计算量 List every feature of the layer, and what it took.") var explain = false
    @Option(help: "图斑文件 File of patches.") var patches: String?
    @Option(help: "图斑编号字段，缺省用行号 Field that numbers the patches; default their row.") var patchField: String?
    @Option(
        help:
            "图层，可重复：台账的写 名称 或 名称@版本，文件的写 名称=文件 或 名称=文件:分类字段 Layer, repeatable: of the ledger NAME or NAME@VERSION, of files NAME=FILE or NAME=FILE:FIELD, where FIELD holds the class."
    )
    var layer: [LayerArgument] = []
    @Option(help: "所有文件的坐标系，如 EPSG:4527，以此为准 Coordinate system of all files; overrules them.") var coordinates: String?
    @Option(help: "西安80、北京54 的转换参数 Transformation: dx,dy,dz,rx,ry,rz,ppm or a PROJ pipeline.") var transformation: String?
    @Option(help: "所有文件的文字编码 Text encoding of all files: UTF-8, GBK, GB18030.") var encoding: String?
    @Option(name: .shortAndLong, help: "输出文件，.xlsx 或 .csv File to write: .xlsx or .csv.") var output: String?
    @ArgumentParser.Flag(help: "覆盖已有文件 Replace a file that is there.") var overwrite = false
    @ArgumentParser.Flag(help: "图形原样计算，不检查、不修复 Take rings as drawn: neither checked nor repaired.") var asDrawn = false
    @ArgumentParser.Flag(help: "按文件的平面坐标计算平面面积，原样计算 Areas in the plane of the files, which must be one; as drawn.") var planar = false
    @Option(help: "线程数，缺省用全部处理器；结果与线程数无关 Threads; default all processors. Figures do not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    /// `NAME`, `NAME@VERSION`, `NAME=FILE` or `NAME=FILE:FIELD`.
    struct LayerArgument: ExpressibleByArgument {
        var name: String
        var path: String?
        var field: String?

        init?(argument: String) {
            guard let equals = argument.firstIndex(of: "=") else {
                name = argument
                if name.isEmpty { return nil }
                return
            }
            guard equals > argument.startIndex else { return nil }
            name = String(argument[..<equals])
            let rest = argument[argument.index(after: equals)...]
            let colon = FileManager.default.fileExists(atPath: String(rest)) ? nil : rest.lastIndex(of: ":")
            path = String(rest[..<(colon ?? rest.endIndex)])
            field = colon.map { String(rest[rest.index(after: $0)...]) }
            if path == "" { return nil }
        }

        var selection: OverlayLayer { name.contains("@") ? .version(LayerVersionID(name)) : .layer(LayerName(name)) }
    }

    func validate() throws {
        if let output, ExportFormat.told(by: output).map(\.hasGround) ?? true {
            throw ValidationError("--output 须以 .xlsx 或 .csv 结尾。--output ends in .xlsx or .csv.")
        }
        if patches == nil {
            guard layer.allSatisfy({ $0.path == nil }), [patchField, coordinates, transformation, encoding] == [nil, nil, nil, nil],
                !asDrawn, !planar
            else { throw ValidationError("套合文件须写 --patches。Files of layers go with --patches.") }
        } else {
            guard !layer.isEmpty, layer.allSatisfy({ $0.path != nil }) else {
                throw ValidationError("至少写一个 --layer 名称=文件:字段。Name at least one --layer NAME=FILE:FIELD, each with its file.")
            }
            guard entry.isEmpty, !explain else {
                throw ValidationError("--entry、--explain 用于台账条目，不与 --patches 同用。--entry and --explain do not go with --patches.")
            }
        }
    }

    func run() async throws {
        if let patches { try await overlayFiles(patches) } else { try await overlayEntries() }
    }

    private func target() throws -> ExportTarget? {
        try output.map { try ExportTarget($0, format: nil, mayReplace: overwrite) }
    }

    private func overlayEntries() async throws {
        try await Terminal.run(common) { casework, officer, terminal in
            if let output { try Home(common.home).mustNotOverwrite(output) }
            let target = try target()
            let found = try await casework.overlay(
                entry.isEmpty ? nil : entry.map { EntryNumber($0) }, over: layer.map(\.selection), by: officer, progress: terminal.progress)
            if let target {
                try await casework.write(found, as: target.format, to: target.path, words: terminal.words(of: casework.plan))
            }
            let names = try await Names(casework)
            let answer = EntryOverlayAnswer(found, explained: explain, all: entry.isEmpty)
            terminal.show(answer) { answer.lines(terminal, names) }
        }
    }

    private func overlayFiles(_ patches: String) async throws {
        let terminal = Terminal(common.speech)
        do {
            let target = try target()
            let order = order(patches)
            let files = OverlayFiles(overlay: FileOverlay(executable: Home.executable), writer: FileWriter(executable: Home.executable))
            let table = try await files.table(order, progress: terminal.progress)
            let language = terminal.language
            if let target {
                try await files.write(table, of: order, as: target.format, to: target.path) { Catalogue.text($0, in: language) }
            }
            let answer = FileOverlayAnswer(table, order)
            terminal.show(answer) { answer.lines(terminal) }
        } catch {
            terminal.bar.finish()
            throw terminal.failure(error)
        }
    }

    private func order(_ patches: String) -> FileOverlayOrder {
        FileOverlayOrder(
            patches: file(patches, patchField), layers: layer.map { .init(name: $0.name, file: file($0.path ?? "", $0.field)) },
            plane: planar ? .asGiven : .equalArea, handling: asDrawn ? .asDrawn : .checked, threads: threads)
    }

    private func file(_ path: String, _ field: String?) -> GroundFile {
        GroundFile(path: path, field: field, coordinates: coordinates, transformation: transformation, encoding: encoding)
    }
}
