// The hot loop. An area needs no topology: write each shape as the signed sum of what lies below its edges (taken
// from left to right; + where the shape lies below the edge), then
//
//     area(A ∩ B) = Σ_a Σ_b  s_a s_b ∫ min(y_a(x), y_b(x)) dx     over the common range of x.
//
// The sum is continuous in every coordinate, so shared edges, touching vertices and equal polygons need no rule. With
// the baseline at the bottom of the patch's box, most edges of B need not be held against the edges of A one by one:
// where an edge of B lies
//
//     below A          it gives nothing,
//     above A          it gives A's area between its ends,
//     inside A         it gives what lies between it and the pieces of A's border below it,
//
// and runs of such edges telescope: what A has between the two ends of the run is looked up once. Boxes over 256 and
// over 16 edges are placed in the same way, so that far and inner parts of long borders cost next to nothing.
extension PatchView {
    /// The area the patch shares with one ring of a layer, less than nothing for a hole; rounding may leave ± a few
    /// 10⁻¹⁶ of the box.
    func sharedArea(withRing number: Int, of layer: IndexTables, _ work: inout OverlapWork) -> Double {
        let ring = layer.rings[number]
        return sharedArea(
            with: RingView(
                points: UnsafePointer(layer.vertices + Int(ring.firstVertex)), edges: Int(ring.edgeCount), sign: ring.sign,
                blocks: UnsafePointer(layer.blocks + Int(ring.firstBlock)), spans: UnsafePointer(layer.spans + Int(ring.firstSpan))), &work)
    }

    /// The same for a ring wherever it stands.
    func sharedArea(with ring: RingView, _ work: inout OverlapWork) -> Double {
        let (points, blocks, spans, edges) = (ring.points, ring.blocks, ring.spans, ring.edges)
        var sum = RunningSum()
        var start = 0
        while start < edges {
            let end = min(edges, start &+ Blocks.spanEdges)
            let side = side(of: local(spans[start / Blocks.spanEdges]))
            if side == .near {
                walk(points, start, end, blocks, &sum, &work)
            } else {
                step(side, points, start, end, &sum)
            }
            start = end
        }
        endRun(at: points[edges].x - box.minX, &sum)
        return ring.sign * sum.total
    }

    /// The blocks of edges `from ..< to`, which make up one span.
    @inline(__always)
    private func walk(
        _ points: UnsafePointer<EqualAreaPoint>, _ from: Int, _ to: Int,
        _ blocks: UnsafePointer<PlaneBox>,
        _ sum: inout RunningSum, _ work: inout OverlapWork
    ) {
        var start = from
        while start < to {
            let end = min(to, start &+ Blocks.blockEdges)
            let side = side(of: local(blocks[start / Blocks.blockEdges]))
            if side == .near {
                work.edges &+= end &- start
                work.crossings &+= walkEdges(points, start, end, &sum)
            } else {
                step(side, points, start, end, &sum)
            }
            start = end
        }
    }

    /// Edges one by one; returns how many had to be held against pieces of the patch's border.
    @inline(__always)
    private func walkEdges(
        _ points: UnsafePointer<EqualAreaPoint>, _ start: Int, _ end: Int,
        _ sum: inout RunningSum
    ) -> Int {
        var near = 0
        var a = local(points[start])
        for i in start..<end {
            let b = local(points[i &+ 1])
            let edge = PlaneBox(
                minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
            let side = side(of: edge)
            if side == .near {
                endRun(at: a.x, &sum)
                near &+= 1
                if a.x < b.x {
                    addUnderLine(a, b, sign: -1, &sum)
                } else {
                    addUnderLine(b, a, sign: 1, &sum)
                }
            } else {
                step(side, from: a.x, &sum)
                if side == .inside { sum.total -= (b.x - a.x) * (a.y + b.y) * 0.5 }
            }
            a = b
        }
        return near
    }

    /// Takes a stretch of edges that lie to one side of the patch's border as a whole.
    @inline(__always)
    private func step(
        _ side: Side, _ points: UnsafePointer<EqualAreaPoint>, _ start: Int, _ end: Int,
        _ sum: inout RunningSum
    ) {
        step(side, from: points[start].x - box.minX, &sum)
        guard side == .inside else { return }
        var twice = 0.0
        for i in start..<end {
            let (a, b) = (local(points[i]), local(points[i &+ 1]))
            twice += (b.x - a.x) * (a.y + b.y)
        }
        sum.total -= twice * 0.5
    }

    /// A run goes on as long as edges stay to one side; one above goes on beside the patch too, where it sweeps nothing.
    @inline(__always)
    private func step(_ side: Side, from x: Double, _ sum: inout RunningSum) {
        if side == sum.run || (side == .beside && sum.run == .above) { return }
        endRun(at: x, &sum)
        if side == .above || side == .inside {
            sum.run = side
            sum.runBegan = x
        }
    }

    /// Adds what the patch has between the two ends of the run under way; negative from left to right.
    @inline(__always)
    private func endRun(at x: Double, _ sum: inout RunningSum) {
        guard sum.run != .below else { return }
        let (left, right) = (min(sum.runBegan, x), max(sum.runBegan, x))
        let strip =
            sum.run == .above ? strip(from: left, to: right) : stripBelowGap(from: left, to: right)
        sum.total += x < sum.runBegan ? strip : -strip
        sum.run = .below
    }

    @inline(__always)
    func local(_ point: EqualAreaPoint) -> EqualAreaPoint {
        EqualAreaPoint(x: point.x - box.minX, y: point.y - box.minY)
    }

    @inline(__always)
    private func local(_ other: PlaneBox) -> PlaneBox {
        PlaneBox(
            minX: other.minX - box.minX, minY: other.minY - box.minY, maxX: other.maxX - box.minX,
            maxY: other.maxY - box.minY)
    }
}

/// What has been summed of a ring, and the run of edges under way.
struct RunningSum {
    var total = 0.0
    /// `.below` for no run: such edges give nothing.
    var run = Side.below
    var runBegan = 0.0
}

/// Where edges lie with respect to the patch.
enum Side: UInt8 { case near, above, below, beside, inside }

/// A closed ring as the hot loop sees it: its points, the last repeating the first, and the boxes over its edges.
struct RingView {
    let points: UnsafePointer<EqualAreaPoint>
    let edges: Int
    let sign: Double
    let blocks: UnsafePointer<PlaneBox>
    let spans: UnsafePointer<PlaneBox>
}
