/// One piece of a patch's edge, within one bin (边段): from (x1, y1) along `slope` to x2 > x1.
struct EdgePiece {
    var x1: Double
    var y1: Double
    var x2: Double
    var slope: Double
    /// +1 where the patch lies below the piece, −1 where it lies above.
    var weight: Double
}

/// The upright bins of a patch, of one width (竖条划分).
struct BinGrid: Sendable {
    var width = 0.0
    var binWidth = 0.0
    var binsPerMetre = 0.0
    var lastBin = 0

    init() {}

    init(width: Double, count: Int) {
        self.width = width
        binWidth = width / Double(count)
        binsPerMetre = 1 / binWidth
        lastBin = count - 1
    }

    /// The bin of an x in the patch's coordinates; what lies beside the patch counts to the first or last, as does
    /// what is no number.
    @inline(__always)
    func bin(at x: Double) -> Int {
        min(lastBin, Int((x > 0 ? x < width ? x : width : 0) * binsPerMetre))
    }

    @inline(__always)
    func start(of bin: Int) -> Double { Double(bin) * binWidth }
}

/// Cuts the edges of a patch at the borders of its bins and puts the pieces into lanes (图斑切分).
struct PatchCutter {
    let grid: BinGrid
    let origin: EqualAreaPoint

    /// Counts in each bin how many pieces a ring may have there.
    func count(_ ring: PatchRings.Header, _ points: Span<EqualAreaPoint>, _ bins: inout MutableSpan<PatchBin>) {
        var from = grid.bin(at: points[ring.first].x - origin.x)
        for i in (ring.first + 1)...(ring.first + ring.edgeCount) {
            let to = grid.bin(at: points[i].x - origin.x)
            var bin = min(from, to)
            let last = max(from, to)
            while bin <= last {
                bins[bin].slot &+= 1
                bin &+= 1
            }
            from = to
        }
    }

    /// Puts the pieces of one ring into the slots of their bins, and notes there where each stands; areas go to the bin after.
    func cut(
        _ ring: PatchRings.Header, _ points: Span<EqualAreaPoint>, _ bins: inout MutableSpan<PatchBin>, _ lanes: inout MutableSpan<Double>
    ) {
        var a = points[ring.first] - origin
        for i in (ring.first + 1)...(ring.first + ring.edgeCount) {
            let b = points[i] - origin
            if a.x < b.x {
                cut(from: a, to: b, weight: -ring.sign, &bins, &lanes)
            } else {
                cut(from: b, to: a, weight: ring.sign, &bins, &lanes)
            }
            a = b
        }
    }

    @inline(__always)
    private func cut(
        from a: EqualAreaPoint, to b: EqualAreaPoint, weight: Double, _ bins: inout MutableSpan<PatchBin>,
        _ lanes: inout MutableSpan<Double>
    ) {
        guard b.x - a.x > Line.leastRun else { return noteUpright(at: a.x, &bins) }
        let slope = (b.y - a.y) / (b.x - a.x)
        let last = grid.bin(at: b.x)
        var x = a.x
        var y = a.y
        for bin in grid.bin(at: a.x)...last {
            let endX = bin == last ? b.x : min(b.x, grid.start(of: bin + 1))
            guard endX > x else { continue }
            let endY = bin == last ? b.y : a.y + slope * (endX - a.x)
            let piece = EdgePiece(x1: x, y1: y, x2: endX, slope: slope, weight: weight)
            let area = weight * (endX - x) * (y + endY) * 0.5
            EdgeLanes.put(piece, at: Int(bins[bin].slot), &lanes)
            bins[bin].note(piece, y2: endY)
            bins[bin + 1].areaBefore += area
            if weight < 0 { bins[bin + 1].belowGapBefore += area }
            x = endX
            y = endY
        }
    }

    /// An upright edge inside a bin is no piece, but a band across the bin may be land on one side of it only.
    private func noteUpright(at x: Double, _ bins: inout MutableSpan<PatchBin>) {
        let bin = grid.bin(at: x)
        if x > grid.start(of: bin) && x < grid.start(of: bin + 1) { bins[bin].lowerRun = .infinity }
    }
}
