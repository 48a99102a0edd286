import LandGeometry

/// A tile of the Web Mercator pyramid (瓦片): column and row counted from the north-west.
public struct TileAddress: Hashable, Sendable {
    public var zoom: Int
    public var column: Int
    public var row: Int

    /// Nil outside the pyramid, zoom 0…22.
    public init?(zoom: Int, column: Int, row: Int) {
        guard (0...22).contains(zoom), (0..<(1 << zoom)).contains(column), (0..<(1 << zoom)).contains(row) else { return nil }
        self.zoom = zoom
        self.column = column
        self.row = row
    }

    /// The ground of the tile with a margin of `buffer` (part of its width) on every side.
    public func box(buffer: Double = 0) -> BoundingBox { .empty }
}

/// A vector tile (矢量瓦片, Mapbox Vector Tile 2.1) in the making: layers of features, clipped and simplified.
public struct VectorTile {
    public enum Value: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case real(Double)
    }

    public init(_ address: TileAddress, extent: Int = 4096) {
    }

    public mutating func add(_ shape: MultiPolygon, id: UInt64?, properties: [(String, Value)], to layer: String) {
    }

    public mutating func add(_ point: Position, id: UInt64?, properties: [(String, Value)], to layer: String) {
    }

    /// The protocol-buffer bytes; empty for a tile without features.
    public func encoded() -> [UInt8] { [] }
}
