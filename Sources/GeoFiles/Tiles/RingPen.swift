/// A point in the units of a tile: x to the right, y down, 0…4096 inside the tile.
struct GridPoint: Equatable {
    var x: Int
    var y: Int
}

/// Draws one ring after another into a buffer that is kept (绘环笔): repeats left out, cut to the tile with its margin,
/// straight-on vertices and spikes taken away.
///
/// All arithmetic is on whole numbers, and where an edge meets the margin does not depend on its direction: two neighbours
/// draw their common border through the same points. Concave rings may keep edges along the margin, outside the visible tile.
struct RingPen {
    private(set) var points: [GridPoint] = []
    private var spare: [GridPoint] = []
    private let low = -TileScale.margin
    private let high = TileScale.extent + TileScale.margin

    mutating func begin() { points.removeAll(keepingCapacity: true) }

    @inline(__always)
    mutating func add(_ x: Int, _ y: Int) {
        if let last = points.last, last.x == x, last.y == y { return }
        points.append(GridPoint(x: x, y: y))
    }

    /// Adds the vertices of `range` that are drawn at the scale.
    mutating func add(
        _ range: Range<Int>, x: UnsafePointer<UInt32>, y: UnsafePointer<UInt32>, levels: UnsafePointer<UInt8>, zoom: UInt8,
        _ lattice: TileLattice
    ) {
        points.reserveCapacity(range.count)
        var (lastX, lastY) = (Int.min, Int.min)
        for i in range where levels[i] <= zoom {
            let (column, row) = (lattice.x(x[i]), lattice.y(y[i]))
            if column == lastX, row == lastY { continue }
            points.append(GridPoint(x: column, y: row))
            (lastX, lastY) = (column, row)
        }
    }

    /// Cuts the ring at the sides it crosses.
    mutating func cut() {
        guard let first = points.first else { return }
        var (west, east, north, south) = (first.x, first.x, first.y, first.y)
        for point in points {
            west = min(west, point.x)
            east = max(east, point.x)
            north = min(north, point.y)
            south = max(south, point.y)
        }
        if east < low || west > high || south < low || north > high { return points.removeAll(keepingCapacity: true) }
        if west < low { cut(acrossX: true, at: low, keepsGreater: true) }
        if east > high { cut(acrossX: true, at: high, keepsGreater: false) }
        if north < low { cut(acrossX: false, at: low, keepsGreater: true) }
        if south > high { cut(acrossX: false, at: high, keepsGreater: false) }
    }

    /// Sutherland and Hodgman on one side.
    @inline(__always)
    private mutating func cut(acrossX: Bool, at limit: Int, keepsGreater: Bool) {
        spare.removeAll(keepingCapacity: true)
        guard var previous = points.last else { return }
        func isIn(_ point: GridPoint) -> Bool {
            let value = acrossX ? point.x : point.y
            return keepsGreater ? value >= limit : value <= limit
        }
        var wasIn = isIn(previous)
        for point in points {
            let isNowIn = isIn(point)
            if isNowIn != wasIn {
                spare.append(acrossX ? RingPen.meet(previous, point, x: limit) : RingPen.meet(previous, point, y: limit))
            }
            if isNowIn { spare.append(point) }
            previous = point
            wasIn = isNowIn
        }
        swap(&points, &spare)
    }

    private static func meet(_ p: GridPoint, _ q: GridPoint, x: Int) -> GridPoint {
        let (a, b) = p.x < q.x ? (p, q) : (q, p)
        let part = Double(x - a.x) / Double(b.x - a.x)
        return GridPoint(x: x, y: a.y + Int((Double(b.y - a.y) * part).rounded()))
    }

    private static func meet(_ p: GridPoint, _ q: GridPoint, y: Int) -> GridPoint {
        let (a, b) = p.y < q.y ? (p, q) : (q, p)
        let part = Double(y - a.y) / Double(b.y - a.y)
        return GridPoint(x: a.x + Int((Double(b.x - a.x) * part).rounded()), y: y)
    }

    /// Takes repeats, straight-on vertices and spikes (there and back again) away; nothing is left of a ring without area.
    mutating func tidy() {
        spare.removeAll(keepingCapacity: true)
        for point in points {
            spare.append(point)
            while RingPen.endIsFlat(spare) {
                spare[spare.count - 2] = point
                spare.removeLast()
            }
        }
        var first = 0
        while spare.count - first > 2 {
            let n = spare.count
            if RingPen.flat(spare[n - 2], spare[n - 1], spare[first]) {
                spare.removeLast()
            } else if RingPen.flat(spare[n - 1], spare[first], spare[first + 1]) {
                first += 1
            } else {
                break
            }
        }
        points.removeAll(keepingCapacity: true)
        if spare.count - first > 2 { points.append(contentsOf: spare[first...]) }
    }

    @inline(__always)
    private static func endIsFlat(_ ring: [GridPoint]) -> Bool {
        let n = ring.count
        if n >= 2, ring[n - 2] == ring[n - 1] { return true }
        return n >= 3 && flat(ring[n - 3], ring[n - 2], ring[n - 1])
    }

    @inline(__always)
    private static func flat(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        (b.x - a.x) * (c.y - b.y) == (b.y - a.y) * (c.x - b.x)
    }

    /// Twice the signed area by the surveyor's formula; positive for outer rings of MVT, whose y goes down.
    var doubleArea: Int { RingPen.doubleArea(points) }

    static func doubleArea(_ ring: [GridPoint]) -> Int {
        guard var a = ring.last else { return 0 }
        var sum = 0
        for b in ring {
            sum += a.x * b.y - b.x * a.y
            a = b
        }
        return sum
    }
}
