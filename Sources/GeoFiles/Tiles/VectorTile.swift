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
    public static let buffer = 1.0 / 32

    private let extent: Int
    private let projection: TileProjection
    private let clip: RingClip
    private var thinning: RingThinning
    private let pixel: Double
    private var layers: [TileLayer] = []
    private var ring: [TilePoint] = []
    private var path = TilePath()

    /// - Parameter simplification: pixels of a 256-pixel tile a line may move; 0 keeps every vertex the grid can show.
    public init(_ address: TileAddress, extent: Int = 4096, simplification: Double = 0.25) {
        self.extent = extent
        projection = TileProjection(address, extent: extent)
        let margin = (Double(extent) * VectorTile.buffer).rounded()
        clip = RingClip(low: -margin, high: Double(extent) + margin)
        pixel = Double(extent) / 256
        thinning = RingThinning(tolerance: simplification * pixel)
    }

    /// Adds what of `shape` lies in the tile; nothing when it lies outside.
    /// - Parameter keepTiny: draws ground smaller than a pixel as a pixel (for entries, which must not vanish);
    ///   otherwise it is left out.
    public mutating func add(
        _ shape: MultiPolygon, id: UInt64?, properties: [(String, Value)], to layer: String, keepTiny: Bool = false
    ) {
        path.removeAll()
        for polygon in shape.polygons { draw(polygon, least: keepTiny ? 0 : pixel * pixel / 2) }
        if path.isEmpty, keepTiny { drawDot(shape) }
        guard !path.isEmpty else { return }
        layers[place(of: layer)].add(.polygon, geometry: path.commands, id: id, properties: properties)
    }

    public mutating func add(_ point: Position, id: UInt64?, properties: [(String, Value)], to layer: String) {
        guard let place = visible(projection.project(point)) else { return }
        path.removeAll()
        path.point(GridPoint(x: Int32(place.x.rounded()), y: Int32(place.y.rounded())))
        layers[self.place(of: layer)].add(.point, geometry: path.commands, id: id, properties: properties)
    }

    /// The protocol-buffer bytes; empty for a tile without features.
    public func encoded() -> [UInt8] {
        var tile = ProtocolBuffer()
        for layer in layers { tile.field(3, message: layer.encoded(extent: extent)) }
        return tile.bytes
    }

    private mutating func place(of name: String) -> Int {
        if let found = layers.firstIndex(where: { $0.name == name }) { return found }
        layers.append(TileLayer(name: name))
        return layers.count - 1
    }

    /// Rings below `least` doubled square units are left out.
    private mutating func draw(_ polygon: Polygon, least: Double) {
        guard let outer = gridRing(polygon.outer), Double(abs(RingThinning.doubleArea(outer))) >= least else { return }
        path.ring(outer, positive: true)
        for hole in polygon.holes {
            guard let inner = gridRing(hole), Double(abs(RingThinning.doubleArea(inner))) >= least else { continue }
            path.ring(inner, positive: false)
        }
    }

    private mutating func gridRing(_ source: Ring) -> [GridPoint]? {
        ring.removeAll(keepingCapacity: true)
        for position in source.positions {
            let point = projection.project(position)
            guard point.isDrawable else { return nil }
            ring.append(point)
        }
        switch clip.place(of: ring) {
        case .outside: return nil
        case .inside: return thinning.thin(ring)
        case .crossing: return thinning.thin(clip.cut(ring))
        }
    }

    /// A pixel on ground too small to draw: on its middle, or for long thin ground on the first vertex in the tile.
    private mutating func drawDot(_ shape: MultiPolygon) {
        let box = shape.box
        guard !box.isEmpty else { return }
        let middle = projection.project(box.centre)
        let corner = projection.project(Position(longitude: box.west, latitude: box.south))
        let isSmall = max(abs(middle.x - corner.x), abs(middle.y - corner.y)) <= 2 * pixel
        guard let place = isSmall ? visible(middle) : firstVisible(of: shape) else { return }
        let half = Int32((pixel / 2).rounded())
        let (x, y) = (Int32(place.x.rounded()), Int32(place.y.rounded()))
        path.ring(
            [
                GridPoint(x: x - half, y: y - half), GridPoint(x: x + half, y: y - half),
                GridPoint(x: x + half, y: y + half), GridPoint(x: x - half, y: y + half),
            ], positive: true)
    }

    private func visible(_ point: TilePoint) -> TilePoint? {
        point.isDrawable && clip.place(of: [point]) == .inside ? point : nil
    }

    private func firstVisible(of shape: MultiPolygon) -> TilePoint? {
        for polygon in shape.polygons {
            for position in polygon.outer.positions {
                if let point = visible(projection.project(position)) { return point }
            }
        }
        return nil
    }
}
