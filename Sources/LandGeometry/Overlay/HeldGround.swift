/// Those rings of a batch that come near some patch of a set (待套合环): boxed as in a prepared layer, and held until the patches are
/// laid over them. Positions stay where they stand: a ring is projected once more for every patch it is laid under, which costs
/// less than memory for all of them. Long rings, of which a patch sees little, are held as projected.
public struct HeldGround: Sendable {
    struct Row {
        var edges: Int32
        var firstBlock: Int32
        var firstSpan: Int32
        /// Place of the feature in its batch.
        var feature: Int32
        /// Where the points of a long ring begin; −1 for others.
        var firstPoint: Int32
        var sign: Float
    }
    /// A patch and a ring whose boxes meet.
    struct Pair {
        var patch: Int32
        var row: Int32
    }

    /// The features that come near a patch; a row for each ring.
    private var ground = GroundBatch()
    private var points: [EqualAreaPoint] = []
    private var blocks: [PlaneBox] = []
    private var spans: [PlaneBox] = []
    private(set) var rows: [Row] = []
    private(set) var pairs: [Pair] = []

    /// Rings of more edges are held as projected.
    private static let longRing = 1024

    public var isEmpty: Bool { rows.isEmpty }

    /// About how much memory it holds beside what it was lent.
    public var byteCount: Int {
        points.count * GroundBatch.positionBytes + (blocks.count + spans.count) * 32 + rows.count * MemoryLayout<Row>.stride
            + pairs.count * 8
    }

    /// What its positions stand in and is kept from being let go, a whole window of a file for a single ring.
    public var lenders: [LentBytes] { ground.lenders }

    /// Takes a feature whose box meets the patches `candidates`, and pairs its rings with them.
    mutating func take(
        _ feature: Int, of batch: borrowing GroundBatch, in plane: Plane, near candidates: [Candidate], _ scratch: inout PointScratch
    ) {
        let first = ground.ringCount
        ground.add(feature, of: batch)
        for ring in first..<ground.ringCount {
            let box = addRow(for: ring, feature: feature, in: plane, &scratch)
            for it in candidates where it.box.overlaps(box) { pairs.append(Pair(patch: it.patch, row: Int32(ring))) }
        }
    }

    struct Candidate {
        var patch: Int32
        var box: PlaneBox
    }

    /// Returns the box of the ring; that of one without area is empty.
    private mutating func addRow(for ring: Int, feature: Int, in plane: Plane, _ scratch: inout PointScratch) -> PlaneBox {
        let (edges, isHole) = (ground.positionCount(of: ring), ground.isHole(ring))
        var row = Row(
            edges: Int32(edges), firstBlock: Int32(blocks.count), firstSpan: Int32(spans.count), feature: Int32(feature),
            firstPoint: edges > HeldGround.longRing ? Int32(points.count) : -1, sign: 1)
        var box = PlaneBox.empty
        if edges > 2 {
            scratch.withRing(ring, of: ground, in: plane) { ring in
                row.sign = UnsafeBufferPointer(ring).runsCounterClockwise != isHole ? 1 : -1
                box = addBoxes(over: ring, edges)
                if row.firstPoint >= 0 { points.append(contentsOf: ring) }
            }
        }
        rows.append(row)
        return box
    }

    private mutating func addBoxes(over points: UnsafeMutableBufferPointer<EqualAreaPoint>, _ edges: Int) -> PlaneBox {
        var whole = PlaneBox.empty
        for start in stride(from: 0, to: edges, by: Blocks.blockEdges) {
            var box = PlaneBox.empty
            for i in start...min(start + Blocks.blockEdges, edges) { box.include(x: points[i].x, y: points[i].y) }
            blocks.append(box)
            if start.isMultiple(of: Blocks.spanEdges) { spans.append(box) } else { spans[spans.count - 1].include(box) }
            whole.include(box)
        }
        return whole
    }

    /// A ring as the hot loop sees it, for as long as `use` runs.
    func withRing(_ number: Int32, in plane: Plane, _ scratch: inout PointScratch, _ use: (RingView) -> Double) -> Double {
        let row = rows[Int(number)]
        guard row.firstPoint >= 0 else {
            return scratch.withRing(Int(number), of: ground, in: plane) { view(of: row, UnsafePointer($0.baseAddress), use) }
        }
        return points.withUnsafeBufferPointer { all in
            view(of: row, all.baseAddress.map { $0 + Int(row.firstPoint) }, use)
        }
    }

    private func view(of row: Row, _ points: UnsafePointer<EqualAreaPoint>?, _ use: (RingView) -> Double) -> Double {
        blocks.withUnsafeBufferPointer { blocks in
            spans.withUnsafeBufferPointer { spans in
                guard let points, let blocks = blocks.baseAddress, let spans = spans.baseAddress else { return 0 }
                return use(
                    RingView(
                        points: points, edges: Int(row.edges), sign: Double(row.sign), blocks: blocks + Int(row.firstBlock),
                        spans: spans + Int(row.firstSpan)))
            }
        }
    }
}

/// Storage for the points of one ring after the other (点位暂存).
struct PointScratch {
    private var points: [EqualAreaPoint] = []

    /// The points of a ring, closed.
    @inline(__always)
    mutating func withRing<R>(
        _ ring: Int, of ground: borrowing GroundBatch, in plane: Plane, _ use: (UnsafeMutableBufferPointer<EqualAreaPoint>) -> R
    ) -> R {
        let count = ground.positionCount(of: ring) + 1
        if points.count < count { points = Array(repeating: EqualAreaPoint(x: 0, y: 0), count: count * 2) }
        return points.withUnsafeMutableBufferPointer { all in
            let points = UnsafeMutableBufferPointer(rebasing: all[..<count])
            if let first = points.baseAddress { ground.project(ring, in: plane, into: first) }
            return use(points)
        }
    }
}
