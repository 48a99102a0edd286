/// Tiles made beforehand because drawing them would mean reading too much of the layer (预制瓦片): those of low zooms.
struct ReadyTiles {
    /// Vertices that may be read for a tile while somebody waits.
    private static let costLimit = 100_000
    /// Deeper than this nothing is made beforehand: a ring too long to read costs the same in every tile.
    private static let deepest = 13

    private(set) var keys: [UInt64] = []
    private(set) var starts: [UInt64] = [0]
    private(set) var bytes: [UInt8] = []

    init(of drawing: LayerDrawing) {
        var wanted = TileAddress(zoom: 0, column: 0, row: 0).map { [$0] } ?? []
        while !wanted.isEmpty {
            wanted = wanted.filter { drawing.vertexCount(in: $0) > ReadyTiles.costLimit }.sorted { $0.drawingKey < $1.drawingKey }
            for address in wanted {
                keys.append(address.drawingKey)
                bytes += drawing.painted(address)
                starts.append(UInt64(bytes.count))
            }
            wanted = wanted.filter { $0.zoom < ReadyTiles.deepest }.flatMap(\.children)
        }
    }
}
