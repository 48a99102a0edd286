/// A point on the whole-number grid of a tile.
struct GridPoint: Equatable {
    var x: Int32
    var y: Int32
}

/// Takes away what a screen cannot show (抽稀): vertices nearer than `tolerance` tile units to the line they bend,
/// then repeats, spikes and rings without area on the whole-number grid.
struct RingThinning {
    /// Tile units; 4 of 4096 are a quarter of a pixel on a 256-pixel tile.
    var tolerance: Double

    private var kept: [Bool] = []
    private var spans: [(Int, Int)] = []

    init(tolerance: Double) {
        self.tolerance = tolerance
    }

    /// The ring on the grid; nil when nothing with an area is left.
    mutating func thin(_ ring: [TilePoint]) -> [GridPoint]? {
        let near = radial(ring)
        let line = near.count > 8 ? bends(near) : near
        let grid = RingThinning.tidy(line.map { GridPoint(x: Int32($0.x.rounded()), y: Int32($0.y.rounded())) })
        return grid.count >= 3 && RingThinning.doubleArea(grid) != 0 ? grid : nil
    }

    /// Vertices at least half the tolerance from the one kept before.
    private func radial(_ ring: [TilePoint]) -> [TilePoint] {
        guard tolerance > 0, ring.count > 4, var last = ring.first else { return ring }
        let least = tolerance * tolerance / 4
        var result: [TilePoint] = [last]
        result.reserveCapacity(ring.count)
        for point in ring.dropFirst() {
            let (dx, dy) = (point.x - last.x, point.y - last.y)
            guard dx * dx + dy * dy >= least else { continue }
            result.append(point)
            last = point
        }
        return result
    }

    /// Douglas and Peucker on the two halves of the ring, split at the vertex farthest from the first.
    private mutating func bends(_ ring: [TilePoint]) -> [TilePoint] {
        kept = [Bool](repeating: false, count: ring.count)
        let far = farthest(ring, from: ring[0])
        kept[0] = true
        kept[far] = true
        spans = [(0, far), (far, ring.count)]
        while let (first, end) = spans.popLast() {
            split(ring, first, end)
        }
        return zip(ring, kept).compactMap { $1 ? $0 : nil }
    }

    private mutating func split(_ ring: [TilePoint], _ first: Int, _ end: Int) {
        guard end - first > 1 else { return }
        let a = ring[first]
        let b = ring[end == ring.count ? 0 : end]
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        var worst = 0.0
        var at = first
        for i in first + 1..<end {
            let (px, py) = (ring[i].x - a.x, ring[i].y - a.y)
            let cross = px * dy - py * dx
            let square = length > 0 ? cross * cross / length : px * px + py * py
            if square > worst {
                worst = square
                at = i
            }
        }
        guard worst > tolerance * tolerance / 4 else { return }
        kept[at] = true
        spans.append((first, at))
        spans.append((at, end))
    }

    private func farthest(_ ring: [TilePoint], from origin: TilePoint) -> Int {
        var best = ring.count / 2
        var distance = -1.0
        for (i, point) in ring.enumerated() {
            let (dx, dy) = (point.x - origin.x, point.y - origin.y)
            if dx * dx + dy * dy > distance {
                distance = dx * dx + dy * dy
                best = i
            }
        }
        return best
    }

    /// Without repeats, straight-on vertices and spikes (there and back again).
    static func tidy(_ ring: [GridPoint]) -> [GridPoint] {
        var result: [GridPoint] = []
        result.reserveCapacity(ring.count)
        for point in ring {
            result.append(point)
            while endIsFlat(result) { result.remove(at: result.count - 2) }
        }
        while result.count > 2 {
            if flat(result[result.count - 2], result[result.count - 1], result[0]) {
                result.removeLast()
            } else if flat(result[result.count - 1], result[0], result[1]) {
                result.removeFirst()
            } else {
                break
            }
        }
        return result.count > 2 ? result : []
    }

    private static func endIsFlat(_ ring: [GridPoint]) -> Bool {
        let n = ring.count
        if n >= 2, ring[n - 2] == ring[n - 1] { return true }
        return n >= 3 && flat(ring[n - 3], ring[n - 2], ring[n - 1])
    }

    private static func flat(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        (Int64(b.x) - Int64(a.x)) * (Int64(c.y) - Int64(b.y)) == (Int64(b.y) - Int64(a.y)) * (Int64(c.x) - Int64(b.x))
    }

    /// Twice the signed area by the surveyor's formula; positive for outer rings of MVT, whose y goes down.
    static func doubleArea(_ ring: [GridPoint]) -> Int64 {
        guard var a = ring.last else { return 0 }
        var sum: Int64 = 0
        for b in ring {
            sum += Int64(a.x) * Int64(b.y) - Int64(b.x) * Int64(a.y)
            a = b
        }
        return sum
    }
}
