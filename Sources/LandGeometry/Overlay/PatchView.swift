/// One upright bin of a patch (竖条): 64 bytes.
struct PatchBin {
    /// Area of the patch in the bins before this one; in the last, the whole area.
    var areaBefore = 0.0
    /// Signed area under the border below the gap, in the bins before this one.
    var belowGapBefore = 0.0
    /// Lowest and highest point of the patch's border in the bin.
    var low = Double.infinity
    var high = -Double.infinity
    /// A band across the bin that is all land of the patch, free of its border; none when low > high.
    var gapLow = -Double.infinity
    var gapHigh = Double.infinity
    /// While the patch is prepared: how far lower borders run; infinite where an edge stands upright in the bin.
    var lowerRun = 0.0
    /// Its pieces are in the lanes from here to the next bin's.
    var firstLane: Int32 = 0
    /// While the patch is prepared: how many pieces there may be, then where the next goes.
    var slot: Int32 = 0

    /// Takes note of a piece: where the border of the patch stands in this bin.
    @inline(__always)
    mutating func note(_ piece: EdgePiece, y2: Double) {
        slot &+= 1
        low = min(low, min(piece.y1, y2))
        high = max(high, max(piece.y1, y2))
        if piece.weight < 0 {
            gapLow = max(gapLow, max(piece.y1, y2))
            lowerRun += piece.x2 - piece.x1
        } else {
            gapHigh = min(gapHigh, min(piece.y1, y2))
        }
    }

    /// Between all lower and all upper borders there is land all across the bin, where the lower ones run across it once.
    func hasGap(_ binWidth: Double) -> Bool {
        gapLow < gapHigh && abs(lowerRun - binWidth) < 1e-9 * binWidth
    }
}

/// A patch as the hot loop sees it: numbers and two pointers, everything in the patch's own coordinates but `box`.
struct PatchView {
    let box: PlaneBox
    let width: Double
    let height: Double
    let area: Double
    let grid: BinGrid
    let bins: UnsafePointer<PatchBin>
    let lanes: UnsafePointer<Double>

    /// Boxes over more bins than this are only compared with the patch's box.
    private static let mostBins = 32

    /// Where everything in a box lies.
    @inline(__always)
    func side(of it: PlaneBox) -> Side {
        if it.maxX <= 0 || it.minX >= width { return .beside }
        if it.maxY <= 0 { return .below }
        if it.minY >= height { return .above }
        let first = grid.bin(at: it.minX)
        let last = grid.bin(at: it.maxX)
        if last &- first > PatchView.mostBins { return .near }
        var (above, below, inside) = (true, true, it.minX >= 0 && it.maxX <= width)
        var i = first
        repeat {
            above = above && it.minY >= bins[i].high
            below = below && it.maxY <= bins[i].low
            inside = inside && it.minY >= bins[i].gapLow && it.maxY <= bins[i].gapHigh
            i &+= 1
        } while i <= last && (above || below || inside)
        return above ? .above : below ? .below : inside ? .inside : .near
    }

    /// The patch's area between two uprights.
    func strip(from left: Double, to right: Double) -> Double {
        let left = max(left, 0)
        let right = min(right, width)
        guard right > left else { return 0 }
        if left <= 0 && right >= width { return area }
        let first = grid.bin(at: left)
        let last = grid.bin(at: right)
        if first == last { return under(height, first, left, right) }
        return under(height, first, left, grid.start(of: first &+ 1))
            + (bins[last].areaBefore - bins[first &+ 1].areaBefore)
            + under(height, last, grid.start(of: last), right)
    }

    /// The signed area under the pieces below the gaps of the bins between two uprights.
    func stripBelowGap(from left: Double, to right: Double) -> Double {
        guard right > left else { return 0 }
        let first = grid.bin(at: left)
        let last = grid.bin(at: right)
        if first == last { return underGap(first, left, right) }
        return underGap(first, left, grid.start(of: first &+ 1))
            + (bins[last].belowGapBefore - bins[first &+ 1].belowGapBefore)
            + underGap(last, grid.start(of: last), right)
    }

    /// Through the middle of the gap the patch has its lower pieces' area and, up to the line, one rectangle.
    private func underGap(_ bin: Int, _ left: Double, _ right: Double) -> Double {
        let middle = (bins[bin].gapLow + bins[bin].gapHigh) * 0.5
        return under(middle, bin, left, right) - middle * (right - left)
    }

    /// The patch's area in one bin between two uprights, below a level line.
    private func under(_ level: Double, _ bin: Int, _ left: Double, _ right: Double) -> Double {
        guard right > left else { return 0 }
        let line = Line(x1: left, y1: level, x2: right, slope: 0)
        return EdgeLanes.underMinimum(of: line, lanes, Int(bins[bin].firstLane), Int(bins[bin &+ 1].firstLane))
    }
}
