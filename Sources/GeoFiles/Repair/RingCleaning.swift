/// What stands in a single ring and can be put right without a doubt (环清理): an open end, repeated positions, spikes of no width.
struct RingCleaning {
    private(set) var ring: PlaneRing
    private(set) var wasOpen = false
    private(set) var repeated = 0
    private(set) var spikes = 0

    /// A spike narrower than this, in metres, encloses no land.
    static let spikeWidth = 0.001

    init(_ raw: PlaneRing, scale: GroundScale) {
        if let clean = Self.clean(raw, scale) {
            ring = clean
            return
        }
        ring = raw
        close()
        removeRepeated()
        removeSpikes(scale)
    }

    /// A closed ring in which nothing is repeated and nothing spikes, without its closing position: most rings, in one look.
    private static func clean(_ raw: PlaneRing, _ scale: GroundScale) -> PlaneRing? {
        guard raw.count > 3, raw.first == raw.last else { return nil }
        var (from, tip) = (raw[raw.count - 2], raw[0])
        for to in raw.dropFirst() {
            if to == tip || isSpike(from, tip, to, scale) { return nil }
            (from, tip) = (tip, to)
        }
        return Array(raw[..<(raw.count - 1)])
    }

    private mutating func close() {
        guard ring.count > 1, let first = ring.first, let last = ring.last else { return }
        if first == last {
            ring.removeLast()
        } else {
            wasOpen = true
        }
    }

    private mutating func removeRepeated() {
        var kept: PlaneRing = []
        kept.reserveCapacity(ring.count)
        for point in ring where point != kept.last { kept.append(point) }
        while kept.count > 1, kept.first == kept.last { kept.removeLast() }
        repeated = ring.count - kept.count
        ring = kept
    }

    /// Walks the ring with a stack: a removed tip may bare another one behind it.
    private mutating func removeSpikes(_ scale: GroundScale) {
        var kept: PlaneRing = []
        kept.reserveCapacity(ring.count)
        for point in ring {
            kept.append(point)
            while kept.count >= 3, Self.isSpike(kept[kept.count - 3], kept[kept.count - 2], kept[kept.count - 1], scale) {
                kept.remove(at: kept.count - 2)
                if kept[kept.count - 2] == kept[kept.count - 1] { kept.removeLast() }
            }
        }
        while kept.count >= 3 {
            let last = kept.count - 1
            if kept[last] == kept[0] || Self.isSpike(kept[last - 1], kept[last], kept[0], scale) {
                kept.removeLast()
            } else if Self.isSpike(kept[last], kept[0], kept[1], scale) {
                kept.removeFirst()
            } else {
                break
            }
        }
        spikes = ring.count - kept.count
        ring = kept
    }

    /// Out to `tip` and back along the same line.
    private static func isSpike(_ from: PlanePoint, _ tip: PlanePoint, _ to: PlanePoint, _ scale: GroundScale) -> Bool {
        let (ax, ay) = ((from.x - tip.x) * scale.x, (from.y - tip.y) * scale.y)
        let (bx, by) = ((to.x - tip.x) * scale.x, (to.y - tip.y) * scale.y)
        guard ax * bx + ay * by > 0 else { return false }
        let longer = max((ax * ax + ay * ay).squareRoot(), (bx * bx + by * by).squareRoot())
        return abs(ax * by - ay * bx) <= spikeWidth * longer
    }
}
