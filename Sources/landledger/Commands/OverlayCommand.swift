import ArgumentParser
import Casework
import Foundation
import GeoFiles
import LandGeometry
import Site

/// `landledger overlay`: lays patches over layers.
struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlay", abstract: "文件套合 Lay a file of patches over files of control layers; no ledger is needed.",
        discussion: """
            For every patch the area it shares with each class of each layer, on the CGCS2000 ellipsoid.
            Rows are checked and repaired as an import does it; --as-drawn takes rings as they stand, many times faster,
            for files known to be sound.

            EXAMPLES
              landledger overlay --patches 2019Q1.zip --patch-field JCBH --layer farmland=YJJBNTTB.zip:DLBM --output table.xlsx
              landledger overlay --patches p.gpkg --layer redline=r.gpkg:HXLX --layer survey=d.gdb:DLBM --as-drawn --json
            """)
    @OptionGroup var common: CommonOptions
    @Option(help: "File of patches.") var patches: String
    @Option(help: "Field that numbers the patches; default their row.") var patchField: String?
    @Option(help: "NAME=FILE or NAME=FILE:FIELD, where FIELD holds the class; repeatable.") var layer: [LayerArgument]
    @Option(help: "Coordinate system of all files, such as EPSG:4527; overrules them.") var coordinates: String?
    @Option(help: "Transformation for Xi'an 80 and Beijing 54: dx,dy,dz,rx,ry,rz,ppm or a PROJ pipeline.") var transformation: String?
    @Option(help: "Text encoding of all files: UTF-8, GBK or GB18030.") var encoding: String?
    @Option(name: .shortAndLong, help: "File to write: .xlsx or .csv.") var output: String?
    @ArgumentParser.Flag(help: "Take rings as drawn: neither checked nor repaired.") var asDrawn = false
    @ArgumentParser.Flag(help: "Areas in the plane of the files, which must be one; as drawn.") var planar = false
    @Option(help: "Threads; default all.") var threads = ProcessInfo.processInfo.activeProcessorCount

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
        guard !layer.isEmpty else { throw ValidationError("Name at least one --layer NAME=FILE:FIELD.") }
        guard format != nil || output == nil else { throw ValidationError("--output ends in .xlsx or .csv.") }
    }

    private var format: ExportFormat? {
        output.flatMap { ExportFormat(rawValue: ($0 as NSString).pathExtension.lowercased()) }.flatMap { $0.hasGround ? nil : $0 }
    }

    func run() async throws {
        let terminal = Terminal(common)
        do {
            let files = OverlayFiles(overlay: FileOverlay(executable: Home.executable), writer: FileWriter(executable: Home.executable))
            let table = try await files.table(order, progress: terminal.progress)
            let language = common.lang
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
