import Foundation
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
    public func box(buffer: Double = 0) -> BoundingBox {
        let count = Double(1 << zoom)
        let longitude = { (x: Double) in x / count * 360 - 180 }
        let latitude = { (y: Double) in atan(sinh(.pi * (1 - 2 * y / count))) * 180 / .pi }
        return BoundingBox(
            west: longitude(Double(column) - buffer), south: latitude(Double(row) + 1 + buffer),
            east: longitude(Double(column) + 1 + buffer), north: latitude(Double(row) - buffer))
    }

    /// The square of the map the tile shows.
    public var cell: MercatorCell { MercatorCell(level: zoom, column: column, row: row) }
}
