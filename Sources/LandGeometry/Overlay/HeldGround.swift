/// Those rings of a batch that come near some patch of a set (待套合环): projected, closed and boxed as in a prepared layer,
/// and held until the patches are laid over them.
public struct HeldGround: Sendable {
    struct Row {
        var firstPoint: Int32
        var edges: Int32
        var firstBlock: Int32
        var firstSpan: Int32
        /// Place of the feature in its batch.
        var feature: Int32
        var sign: Float
        var box: PlaneBox
    }
    /// A patch and a ring whose boxes meet.
    struct Pair {
        var patch: Int32
        var row: Int32
    }

    private var points: [EqualAreaPoint] = []
    private var blocks: [PlaneBox] = []
    private var spans: [PlaneBox] = []
    private(set) var rows: [Row] = []
    private(set) var pairs: [Pair] = []

    /// About how much memory it holds.
    public var byteCount: Int {
        points.count * 16 + (blocks.count + spans.count) * 32 + rows.count * MemoryLayout<Row>.stride + pairs.count * 8
    }

    /// Storage for `positions` positions in `rings` rings.
    mutating func reserve(rings: Int, positions: Int) {
        points.reserveCapacity(positions + rings)
        blocks.reserveCapacity(positions / Blocks.blockEdges + rings)
        spans.reserveCapacity(positions / Blocks.spanEdges + rings)
        rows.reserveCapacity(rings)
    }

    /// Takes a feature whose box meets the patches `candidates`, and pairs its rings with them.
    mutating func take(_ feature: Int, of batch: borrowing GroundBatch, in plane: Plane, near candidates: [Candidate]) {
        for ring in batch.rings(of: feature) where batch.positions(of: ring).count > 2 {
            let first = points.count
            batch.project(ring, in: plane, into: &points)
            let row = row(from: first, isHole: batch.isHole(ring), feature: feature)
            for it in candidates where it.box.overlaps(row.box) { pairs.append(Pair(patch: it.patch, row: Int32(rows.count))) }
            rows.append(row)
        }
    }

    struct Candidate {
        var patch: Int32
        var box: PlaneBox
    }

    private mutating func row(from first: Int, isHole: Bool, feature: Int) -> Row {
        let edges = points.count - first - 1
        var row = Row(
            firstPoint: Int32(first), edges: Int32(edges), firstBlock: Int32(blocks.count), firstSpan: Int32(spans.count),
            feature: Int32(feature), sign: 1, box: .empty)
        points.withUnsafeBufferPointer { all in
            let ring = UnsafeBufferPointer(rebasing: all[first...])
            row.sign = ring.runsCounterClockwise != isHole ? 1 : -1
            for start in stride(from: 0, to: edges, by: Blocks.blockEdges) {
                var box = PlaneBox.empty
                for i in start...min(start + Blocks.blockEdges, edges) { box.include(x: ring[i].x, y: ring[i].y) }
                blocks.append(box)
                if start.isMultiple(of: Blocks.spanEdges) { spans.append(box) } else { spans[spans.count - 1].include(box) }
                row.box.include(box)
            }
        }
        return row
    }

    /// A ring as the hot loop sees it, for as long as `use` runs.
    func withRing<Result>(_ row: Row, _ use: (RingView) -> Result) -> Result? {
        points.withUnsafeBufferPointer { points in
            blocks.withUnsafeBufferPointer { blocks in
                spans.withUnsafeBufferPointer { spans in
                    guard let points = points.baseAddress, let blocks = blocks.baseAddress, let spans = spans.baseAddress else {
                        return nil
                    }
                    return use(
                        RingView(
                            points: points + Int(row.firstPoint), edges: Int(row.edges), sign: Double(row.sign),
                            blocks: blocks + Int(row.firstBlock), spans: spans + Int(row.firstSpan)))
                }
            }
        }
    }
}
