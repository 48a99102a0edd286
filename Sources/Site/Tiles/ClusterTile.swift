import Enforcement
import GeoFiles
import LandGeometry

/// A tile of entries too many to draw one by one (条目聚合瓦片): points under `clusters`, each with the count of its square and the mix
/// of stages and verdicts.
enum ClusterTile {
    /// Above this many entries a tile shows counts.
    static let crowd = 2000
    /// Squares of a tile along each side: 2³.
    static let depth = 3
    /// Deeper tiles show the largest entries themselves.
    static let deepest = 15 - depth

    static func encode(_ counts: [EntryCellCount], at address: TileAddress) -> [UInt8] {
        var tile = VectorTile(address)
        var rest = counts[...]
        while let cell = rest.first?.cell {
            let here = rest.prefix { $0.cell == cell }
            rest = rest.dropFirst(here.count)
            tile.add(cell.middle, id: nil, properties: properties(Array(here)), to: "clusters")
        }
        return tile.encoded()
    }

    /// `count`, the most frequent `stage` and `verdict`, and how many of each: `stage:judged`, `verdict:illegal`.
    private static func properties(_ counts: [EntryCellCount]) -> [(String, VectorTile.Value)] {
        let stages = sums(counts) { $0.stage.rawValue }
        let verdicts = sums(counts) { $0.verdict?.rawValue ?? "" }
        return [("count", .integer(counts.reduce(0) { $0 + $1.count }))]
            + named("stage", stages) + named("verdict", verdicts)
    }

    private static func named(_ name: String, _ sums: [(String, Int)]) -> [(String, VectorTile.Value)] {
        [(name, .text(sums.first?.0 ?? ""))] + sums.map { ("\(name):\($0.0)", .integer($0.1)) }
    }

    private static func sums(_ counts: [EntryCellCount], by name: (EntryCellCount) -> String) -> [(String, Int)] {
        Dictionary(counts.map { (name($0), $0.count) }, uniquingKeysWith: +).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }
}
