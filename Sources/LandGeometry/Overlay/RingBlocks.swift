/// Rings projected to the plane, in one structure of arrays (环块): closed coordinates, the sign of each ring, and
/// boxes over blocks of 16 consecutive edges and over 16 such blocks.
///
/// The boxes let the overlay step over everything above, below or beside a patch, so that a layer polygon of
/// 10⁵ vertices costs a few hundred comparisons, not 10⁵.
struct RingBlocks: Sendable {
    static let blockEdges = 16
    static let spanBlocks = 16
    static let spanEdges = blockEdges * spanBlocks

    /// One closed ring: its vertices are `firstVertex ... firstVertex + edgeCount`, the last repeating the first.
    struct Header: Sendable {
        var firstVertex: Int
        var edgeCount: Int
        var firstBlock: Int
        var firstSpan: Int
        /// +1 when land lies to the left of the edges as stored, −1 when to the right: what normalises orientation.
        var sign: Double
    }

    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private(set) var rings: [Header] = []
    private(set) var blocks: [PlaneBox] = []
    private(set) var spans: [PlaneBox] = []

    mutating func removeAll() {
        x.removeAll(keepingCapacity: true)
        y.removeAll(keepingCapacity: true)
        rings.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
    }

    /// Appends all rings of a shape.
    /// - Returns: which rings they are, and the box of their vertices. No rings for a shape without area, or with a
    ///   coordinate that is not a finite number: such a shape overlaps nothing.
    mutating func append(_ shape: MultiPolygon, in plane: Plane) -> (rings: Range<Int>, box: PlaneBox) {
        guard shape.isFinite else { return (rings.count..<rings.count, .empty) }
        let first = rings.count
        var box = PlaneBox.empty
        for polygon in shape.polygons {
            box.include(append(polygon.outer, isHole: false, in: plane))
            for hole in polygon.holes { box.include(append(hole, isHole: true, in: plane)) }
        }
        return (first..<rings.count, box)
    }

    /// Appends all rings of a feature whose coordinates are known to be finite.
    mutating func append(_ feature: Int, of batch: borrowing GroundBatch, in plane: Plane) -> (rings: Range<Int>, box: PlaneBox) {
        let first = rings.count
        var box = PlaneBox.empty
        for ring in batch.rings(of: feature) {
            let range = batch.positions(of: ring)
            guard range.count > 2 else { continue }
            let start = x.count
            project(range, of: batch, in: plane)
            box.include(finish(from: start, edges: range.count, isHole: batch.isHole(ring)))
        }
        return (first..<rings.count, box)
    }

    private mutating func project(_ range: Range<Int>, of batch: borrowing GroundBatch, in plane: Plane) {
        let start = x.count
        if case .asGiven = plane {
            x.append(contentsOf: batch.x[range])
            y.append(contentsOf: batch.y[range])
        } else {
            for i in range {
                let point = plane.point(at: Position(longitude: batch.x[i], latitude: batch.y[i]))
                x.append(point.x)
                y.append(point.y)
            }
        }
        x.append(x[start])
        y.append(y[start])
    }

    private mutating func append(_ ring: Ring, isHole: Bool, in plane: Plane) -> PlaneBox {
        guard ring.positions.count > 2 else { return .empty }
        let first = x.count
        RingBlocks.project(ring, in: plane, &x, &y)
        return finish(from: first, edges: ring.positions.count, isHole: isHole)
    }

    /// The ring whose closed vertices stand from `first` to the end: its orientation and its boxes.
    private mutating func finish(from first: Int, edges: Int, isHole: Bool) -> PlaneBox {
        let counterClockwise = twiceArea(from: first) >= 0
        rings.append(
            Header(
                firstVertex: first, edgeCount: edges, firstBlock: blocks.count, firstSpan: spans.count,
                sign: counterClockwise != isHole ? 1 : -1))
        return appendBoxes(from: first, edges: edges)
    }

    private static func project(_ ring: Ring, in plane: Plane, _ x: inout [Double], _ y: inout [Double]) {
        let first = x.count
        let count = ring.positions.count
        x.append(contentsOf: repeatElement(0, count: count + 1))
        y.append(contentsOf: repeatElement(0, count: count + 1))
        var xs = x.mutableSpan
        var ys = y.mutableSpan
        for i in 0...count {
            let point = plane.point(at: ring.positions[i < count ? i : 0])
            xs[first + i] = point.x
            ys[first + i] = point.y
        }
    }

    /// Shoelace about the first vertex over everything from `first` to the end.
    private func twiceArea(from first: Int) -> Double {
        let (xs, ys) = (x.span, y.span)
        let (originX, originY) = (xs[first], ys[first])
        var (lastX, lastY, twice) = (0.0, 0.0, 0.0)
        for i in (first + 1)..<xs.count {
            let (nextX, nextY) = (xs[i] - originX, ys[i] - originY)
            twice += lastX * nextY - nextX * lastY
            (lastX, lastY) = (nextX, nextY)
        }
        return twice
    }

    private mutating func appendBoxes(from first: Int, edges: Int) -> PlaneBox {
        var whole = PlaneBox.empty
        for start in stride(from: 0, to: edges, by: RingBlocks.blockEdges) {
            var box = PlaneBox.empty
            for i in start...min(start + RingBlocks.blockEdges, edges) { box.include(x: x[first + i], y: y[first + i]) }
            if start.isMultiple(of: RingBlocks.spanEdges) { spans.append(.empty) }
            blocks.append(box)
            spans[spans.count - 1].include(box)
            whole.include(box)
        }
        return whole
    }
}

extension MultiPolygon {
    /// Whether every coordinate is a number one can reckon with: finite, and its products finite.
    var isFinite: Bool {
        polygons.allSatisfy { polygon in
            polygon.outer.isFinite && polygon.holes.allSatisfy { $0.isFinite }
        }
    }
}

extension Ring {
    fileprivate var isFinite: Bool {
        positions.allSatisfy { abs($0.longitude) < 1e100 && abs($0.latitude) < 1e100 }
    }
}
