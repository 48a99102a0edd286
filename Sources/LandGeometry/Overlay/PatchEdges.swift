/// A patch made ready for overlay (图斑边): its edges in its own coordinates, cut at the borders of upright bins, each
/// bin's pieces side by side in lanes of eight.
///
/// The origin is the lower left corner of the patch's box, so that figures keep their digits wherever the patch lies.
struct PatchEdges: Sendable {
    private(set) var box = PlaneBox.empty
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// Lanes of bin b: `binStart[b] ..< binStart[b + 1]`.
    private(set) var binStart: [Int] = []
    private(set) var lanes: [EdgeLanes] = []
    /// Area of the patch in the bins before bin b; the last entry is the whole area.
    private(set) var areaBefore: [Double] = []
    private(set) var binWidth = 0.0
    private(set) var binsPerMetre = 0.0
    private var pieces: [Piece] = []

    private struct Piece {
        var bin: Int
        var x1: Double
        var y1: Double
        var x2: Double
        var slope: Double
        var weight: Double
    }

    var binCount: Int { binStart.count - 1 }
    var area: Double { areaBefore.last ?? 0 }
    /// No area to share: nothing can overlap it.
    var isEmpty: Bool { !(width > Line.leastRun && height > Line.leastRun) }

    /// Prepares the rings of one shape; the storage of the patch before is used again.
    mutating func prepare(_ source: RingBlocks, box: PlaneBox) {
        self.box = box
        width = box.isEmpty ? 0 : box.maxX - box.minX
        height = box.isEmpty ? 0 : box.maxY - box.minY
        guard !isEmpty else { return }
        chooseBins(for: source)
        pieces.removeAll(keepingCapacity: true)
        for ring in source.rings { cut(ring, of: source) }
        fillLanes()
    }

    /// About four edges to a bin, but fewer bins where long edges would be cut into too many pieces.
    private mutating func chooseBins(for source: RingBlocks) {
        var edges = 0
        var run = 0.0
        for ring in source.rings {
            edges += ring.edgeCount
            for i in ring.firstVertex..<(ring.firstVertex + ring.edgeCount) { run += abs(source.x[i + 1] - source.x[i]) }
        }
        let most = min(Double(edges) / 4, 3 * Double(edges) * width / run, 4096)
        let count = max(1, Int(most))
        binWidth = width / Double(count)
        binsPerMetre = 1 / binWidth
        binStart = [Int](repeating: 0, count: count + 1)
        areaBefore = [Double](repeating: 0, count: count + 1)
    }

    func bin(at x: Double) -> Int { min(binCount - 1, Int(min(max(x, 0), width) * binsPerMetre)) }

    private mutating func cut(_ ring: RingBlocks.Header, of source: RingBlocks) {
        for i in ring.firstVertex..<(ring.firstVertex + ring.edgeCount) {
            let a = EqualAreaPoint(x: source.x[i] - box.minX, y: source.y[i] - box.minY)
            let b = EqualAreaPoint(x: source.x[i + 1] - box.minX, y: source.y[i + 1] - box.minY)
            if a.x < b.x {
                cut(from: a, to: b, weight: -ring.sign)
            } else {
                cut(from: b, to: a, weight: ring.sign)
            }
        }
    }

    private mutating func cut(from a: EqualAreaPoint, to b: EqualAreaPoint, weight: Double) {
        guard b.x - a.x > Line.leastRun else { return }
        let slope = (b.y - a.y) / (b.x - a.x)
        let last = bin(at: b.x)
        var x = a.x
        var y = a.y
        for bin in bin(at: a.x)...last {
            let endX = bin == last ? b.x : min(b.x, Double(bin + 1) * binWidth)
            guard endX > x else { continue }
            let endY = bin == last ? b.y : a.y + slope * (endX - a.x)
            pieces.append(Piece(bin: bin, x1: x, y1: y, x2: endX, slope: slope, weight: weight))
            areaBefore[bin + 1] += weight * (endX - x) * (y + endY) / 2
            x = endX
            y = endY
        }
    }

    private mutating func fillLanes() {
        var counts = [Int](repeating: 0, count: binCount)
        for piece in pieces { counts[piece.bin] += 1 }
        for bin in 0..<binCount {
            binStart[bin + 1] = binStart[bin] + (counts[bin] + 7) / 8
            areaBefore[bin + 1] += areaBefore[bin]
            counts[bin] = binStart[bin] * 8
        }
        lanes.removeAll(keepingCapacity: true)
        lanes.append(contentsOf: repeatElement(EdgeLanes(), count: binStart[binCount]))
        for piece in pieces {
            let slot = counts[piece.bin]
            counts[piece.bin] += 1
            lanes[slot / 8].set(slot % 8, x1: piece.x1, y1: piece.y1, x2: piece.x2, slope: piece.slope, weight: piece.weight)
        }
    }
}

extension Line {
    /// Edges narrower than this stand upright: they bound no area from above, and their slope would overflow.
    static let leastRun = 1e-200
}

extension EdgeLanes {
    fileprivate mutating func set(_ lane: Int, x1: Double, y1: Double, x2: Double, slope: Double, weight: Double) {
        self.x1[lane] = x1
        self.y1[lane] = y1
        self.x2[lane] = x2
        self.slope[lane] = slope
        self.weight[lane] = weight
    }
}
