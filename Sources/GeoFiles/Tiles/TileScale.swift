/// How finely a zoom is drawn (瓦片制图尺度), in units of a 4096-unit tile; eight of them are a screen pixel when a tile is shown 512 wide.
///
/// Each rule looks at a vertex, or at the line between two junctions, never at the polygon: neighbours decide alike,
/// and no crack opens between them.
struct TileScale {
    static let extent = 4096
    /// Units drawn over the tile's edge, so that outlines do not show the cut.
    static let margin = 128

    let zoom: Int

    /// The zoom that shows everything: deeper ones are the same drawing enlarged.
    static let finest = 16

    /// Bits of the lattice vertices are moved to: a quarter of a pixel, half a pixel from zoom 12 up, none on the finest zoom.
    var latticeBits: Int { zoom >= TileScale.finest ? 0 : zoom > 12 ? 1 : 2 }

    /// Vertices nearer than this to the line that is drawn without them are left out.
    static func tolerance(_ zoom: Int) -> Double { zoom >= finest ? 0 : zoom > 12 ? 2 : 4 }

    /// Ground of fewer square units (three pixels by three) is not drawn by itself but with its neighbours of the same class.
    static let leastArea = 24 * 24

    /// The first zoom on which a vertex is drawn that lies `distance` world units off the line without it.
    static func level(distance: Double) -> UInt8 {
        var zoom = 0
        while zoom < finest, distance < tolerance(zoom) * Double(1 << (20 - zoom)) { zoom += 1 }
        return UInt8(zoom)
    }
}

/// From world coordinates to the lattice of one tile (瓦片格网): a rounding that depends on the vertex alone.
struct TileLattice {
    private let shift: Int
    private let bits: Int
    private let half: Int
    private let left: Int
    private let originX: Int
    private let originY: Int

    init(_ address: TileAddress) {
        let scale = TileScale(zoom: address.zoom)
        bits = scale.latticeBits
        shift = max(0, 20 - address.zoom + bits)
        half = shift > 0 ? 1 << (shift - 1) : 0
        left = max(0, address.zoom - 20)
        originX = address.column * TileScale.extent
        originY = address.row * TileScale.extent
    }

    @inline(__always)
    func x(_ world: UInt32) -> Int { ((((Int(world) + half) >> shift) << bits) << left) - originX }

    @inline(__always)
    func y(_ world: UInt32) -> Int { ((((Int(world) + half) >> shift) << bits) << left) - originY }
}

extension TileAddress {
    /// The world coordinates that can show in the tile: its square with the margin, and a unit for rounding.
    var worldBox: WorldBox {
        let side = 1 << (32 - zoom)
        let margin = side * TileScale.margin / TileScale.extent + max(1, side / 512)
        func held(_ value: Int) -> UInt32 { UInt32(max(0, min(4_294_967_295, value))) }
        return WorldBox(
            west: held(column * side - margin), north: held(row * side - margin),
            east: held((column + 1) * side + margin), south: held((row + 1) * side + margin))
    }

    /// The four tiles of the next zoom.
    var children: [TileAddress] {
        [(0, 0), (1, 0), (0, 1), (1, 1)].compactMap {
            TileAddress(zoom: zoom + 1, column: 2 * column + $0.0, row: 2 * row + $0.1)
        }
    }
}
