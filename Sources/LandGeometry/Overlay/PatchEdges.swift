/// A patch made ready for overlay (图斑边): its edges in its own coordinates, cut at the borders of upright bins, each
/// bin's pieces side by side in lanes of eight.
///
/// The origin is the lower left corner of the patch's box, so that figures keep their digits wherever the patch lies.
struct PatchEdges: Sendable {
    private(set) var plane = Plane.equalArea
    private(set) var box = PlaneBox.empty
    private(set) var width = 0.0
    private(set) var height = 0.0
    private(set) var grid = BinGrid()
    /// Groups of eight pieces, as `EdgeLanes` has them.
    private(set) var lanes: [Double] = []
    /// The bins from left to right, and one more for where the last ends.
    private(set) var bins: [PatchBin] = []

    var area: Double { bins.last?.areaBefore ?? 0 }
    /// No area to share: nothing can overlap it.
    var isEmpty: Bool { !(width > Line.leastRun && height > Line.leastRun) }

    /// Prepares the rings of one shape; the storage of the patch before is used again.
    mutating func prepare(_ source: PatchRings, plane: Plane) {
        self.plane = plane
        box = source.box
        width = box.isEmpty ? 0 : box.maxX - box.minX
        height = box.isEmpty ? 0 : box.maxY - box.minY
        guard !isEmpty else { return }
        grid = BinGrid(width: width, count: PatchEdges.binCount(for: source, width))
        bins.removeAll(keepingCapacity: true)
        bins.append(contentsOf: repeatElement(PatchBin(), count: grid.lastBin + 2))
        cut(source)
        sumBins()
    }

    /// About four edges to a bin, but fewer bins where long edges would be cut into too many pieces.
    private static func binCount(for source: PatchRings, _ width: Double) -> Int {
        var edges = 0
        var run = 0.0
        let points = source.points.span
        for ring in source.rings {
            edges += ring.edgeCount
            for i in ring.first..<(ring.first + ring.edgeCount) {
                run += abs(points[i + 1].x - points[i].x)
            }
        }
        return max(1, Int(min(Double(edges) / 4, 3 * Double(edges) * width / run, 4096)))
    }

    private mutating func cut(_ source: PatchRings) {
        let cutter = PatchCutter(grid: grid, origin: EqualAreaPoint(x: box.minX, y: box.minY))
        let points = source.points.span
        var storage = lanes
        lanes = []
        var bins = bins.mutableSpan
        for ring in source.rings { cutter.count(ring, points, &bins) }
        let groups = PatchEdges.placeLanes(&bins)
        storage.removeAll(keepingCapacity: true)
        storage.append(contentsOf: repeatElement(0, count: groups * EdgeLanes.groupSize))
        var slots = storage.mutableSpan
        for ring in source.rings { cutter.cut(ring, points, &bins, &slots) }
        lanes = storage
    }

    /// Lanes of a bin follow those of the bin before; returns how many groups there are.
    private static func placeLanes(_ bins: inout MutableSpan<PatchBin>) -> Int {
        var lane: Int32 = 0
        for bin in bins.indices {
            let count = bins[bin].slot
            bins[bin].firstLane = lane
            bins[bin].slot = lane * Int32(EdgeLanes.count)
            lane += (count + 7) / Int32(EdgeLanes.count)
        }
        return Int(lane)
    }

    /// Areas are summed from the left.
    private mutating func sumBins() {
        let binWidth = grid.binWidth
        var bins = bins.mutableSpan
        var (area, belowGap, hadGap) = (0.0, 0.0, false)
        for bin in bins.indices {
            area += bins[bin].areaBefore
            if hadGap { belowGap += bins[bin].belowGapBefore }
            hadGap = bins[bin].hasGap(binWidth)
            if !hadGap { (bins[bin].gapLow, bins[bin].gapHigh) = (.infinity, -.infinity) }
            (bins[bin].areaBefore, bins[bin].belowGapBefore) = (area, belowGap)
        }
    }

    /// The patch as the hot loop sees it, for as long as `use` runs; nil for an empty one.
    @discardableResult
    func withView<Result>(_ use: (PatchView) -> Result) -> Result? {
        lanes.withUnsafeBufferPointer { lanes in
            bins.withUnsafeBufferPointer { bins in
                guard !isEmpty, let binBase = bins.baseAddress, let laneBase = lanes.baseAddress else {
                    return nil
                }
                return use(
                    PatchView(
                        box: box, width: width, height: height, area: area, grid: grid, bins: binBase,
                        lanes: laneBase))
            }
        }
    }
}
