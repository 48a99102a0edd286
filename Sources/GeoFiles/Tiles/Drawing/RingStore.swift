import LandGeometry

/// Rings of many features in world coordinates, one after another (环存储): no repeats, outer rings of positive area, holes of negative.
struct RingStore {
    private(set) var x: [UInt32] = []
    private(set) var y: [UInt32] = []
    /// Where each ring starts; one more at the end.
    private(set) var starts = [0]

    var ringCount: Int { starts.count - 1 }

    func range(_ ring: Int) -> Range<Int> { starts[ring]..<starts[ring + 1] }

    func point(_ i: Int) -> WorldPoint { WorldPoint(x: x[i], y: y[i]) }

    /// Whether something was left of the ring: three different vertices, all of them places, and an area.
    mutating func add(_ ring: Ring, isHole: Bool) -> Bool {
        let start = x.count
        for position in ring.positions {
            guard let point = WorldPoint(position) else { return forget(from: start) }
            if x.count > start, x[x.count - 1] == point.x, y[y.count - 1] == point.y { continue }
            x.append(point.x)
            y.append(point.y)
        }
        if x.count > start + 1, x[x.count - 1] == x[start], y[y.count - 1] == y[start] { drop(1) }
        guard x.count - start >= 3 else { return forget(from: start) }
        let area = area(start..<x.count)
        guard area != 0 else { return forget(from: start) }
        if (area < 0) != isHole {
            x[start...].reverse()
            y[start...].reverse()
        }
        starts.append(x.count)
        return true
    }

    /// Takes the last rings away again.
    mutating func removeRings(from ring: Int) {
        drop(x.count - starts[ring])
        starts.removeLast(ringCount - ring)
    }

    private mutating func forget(from start: Int) -> Bool {
        drop(x.count - start)
        return false
    }

    private mutating func drop(_ count: Int) {
        x.removeLast(count)
        y.removeLast(count)
    }

    /// Doubled; exact for rings of up to 500 km and a million vertices.
    private func area(_ range: Range<Int>) -> Double {
        let (x0, y0) = (Int(x[range.lowerBound]), Int(y[range.lowerBound]))
        var sum = 0.0
        var (ax, ay) = (Int(x[range.upperBound - 1]) - x0, Int(y[range.upperBound - 1]) - y0)
        for i in range {
            let (bx, by) = (Int(x[i]) - x0, Int(y[i]) - y0)
            sum += Double(ax) * Double(by) - Double(bx) * Double(ay)
            (ax, ay) = (bx, by)
        }
        return sum
    }

    func box(_ ring: Int) -> WorldBox {
        var box = WorldBox()
        for i in range(ring) { box.include(point(i)) }
        return box
    }

    /// Every vertex with the one before and the one after it in its ring.
    @inline(__always)
    func forEachVertex(_ body: (_ i: Int, _ before: WorldPoint, _ point: WorldPoint, _ after: WorldPoint) -> Void) {
        for ring in 0..<ringCount {
            let range = range(ring)
            var before = point(range.upperBound - 1)
            var here = point(range.lowerBound)
            for i in range {
                let after = point(i + 1 < range.upperBound ? i + 1 : range.lowerBound)
                body(i, before, here, after)
                before = here
                here = after
            }
        }
    }
}
