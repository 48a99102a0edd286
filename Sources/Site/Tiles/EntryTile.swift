import Enforcement
import GeoFiles
import LandGeometry

/// A tile of the entries a query finds (条目瓦片): ground under `entries`, places for numbers under `labels`; number, stage, verdict, unit, mu.
enum EntryTile {
    /// Most entries a tile holds; the largest are kept, and the list beside the map counts all.
    static let entryLimit = 8000

    /// From here on numbers are written on the map.
    static let labelZoom = 13

    static func encode(_ grounds: [EntryGround], at address: TileAddress) -> [UInt8] {
        var tile = VectorTile(address)
        let box = address.box()
        for ground in grounds {
            if let shape = ground.shape {
                tile.add(shape, id: nil, properties: properties(of: ground), to: "entries", keepTiny: true)
            } else if let point = ground.point {
                tile.add(point, id: nil, properties: properties(of: ground), to: "entries")
            }
            // The number stands once, in the one tile that holds its place, however the ground is cut.
            if address.zoom >= labelZoom, let place = ground.shape?.labelPoint ?? ground.point, box.holds(place) {
                tile.add(place, id: nil, properties: properties(of: ground), to: "labels")
            }
        }
        return tile.encoded()
    }

    private static func properties(of ground: EntryGround) -> [(String, VectorTile.Value)] {
        [
            ("number", .text(ground.number.text)),
            ("stage", .text(ground.stage.rawValue)),
            ("verdict", .text(ground.verdict?.rawValue ?? "")),
            ("unit", .text(ground.unit?.text ?? "")),
            ("mu", .real((ground.area.mu * 100).rounded() / 100)),
        ]
    }
}
