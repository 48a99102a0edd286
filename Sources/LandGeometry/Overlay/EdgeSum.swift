extension PatchView {
    /// Adds the patch's area under the line from a to b, a left of b. What lies below the patch's box counts nothing and
    /// what lies above it counts as its upper side: the line is cut there, so that steep far ends cost no digits.
    @inline(__always)
    func addUnderLine(_ a: EqualAreaPoint, _ b: EqualAreaPoint, sign: Double, _ sum: inout RunningSum) {
        guard b.x - a.x > Line.leastRun else { return }
        let slope = (b.y - a.y) / (b.x - a.x)
        if min(a.y, b.y) >= 0 && max(a.y, b.y) <= height {
            add(Line(x1: a.x, y1: a.y, x2: b.x, slope: slope), sign, &sum)
        } else {
            addUnderSteepLine(a, b, slope, sign, &sum)
        }
    }

    private func addUnderSteepLine(
        _ a: EqualAreaPoint, _ b: EqualAreaPoint, _ slope: Double, _ sign: Double,
        _ sum: inout RunningSum
    ) {
        var line = Line(x1: a.x, y1: a.y, x2: b.x, slope: slope)
        if a.y < 0 {
            line.x1 = min(b.x, a.x - a.y / slope)
            line.y1 = 0
        } else if a.y > height {
            line.x1 = min(b.x, a.x + (height - a.y) / slope)
            line.y1 = height
            sum.total += sign * strip(from: a.x, to: line.x1)
        }
        if b.y < 0 {
            line.x2 = max(line.x1, b.x - b.y / slope)
        } else if b.y > height {
            line.x2 = max(line.x1, b.x + (height - b.y) / slope)
            sum.total += sign * strip(from: line.x2, to: b.x)
        }
        if line.x1 < width && line.x2 > 0 { add(line, sign, &sum) }
    }

    @inline(__always)
    private func add(_ line: Line, _ sign: Double, _ sum: inout RunningSum) {
        let first = Int(bins[grid.bin(at: line.x1)].firstLane)
        let end = Int(bins[grid.bin(at: line.x2) &+ 1].firstLane)
        sum.total += sign * EdgeLanes.underMinimum(of: line, lanes, first, end)
    }
}
