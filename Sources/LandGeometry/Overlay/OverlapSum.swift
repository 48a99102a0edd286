// The hot loop. An area needs no topology: write each shape as the signed sum of what lies below its edges (taken
// from left to right; + where the shape lies below the edge), then
//
//     area(A ∩ B) = Σ_a Σ_b  s_a s_b ∫ min(y_a(x), y_b(x)) dx     over the common range of x.
//
// The sum is continuous in every coordinate, so shared edges, touching vertices and equal polygons need no rule. With
// the baseline at the bottom of the patch's box, edges of B below the box give nothing, and edges above it give the
// patch's area between their ends: runs of them telescope into one strip.
extension PatchEdges {
    /// The area the patch shares with some rings of a layer; rounding may leave ± a few 10⁻¹⁶ of the box.
    func sharedArea(with range: Range<Int>, of layer: borrowing RingBlocks) -> Double {
        var sum = 0.0
        for ring in range { sum += sharedArea(with: layer.rings[ring], of: layer) }
        return sum
    }

    private func sharedArea(with ring: RingBlocks.Header, of layer: borrowing RingBlocks) -> Double {
        let blocks = layer.blocks.span
        let spans = layer.spans.span
        let x = layer.x.span
        var run = RunAbove()
        var sum = 0.0
        var start = 0
        var span = ring.firstSpan
        while start < ring.edgeCount {
            let end = min(ring.edgeCount, start + RingBlocks.spanEdges)
            let side = side(of: spans[unchecked: span])
            if side == .near {
                sum += walk(ring, from: start, to: end, blocks: blocks, layer: layer, run: &run)
            } else {
                sum += step(side, atVertex: x[unchecked: ring.firstVertex + start], run: &run)
            }
            start = end
            span += 1
        }
        sum += endRun(&run, at: x[unchecked: ring.firstVertex + ring.edgeCount])
        return ring.sign * sum
    }

    /// The blocks of edges `from ..< to`, which make up one span.
    @inline(__always)
    private func walk(
        _ ring: RingBlocks.Header, from: Int, to: Int, blocks: Span<PlaneBox>, layer: borrowing RingBlocks, run: inout RunAbove
    ) -> Double {
        let x = layer.x.span
        let y = layer.y.span
        var sum = 0.0
        var start = from
        var block = ring.firstBlock + from / RingBlocks.blockEdges
        while start < to {
            let end = min(to, start + RingBlocks.blockEdges)
            let side = side(of: blocks[unchecked: block])
            sum += step(side, atVertex: x[unchecked: ring.firstVertex + start], run: &run)
            if side == .near {
                for i in (ring.firstVertex + start)..<(ring.firstVertex + end) {
                    sum += underEdge(
                        x[unchecked: i] - box.minX, y[unchecked: i] - box.minY,
                        x[unchecked: i + 1] - box.minX, y[unchecked: i + 1] - box.minY)
                }
            }
            start = end
            block += 1
        }
        return sum
    }

    private enum Side { case near, above, below, beside }

    @inline(__always)
    private func side(of other: PlaneBox) -> Side {
        if other.maxX <= box.minX || other.minX >= box.maxX { return .beside }
        if other.maxY <= box.minY { return .below }
        return other.minY >= box.maxY ? .above : .near
    }

    /// A run of edges that stay above the patch: where it began.
    private struct RunAbove {
        var isOpen = false
        var beganAt = 0.0
    }

    /// A run opens above and goes on beside the patch, where it sweeps nothing; otherwise it ends.
    @inline(__always)
    private func step(_ side: Side, atVertex x: Double, run: inout RunAbove) -> Double {
        switch side {
        case .above:
            if !run.isOpen { run = RunAbove(isOpen: true, beganAt: x) }
            return 0
        case .beside: return 0
        case .near, .below: return endRun(&run, at: x)
        }
    }

    @inline(__always)
    private func endRun(_ run: inout RunAbove, at x: Double) -> Double {
        guard run.isOpen else { return 0 }
        run.isOpen = false
        let from = run.beganAt - box.minX
        let to = x - box.minX
        return to < from ? strip(from: to, to: from) : -strip(from: from, to: to)
    }

    /// The patch's area under one edge of a ring that has land on its left; counts negative from left to right.
    @inline(__always)
    private func underEdge(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
        ax < bx ? -underLine(ax, ay, bx, by) : underLine(bx, by, ax, ay)
    }

    /// The patch's area under the line from a to b, a left of b. What lies below the patch's box counts nothing and
    /// what lies above it counts as its upper side: the line is cut there, so that steep far ends cost no digits.
    @inline(__always)
    private func underLine(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
        guard bx > 0, ax < width, max(ay, by) > 0, bx - ax > Line.leastRun else { return 0 }
        if min(ay, by) >= height { return strip(from: ax, to: bx) }
        let slope = (by - ay) / (bx - ax)
        if min(ay, by) >= 0 && max(ay, by) <= height {
            return under(Line(x1: ax, y1: ay, x2: bx, slope: slope))
        }
        return underSteepLine(ax, ay, bx, by, slope)
    }

    private func underSteepLine(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ slope: Double) -> Double {
        var line = Line(x1: ax, y1: ay, x2: bx, slope: slope)
        var sum = 0.0
        if ay < 0 {
            line.x1 = min(bx, ax - ay / slope)
            line.y1 = 0
        } else if ay > height {
            line.x1 = min(bx, ax + (height - ay) / slope)
            line.y1 = height
            sum += strip(from: ax, to: line.x1)
        }
        if by < 0 {
            line.x2 = max(line.x1, bx - by / slope)
        } else if by > height {
            line.x2 = max(line.x1, bx + (height - by) / slope)
            sum += strip(from: line.x2, to: bx)
        }
        return line.x1 < width && line.x2 > 0 ? sum + under(line) : sum
    }

    @inline(__always)
    private func under(_ line: Line) -> Double {
        let lanes = lanes.span
        let starts = binStart.span
        let first = starts[unchecked: bin(at: line.x1)]
        let end = starts[unchecked: bin(at: line.x2) + 1]
        var sums = EdgeLanes.Lanes.zero
        for i in first..<end { sums += lanes[unchecked: i].underMinimum(of: line) }
        return sums.sum()
    }

    /// The patch's area between two uprights.
    func strip(from left: Double, to right: Double) -> Double {
        let left = max(left, 0)
        let right = min(right, width)
        guard right > left else { return 0 }
        if left <= 0 && right >= width { return area }
        let first = bin(at: left)
        let last = bin(at: right)
        if last - first < 2 { return under(Line(x1: left, y1: height, x2: right, slope: 0)) }
        let firstEnd = Double(first + 1) * binWidth
        let lastStart = Double(last) * binWidth
        return under(Line(x1: left, y1: height, x2: firstEnd, slope: 0))
            + (areaBefore[last] - areaBefore[first + 1])
            + under(Line(x1: lastStart, y1: height, x2: right, slope: 0))
    }
}
