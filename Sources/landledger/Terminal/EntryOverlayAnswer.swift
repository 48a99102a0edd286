import Casework
import Enforcement
import LandGeometry
import Site

/// What `overlay` of entries prints: each entry that was named, or totals of the whole ledger.
struct EntryOverlayAnswer: Encodable {
    /// A class of a layer version over all entries.
    struct Total: Encodable {
        var version: LayerVersionID
        var code: String
        var entries: Int
        var squareMetres: Double
    }

    var kernel = KernelVersion.current
    var count: Int
    var squareMetres: Double
    /// Layer versions looked at, over all entries, by what the record says of them.
    var records: [String: Int]
    var totals: [Total]
    /// Those that were named; of the whole ledger those that differ from the record.
    var entries: [EntryOverlay]
    private let explained: Bool
    private let isWhole: Bool

    private enum CodingKeys: CodingKey { case kernel, count, squareMetres, records, totals, entries }

    init(_ found: [EntryOverlay], explained: Bool, all: Bool) {
        (self.explained, isWhole) = (explained, all)
        count = found.count
        squareMetres = found.reduce(0) { $0 + $1.area.squareMetres }
        let layers = found.flatMap(\.layers)
        records = Dictionary(layers.map { ($0.record.rawValue, 1) }, uniquingKeysWith: +)
        totals = Self.totals(layers)
        let shown = all ? found.filter { $0.layers.contains { $0.record == .different } } : found
        entries = explained ? shown : shown.map { $0.withoutPieces }
    }

    private static func totals(_ layers: [EntryOverlay.Layer]) -> [Total] {
        var totals: [[String]: Total] = [:]
        for layer in layers {
            for share in layer.shares {
                let version = layer.finding.version
                totals[[version.text, share.code], default: Total(version: version, code: share.code, entries: 0, squareMetres: 0)].add(
                    share)
            }
        }
        return totals.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { totals[$0] }
    }

    func lines(_ terminal: Terminal, _ names: Names) -> [String] {
        let head = "\(terminal.text("overlay.entries")) \(count)  \(terminal.mu(Area(squareMetres: squareMetres)))  \(kernel)"
        let records = EntryOverlay.Record.allCases.compactMap { record in
            self.records[record.rawValue].map { "\(terminal.text("overlay.record." + record.rawValue)) \($0)" }
        }
        let totals =
            !isWhole
            ? []
            : totals.map {
                "  \($0.version)  \($0.code.isEmpty ? "·" : $0.code)  \($0.entries)  \(terminal.mu(Area(squareMetres: $0.squareMetres)))"
            }
        return [head, records.joined(separator: "  ")] + totals + entries.flatMap { lines(of: $0, terminal, names) }
    }

    private func lines(of it: EntryOverlay, _ terminal: Terminal, _ names: Names) -> [String] {
        ["", "\(it.entry)  \(terminal.mu(it.area))"] + it.layers.flatMap { lines(of: $0, terminal, names) }
    }

    private func lines(of layer: EntryOverlay.Layer, _ terminal: Terminal, _ names: Names) -> [String] {
        let finding = layer.finding
        let (rings, edges, crossings) = (layer.rings, layer.edges, layer.crossings)
        let work = terminal.text(
            "边界环 \(rings)，经过的边 \(edges)，逐段计算的边 \(crossings)",
            "rings \(rings), edges passed \(edges), edges held against the border \(crossings)")
        let head =
            "  \(names.layer(finding.layer)) \(finding.version)  [\(terminal.text("overlay.record." + layer.record.rawValue))]"
            + (explained ? "  " + work : "")
        let shares = layer.shares.flatMap { share in
            [
                "    \(share.code.isEmpty ? "·" : share.code)  \(Catalogue.squareMetres(share.area))  \(terminal.text("\(share.count) 个要素", "features: \(share.count)"))"
            ]
                + share.pieces.map { "      #\($0.feature)  \(Catalogue.squareMetres($0.area))" }
        }
        let rest =
            finding.uncovered.recorded > .zero
            ? ["    \(terminal.text("overlay.uncovered"))  \(Catalogue.squareMetres(finding.uncovered))"] : []
        return [head] + shares + rest
    }
}

extension EntryOverlayAnswer.Total {
    fileprivate mutating func add(_ share: EntryOverlay.Share) {
        entries += 1
        squareMetres += share.area.squareMetres
    }
}

extension EntryOverlay {
    fileprivate var withoutPieces: EntryOverlay {
        var it = self
        for layer in it.layers.indices {
            for share in it.layers[layer].shares.indices { it.layers[layer].shares[share].pieces = [] }
        }
        return it
    }
}
