import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Site

/// `landledger overlay`: lays patches over layers.
struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "文件套合", "Lay a file of patches over files of control layers; no ledger is needed.",
        about: Phrase(
            "列出每个图斑与各图层每一分类的套合面积（CGCS2000 椭球面积）。图形与导入时一样逐行检查、修复；来源可靠的大文件可用 --as-drawn 原样计算，快许多倍。",
            "For every patch the area it shares with each class of each layer, on the CGCS2000 ellipsoid. Rows are checked and "
                + "repaired as an import does it; --as-drawn takes rings as they stand, many times faster, for files known to be sound."),
        examples: [
            "overlay --patches 2019Q1.zip --patch-field JCBH --layer farmland=YJJBNTTB.zip:DLBM --output table.xlsx",
            "overlay --patches p.gpkg --layer redline=r.gpkg:HXLX --layer survey=d.gdb:DLBM --as-drawn --json",
        ],
        more: [.question]
    ).configuration("overlay")
    @OptionGroup var common: CommonOptions
    @Option(help: "图斑文件 File of patches.") var patches: String
    @Option(help: "图斑编号字段，缺省用行号 Field that numbers the patches; default their row.") var patchField: String?
    @Option(help: "图层，写作 名称=文件 或 名称=文件:分类字段，可重复 NAME=FILE or NAME=FILE:FIELD, where FIELD holds the class; repeatable.")
    var layer: [LayerArgument]
    @Option(help: "所有文件的坐标系，如 EPSG:4527，以此为准 Coordinate system of all files; overrules them.") var coordinates: String?
    @Option(help: "西安80、北京54 的转换参数 Transformation: dx,dy,dz,rx,ry,rz,ppm or a PROJ pipeline.") var transformation: String?
    @Option(help: "所有文件的文字编码 Text encoding of all files: UTF-8, GBK, GB18030.") var encoding: String?
    @Option(name: .shortAndLong, help: "输出文件，.xlsx 或 .csv File to write: .xlsx or .csv.") var output: String?
    @ArgumentParser.Flag(help: "图形原样计算，不检查、不修复 Take rings as drawn: neither checked nor repaired.") var asDrawn = false
    @ArgumentParser.Flag(help: "按文件的平面坐标计算平面面积，原样计算 Areas in the plane of the files, which must be one; as drawn.") var planar = false
    @Option(help: "线程数，缺省用全部处理器；结果与线程数无关 Threads; default all processors. Figures do not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    /// `NAME=FILE:FIELD`.
    struct LayerArgument: ExpressibleByArgument {
        var name: String
        var path: String
        var field: String?

        init?(argument: String) {
            guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
            name = String(argument[..<equals])
            let rest = argument[argument.index(after: equals)...]
            let colon = FileManager.default.fileExists(atPath: String(rest)) ? nil : rest.lastIndex(of: ":")
            path = String(rest[..<(colon ?? rest.endIndex)])
            field = colon.map { String(rest[rest.index(after: $0)...]) }
            if path.isEmpty { return nil }
        }
    }

    func validate() throws {
        guard !layer.isEmpty else { throw ValidationError("至少写一个 --layer 名称=文件:字段。Name at least one --layer NAME=FILE:FIELD.") }
        guard format != nil || output == nil else { throw ValidationError("--output 须以 .xlsx 或 .csv 结尾。--output ends in .xlsx or .csv.") }
    }

    private var format: ExportFormat? {
        output.flatMap { ExportFormat(rawValue: ($0 as NSString).pathExtension.lowercased()) }.flatMap { $0.hasGround ? nil : $0 }
    }

    func run() async throws {
        let terminal = Terminal(common.speech)
        do {
            let files = OverlayFiles(overlay: FileOverlay(executable: Home.executable), writer: FileWriter(executable: Home.executable))
            let table = try await files.table(order, progress: terminal.progress)
            let language = terminal.language
            if let output, let format {
                try await files.write(table, of: order, as: format, to: output) { Catalogue.text($0, in: language) }
            }
            let answer = OverlayAnswer(table, order)
            terminal.show(answer) { answer.lines(terminal) }
        } catch {
            terminal.bar.finish()
            throw terminal.failure(error)
        }
    }

    private var order: FileOverlayOrder {
        FileOverlayOrder(
            patches: file(patches, patchField), layers: layer.map { .init(name: $0.name, file: file($0.path, $0.field)) },
            plane: planar ? .asGiven : .equalArea, handling: asDrawn ? .asDrawn : .checked, threads: threads)
    }

    private func file(_ path: String, _ field: String?) -> GroundFile {
        GroundFile(path: path, field: field, coordinates: coordinates, transformation: transformation, encoding: encoding)
    }
}

/// What `overlay` prints: files as read, totals per layer and class, and what it took.
struct OverlayAnswer: Encodable {
    struct Layer: Encodable {
        var name: String
        var rows: Int
        var refused: Int
        /// Square metres by class.
        var classes: [String: Double]
    }
    var patches: Int
    var refusedPatches: Int
    var patchSquareMetres: Double
    var layers: [Layer]
    var figures: Int
    var pairs: Int
    var positions: Int
    var stages: [FileOverlaySummary.Stage]
    var peakMegabytes: Int
    var kernel: String
    private var remarks: [String: [FileOverlaySummary.Remark]] = [:]

    init(_ table: FileOverlayTable, _ order: FileOverlayOrder) {
        let summary = table.summary
        patches = table.patches.count
        refusedPatches = summary.files[0].refused
        patchSquareMetres = table.patches.reduce(0) { $0 + $1.area.squareMetres }
        layers = zip(order.layers, summary.files.dropFirst()).map { layer, file in
            Layer(name: layer.name, rows: file.rows, refused: file.refused, classes: [:])
        }
        for figure in table.figures {
            let code = summary.files[figure.layer + 1].classes[figure.classNumber]
            layers[figure.layer].classes[code, default: 0] += figure.area.squareMetres
        }
        figures = table.figures.count
        (pairs, stages, kernel) = (summary.pairs, summary.stages, summary.kernel)
        positions = summary.files.reduce(0) { $0 + $1.positions }
        peakMegabytes = summary.peakBytes >> 20
        for (name, file) in zip(["patches"] + order.layers.map(\.name), summary.files) where !file.remarks.isEmpty {
            remarks[name] = file.remarks
        }
    }

    func lines(_ terminal: Terminal) -> [String] {
        let head = "\(terminal.text("overlay.patches")) \(patches)  \(terminal.mu(Area(squareMetres: patchSquareMetres)))"
        let refused = (refusedPatches > 0 ? ["\(terminal.text("overlay.refused")) \(refusedPatches)"] : [])
        return [head] + refused
            + layers.flatMap { layer in
                ["\(layer.name)  \(layer.rows)" + (layer.refused > 0 ? "  \(terminal.text("overlay.refused")) \(layer.refused)" : "")]
                    + layer.classes.sorted { $0.key < $1.key }.map { code, area in
                        "  \(code.isEmpty ? "·" : code)  \(terminal.mu(Area(squareMetres: area)))"
                    }
            }
    }
}
