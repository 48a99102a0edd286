import LandGeometry

/// A vector tile (矢量瓦片, Mapbox Vector Tile 2.1) in the making: layers of features, clipped and simplified.
///
/// A value of one thread. Outer rings get positive area in tile coordinates, holes negative, as the specification asks.
public struct VectorTile {
    public enum Value: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case real(Double)
    }

    /// Part of the tile's width that is drawn over its edge, so that outlines do not show the cut.
    public static let buffer = Double(TileScale.margin) / Double(TileScale.extent)

    private let projection: TileProjection
    private let bits: Int
    /// Units of a pixel on a 256-pixel tile.
    private let pixel = TileScale.extent / 256
    private var layers: [TileLayer] = []
    private var pen = RingPen()
    private var path = TilePath()

    public init(_ address: TileAddress) {
        projection = TileProjection(address, extent: TileScale.extent)
        bits = TileScale(zoom: address.zoom).latticeBits
    }

    /// Adds what of `shape` lies in the tile; nothing when it lies outside.
    /// - Parameter keepTiny: draws ground smaller than a pixel as a pixel (for entries, which must not vanish);
    ///   otherwise it is left out.
    public mutating func add(
        _ shape: MultiPolygon, id: UInt64?, properties: [(String, Value)], to layer: String, keepTiny: Bool = false
    ) {
        path.removeAll()
        for polygon in shape.polygons { draw(polygon, least: keepTiny ? 1 : pixel * pixel / 2) }
        if path.isEmpty, keepTiny { drawDot(shape) }
        guard !path.isEmpty else { return }
        layers[place(of: layer)].add(.polygon, geometry: path.commands, id: id, properties: properties)
    }

    public mutating func add(_ point: Position, id: UInt64?, properties: [(String, Value)], to layer: String) {
        guard let place = visible(point) else { return }
        path.removeAll()
        path.point(place)
        layers[self.place(of: layer)].add(.point, geometry: path.commands, id: id, properties: properties)
    }

    /// The protocol-buffer bytes; empty for a tile without features.
    public func encoded() -> [UInt8] {
        var tile = ProtocolBuffer()
        for layer in layers { tile.field(3, message: layer.encoded(extent: TileScale.extent)) }
        return tile.bytes
    }

    private mutating func place(of name: String) -> Int {
        if let found = layers.firstIndex(where: { $0.name == name }) { return found }
        layers.append(TileLayer(name: name))
        return layers.count - 1
    }

    /// Rings below `least` doubled square units are left out.
    private mutating func draw(_ polygon: Polygon, least: Int) {
        guard trace(polygon.outer) else { return }
        let area = pen.doubleArea
        guard abs(area) >= least else { return }
        path.ring(pen.points, isTurned: area < 0)
        for hole in polygon.holes where trace(hole) {
            let area = pen.doubleArea
            if abs(area) >= least { path.ring(pen.points, isTurned: area > 0) }
        }
    }

    /// Leaves the ring on the lattice in the pen; false when nothing of it lies in the tile.
    private mutating func trace(_ ring: Ring) -> Bool {
        pen.begin()
        let (scale, step) = (1 / Double(1 << bits), 1 << bits)
        for position in ring.positions {
            let point = projection.project(position)
            guard point.isDrawable else { return false }
            pen.add(Int((point.x * scale).rounded()) * step, Int((point.y * scale).rounded()) * step)
        }
        pen.cut()
        pen.tidy()
        return !pen.points.isEmpty
    }

    /// A pixel on ground too small to draw: on its middle, or for long thin ground on the first vertex in the tile.
    private mutating func drawDot(_ shape: MultiPolygon) {
        let box = shape.box
        guard !box.isEmpty else { return }
        let middle = projection.project(box.centre)
        let corner = projection.project(Position(longitude: box.west, latitude: box.south))
        let isSmall = max(abs(middle.x - corner.x), abs(middle.y - corner.y)) <= Double(2 * pixel)
        guard let place = isSmall ? visible(box.centre) : firstVisible(of: shape) else { return }
        let half = pixel / 2
        path.ring([
            GridPoint(x: place.x - half, y: place.y - half), GridPoint(x: place.x + half, y: place.y - half),
            GridPoint(x: place.x + half, y: place.y + half), GridPoint(x: place.x - half, y: place.y + half),
        ])
    }

    /// Where the position stands, when that is in the tile or on its margin.
    private func visible(_ position: Position) -> GridPoint? {
        let point = projection.project(position)
        let margin = Double(TileScale.margin)
        let reach = -margin...Double(TileScale.extent) + margin
        guard reach.contains(point.x), reach.contains(point.y) else { return nil }
        return GridPoint(x: Int(point.x.rounded()), y: Int(point.y.rounded()))
    }

    private func firstVisible(of shape: MultiPolygon) -> GridPoint? {
        for polygon in shape.polygons {
            for position in polygon.outer.positions {
                if let point = visible(position) { return point }
            }
        }
        return nil
    }
}
