/// Says of every vertex from which zoom on it is drawn (顶点显示级别), after Douglas and Peucker, for each border between two junctions.
///
/// A border has two owners who run through it in opposite directions. Distances, ties and cuts are taken in an order that
/// depends on coordinates alone, so both give its vertices the same levels without knowing of each other.
struct VertexLevels {
    static let unknown = UInt8.max
    /// Borders longer than this are cut beforehand, so that the time stays in proportion to the length.
    private static let longest = 4096
    private static let step = 2048

    private let squares: [Double]
    private var spans: [(first: Int, last: Int, level: UInt8)] = []
    private var anchors: [Int] = []

    init() {
        squares = (0..<TileScale.finest).map {
            let distance = TileScale.tolerance($0) * Double(1 << (20 - $0))
            return distance * distance
        }
    }

    /// Levels of the ring at `range`, whose junctions are 0 already.
    mutating func assign(_ rings: RingStore, _ range: Range<Int>, to levels: inout [UInt8]) {
        anchors.removeAll(keepingCapacity: true)
        for i in range where levels[i] == 0 { anchors.append(i - range.lowerBound) }
        let ring = RingView(rings: rings, range: range)
        if anchors.isEmpty { anchors = ring.ends() }
        for place in anchors { levels[range.lowerBound + place] = 0 }
        for (place, anchor) in anchors.enumerated() {
            let next = place + 1 < anchors.count ? anchors[place + 1] : anchors[0] + range.count
            cut(ring, anchor, next, &levels)
            while let span = spans.popLast() { split(ring, span, &levels) }
        }
    }

    /// Puts the border on the stack, in pieces counted from the end that comes first in the order of coordinates.
    private mutating func cut(_ ring: RingView, _ first: Int, _ last: Int, _ levels: inout [UInt8]) {
        var start = first
        if last - first > VertexLevels.longest {
            let isForward = ring.comesFirst(first, last)
            let rest = (last - first) % VertexLevels.step
            var next = first + (isForward || rest == 0 ? VertexLevels.step : rest)
            while next < last {
                levels[ring.index(next)] = 0
                spans.append((start, next, 0))
                start = next
                next += VertexLevels.step
            }
        }
        spans.append((start, last, 0))
    }

    private mutating func split(_ ring: RingView, _ span: (first: Int, last: Int, level: UInt8), _ levels: inout [UInt8]) {
        guard span.last - span.first > 1 else { return }
        let (worst, square) = ring.farthest(between: span.first, span.last)
        var level = span.level
        while level < TileScale.finest, square < squares[Int(level)] { level += 1 }
        guard level < TileScale.finest else {
            for i in span.first + 1..<span.last { levels[ring.index(i)] = UInt8(TileScale.finest) }
            return
        }
        levels[ring.index(worst)] = level
        spans.append((span.first, worst, level))
        spans.append((worst, span.last, level))
    }
}

/// A ring by places that may run on past its end into its beginning.
private struct RingView {
    let rings: RingStore
    let range: Range<Int>

    func index(_ place: Int) -> Int { range.lowerBound + (place < range.count ? place : place - range.count) }

    private func point(_ place: Int) -> WorldPoint { rings.point(index(place)) }

    /// For a ring without junctions: its first vertex in the order of coordinates, and the one farthest from that.
    func ends() -> [Int] {
        var first = 0
        for i in 1..<range.count where WorldPoint.precedes(point(i), point(first)) { first = i }
        let (far, _) = farthest(between: first, first + range.count)
        return [first, far % range.count].sorted()
    }

    /// Whether the border is met in the order of coordinates when it is run through from `first`.
    func comesFirst(_ first: Int, _ last: Int) -> Bool {
        var (low, high) = (first, last)
        while low < high {
            let (a, b) = (point(low), point(high))
            if a != b { return WorldPoint.precedes(a, b) }
            low += 1
            high -= 1
        }
        return true
    }

    /// The vertex farthest from the line between two others, with its distance squared; of equals the first in the order of coordinates.
    func farthest(between first: Int, _ last: Int) -> (place: Int, square: Double) {
        var (a, b) = (point(first), point(last))
        if WorldPoint.precedes(b, a) { swap(&a, &b) }
        let (ax, ay) = (Double(a.x), Double(a.y))
        let (dx, dy) = (Double(b.x) - ax, Double(b.y) - ay)
        let length = dx * dx + dy * dy
        let scale = length > 0 ? 1 / length : 0
        var best = (place: first + 1, square: -1.0)
        for place in first + 1..<last {
            let p = point(place)
            let (px, py) = (Double(p.x) - ax, Double(p.y) - ay)
            let part = max(0, min(1, (px * dx + py * dy) * scale))
            let (ex, ey) = (px - part * dx, py - part * dy)
            let square = ex * ex + ey * ey
            if square > best.square || square == best.square && WorldPoint.precedes(p, point(best.place)) { best = (place, square) }
        }
        return best
    }
}
