import Foundation
import LandGeometry

/// A point of the Web Mercator world in whole numbers (世界坐标): 2³² columns from 180° W eastward, 2³² rows from the north southward.
///
/// One step is 9 mm on the equator and the unit of a 4096-unit tile at zoom 20. Everything a layer's tiles show is
/// derived from these numbers alone, so that neighbours that share a vertex share its place in every tile.
struct WorldPoint: Hashable {
    var x: UInt32
    var y: UInt32

    init(x: UInt32, y: UInt32) {
        self.x = x
        self.y = y
    }

    /// Nil for numbers that are no place; places past the pyramid's edge are held at it.
    init?(_ position: Position) {
        let (longitude, latitude) = (position.longitude, position.latitude)
        guard abs(longitude) <= 360, abs(latitude) <= 90 else { return nil }
        x = WorldPoint.step(longitude / 360 + 0.5)
        y = WorldPoint.step(0.5 - TileProjection.exact(latitude * (.pi / 180)) / (2 * .pi))
    }

    private static func step(_ part: Double) -> UInt32 {
        UInt32(max(0, min(4_294_967_295, (part * 4_294_967_296).rounded())))
    }

    /// Both numbers as one key.
    var key: UInt64 { UInt64(x) << 32 | UInt64(y) }

    /// West before east, then north before south: an order that no ring and no direction changes.
    static func precedes(_ a: WorldPoint, _ b: WorldPoint) -> Bool { a.key < b.key }
}

/// A box of world coordinates, its sides included (世界坐标外包矩形).
struct WorldBox {
    var west = UInt32.max
    var north = UInt32.max
    var east = UInt32.min
    var south = UInt32.min

    var isEmpty: Bool { west > east }

    mutating func include(_ point: WorldPoint) {
        west = min(west, point.x)
        east = max(east, point.x)
        north = min(north, point.y)
        south = max(south, point.y)
    }

    mutating func include(_ other: WorldBox) {
        west = min(west, other.west)
        east = max(east, other.east)
        north = min(north, other.north)
        south = max(south, other.south)
    }

    func touches(_ other: WorldBox) -> Bool {
        west <= other.east && other.west <= east && north <= other.south && other.north <= south
    }

    /// Bits of the middle, interleaved: the order of the file, so that what lies together is stored together.
    var curveKey: UInt64 {
        let x = (UInt64(west) + UInt64(east)) / 2
        let y = (UInt64(north) + UInt64(south)) / 2
        return CurveKey.interleaved(UInt32(x), UInt32(y))
    }
}

/// Places along the Z-curve (Z 序编码).
enum CurveKey {
    static func interleaved(_ x: UInt32, _ y: UInt32) -> UInt64 { spread(x) | spread(y) << 1 }

    private static func spread(_ value: UInt32) -> UInt64 {
        var bits = UInt64(value)
        bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff
        bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff
        bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333
        return (bits | bits << 1) & 0x5555_5555_5555_5555
    }
}
