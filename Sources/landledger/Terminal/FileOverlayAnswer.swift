import Casework
import Enforcement
import GeoFiles
import LandGeometry

/// What `overlay --patches` prints: files as read, totals per layer and class, and what it took.
struct FileOverlayAnswer: Encodable {
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
