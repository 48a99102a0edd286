/// Ground too small to be drawn by itself, gathered by class (同类小块归并): where two pieces of one class meet, their common border falls away.
///
/// Nothing is lost and nothing is invented: the pile covers what the pieces cover. Works on rings as they lie on the lattice,
/// before straight-on vertices are taken away, so that a border is the same edges on both sides.
struct ClassPile {
    private typealias Edge = (from: UInt32, to: UInt32)
    private var edges: [Edge] = []

    var isEmpty: Bool { edges.isEmpty }

    mutating func add(_ ring: [GridPoint]) {
        guard var from = ring.last.map(ClassPile.packed) else { return }
        for point in ring {
            let to = ClassPile.packed(point)
            if from != to { edges.append((from, to)) }
            from = to
        }
    }

    /// Outer rings, each followed by its holes.
    func outlines() -> [[GridPoint]] {
        var outers: [Outline] = []
        var holes: [Outline] = []
        var pen = RingPen()
        for ring in ClassPile.linked(borders()) {
            pen.begin()
            for point in ring { pen.add(point.x, point.y) }
            pen.tidy()
            let outline = Outline(pen.points, doubleArea: pen.doubleArea)
            if outline.doubleArea > 0 { outers.append(outline) } else if outline.doubleArea < 0 { holes.append(outline) }
        }
        return ClassPile.nested(outers, holes)
    }

    /// Edges that are not run through in both directions.
    private func borders() -> [Edge] {
        let sorted = edges.map { (key: UInt64(min($0.from, $0.to)) << 32 | UInt64(max($0.from, $0.to)), step: $0.from < $0.to ? 1 : -1) }
            .sorted { $0.key < $1.key }
        var borders: [Edge] = []
        var start = 0
        while start < sorted.count {
            var (end, sum) = (start, 0)
            while end < sorted.count, sorted[end].key == sorted[start].key {
                sum += sorted[end].step
                end += 1
            }
            let (low, high) = (UInt32(sorted[start].key >> 32), UInt32(truncatingIfNeeded: sorted[start].key))
            for _ in 0..<abs(sum) { borders.append(sum > 0 ? (low, high) : (high, low)) }
            start = end
        }
        return borders
    }

    /// Closed walks over all edges, parted wherever a walk comes back to one of its vertices.
    private static func linked(_ edges: [Edge]) -> [[GridPoint]] {
        let sorted = edges.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var next: [UInt32: Int] = [:]
        next.reserveCapacity(sorted.count)
        for i in sorted.indices.reversed() { next[sorted[i].from] = i }
        var rings: [[GridPoint]] = []
        var walk: [UInt32] = []
        var places: [UInt32: Int] = [:]
        for first in sorted.indices where next[sorted[first].from].map({ $0 <= first }) ?? false {
            walk = [sorted[first].from]
            places = [sorted[first].from: 0]
            while let here = walk.last, let i = next[here] {
                next[here] = i + 1 < sorted.count && sorted[i + 1].from == here ? i + 1 : nil
                let to = sorted[i].to
                if let place = places[to] {
                    rings.append(walk[place...].map(unpacked))
                    for vertex in walk[(place + 1)...] { places[vertex] = nil }
                    walk.removeLast(walk.count - place - 1)
                } else {
                    places[to] = walk.count
                    walk.append(to)
                }
            }
        }
        return rings
    }

    /// A hole goes to the smallest outer ring around it.
    private static func nested(_ outers: [Outline], _ holes: [Outline]) -> [[GridPoint]] {
        let outers = outers.sorted { $0.doubleArea < $1.doubleArea }
        var holesOf: [Int: [[GridPoint]]] = [:]
        for hole in holes {
            if let place = outers.firstIndex(where: { $0.surrounds(hole) }) { holesOf[place, default: []].append(hole.ring) }
        }
        return outers.indices.flatMap { [outers[$0].ring] + (holesOf[$0] ?? []) }
    }

    private static func packed(_ point: GridPoint) -> UInt32 { UInt32(point.x + 32_768) << 16 | UInt32(point.y + 32_768) }

    private static func unpacked(_ point: UInt32) -> GridPoint {
        GridPoint(x: Int(point >> 16) - 32_768, y: Int(point & 65_535) - 32_768)
    }
}

/// A ring with what finding its place takes.
private struct Outline {
    let ring: [GridPoint]
    let doubleArea: Int
    private let low: GridPoint
    private let high: GridPoint

    init(_ ring: [GridPoint], doubleArea: Int) {
        self.ring = ring
        self.doubleArea = doubleArea
        low = GridPoint(x: ring.map(\.x).min() ?? 0, y: ring.map(\.y).min() ?? 0)
        high = GridPoint(x: ring.map(\.x).max() ?? 0, y: ring.map(\.y).max() ?? 0)
    }

    /// Whether the middle of the hole's first edge lies inside: no edge of both is the same, so the middle lies on neither's border.
    func surrounds(_ hole: Outline) -> Bool {
        guard hole.ring.count > 1, low.x <= hole.low.x, low.y <= hole.low.y, high.x >= hole.high.x, high.y >= hole.high.y,
            var a = ring.last
        else { return false }
        let x = Double(hole.ring[0].x + hole.ring[1].x) / 2
        let y = Double(hole.ring[0].y + hole.ring[1].y) / 2
        var isInside = false
        for b in ring {
            if (Double(a.y) > y) != (Double(b.y) > y) {
                let at = Double(a.x) + (y - Double(a.y)) / Double(b.y - a.y) * Double(b.x - a.x)
                if at > x { isInside.toggle() }
            }
            a = b
        }
        return isInside
    }
}
