/// Cuts rings to a square (裁剪): Sutherland and Hodgman, side by side. Concave rings may keep edges along the square's sides,
/// which lie outside the visible tile.
struct RingClip {
    let low: Double
    let high: Double

    /// How a ring lies to the square.
    enum Place {
        case inside, crossing, outside
    }

    func place(of ring: [TilePoint]) -> Place {
        var west = Double.infinity
        var east = -Double.infinity
        var north = Double.infinity
        var south = -Double.infinity
        for point in ring {
            west = min(west, point.x)
            east = max(east, point.x)
            north = min(north, point.y)
            south = max(south, point.y)
        }
        if east < low || west > high || south < low || north > high { return .outside }
        return west >= low && east <= high && north >= low && south <= high ? .inside : .crossing
    }

    func cut(_ ring: [TilePoint]) -> [TilePoint] {
        var ring = side(ring, value: { $0.x - low }, meet: { between($0, $1, x: low) })
        ring = side(ring, value: { high - $0.x }, meet: { between($0, $1, x: high) })
        ring = side(ring, value: { $0.y - low }, meet: { between($0, $1, y: low) })
        return side(ring, value: { high - $0.y }, meet: { between($0, $1, y: high) })
    }

    private func side(
        _ ring: [TilePoint], value: (TilePoint) -> Double, meet: (TilePoint, TilePoint) -> TilePoint
    ) -> [TilePoint] {
        guard var previous = ring.last else { return [] }
        var kept: [TilePoint] = []
        kept.reserveCapacity(ring.count + 8)
        var wasIn = value(previous) >= 0
        for point in ring {
            let isIn = value(point) >= 0
            if isIn != wasIn { kept.append(meet(previous, point)) }
            if isIn { kept.append(point) }
            previous = point
            wasIn = isIn
        }
        return kept
    }

    private func between(_ a: TilePoint, _ b: TilePoint, x: Double) -> TilePoint {
        TilePoint(x: x, y: a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)))
    }

    private func between(_ a: TilePoint, _ b: TilePoint, y: Double) -> TilePoint {
        TilePoint(x: a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y: y)
    }
}
