/// The rings of one shape in the plane, closed and with the sign that normalises orientation (图斑环).
struct PatchRings {
    struct Header {
        /// Vertices are `first ... first + edgeCount`, the last repeating the first.
        var first: Int
        var edgeCount: Int
        /// +1 when land lies to the left of the edges as stored, −1 when to the right.
        var sign: Double
    }

    private(set) var points: [EqualAreaPoint] = []
    private(set) var rings: [Header] = []
    private(set) var box = PlaneBox.empty

    /// Projects another shape into the same storage. No rings for a shape without area, or with a coordinate that is
    /// not a finite number: such a shape overlaps nothing.
    mutating func project(_ shape: MultiPolygon, in plane: Plane) {
        points.removeAll(keepingCapacity: true)
        rings.removeAll(keepingCapacity: true)
        box = .empty
        guard shape.isFinite else { return }
        for polygon in shape.polygons {
            append(polygon.outer, isHole: false, in: plane)
            for hole in polygon.holes { append(hole, isHole: true, in: plane) }
        }
    }

    /// The same for a feature of a batch.
    mutating func project(_ feature: Int, of batch: borrowing GroundBatch, in plane: Plane) {
        points.removeAll(keepingCapacity: true)
        rings.removeAll(keepingCapacity: true)
        box = .empty
        for ring in batch.rings(of: feature) where batch.positionCount(of: ring) > 2 {
            let first = points.count
            points.append(contentsOf: repeatElement(EqualAreaPoint(x: 0, y: 0), count: batch.positionCount(of: ring) + 1))
            points.withUnsafeMutableBufferPointer { points in
                guard let base = points.baseAddress else { return }
                batch.project(ring, in: plane, into: base + first)
                for i in first..<points.count { box.include(x: points[i].x, y: points[i].y) }
            }
            finish(from: first, isHole: batch.isHole(ring))
        }
    }

    private mutating func append(_ ring: Ring, isHole: Bool, in plane: Plane) {
        guard ring.positions.count > 2 else { return }
        let first = points.count
        for position in ring.positions {
            let point = plane.point(at: position)
            box.include(x: point.x, y: point.y)
            points.append(point)
        }
        points.append(points[first])
        finish(from: first, isHole: isHole)
    }

    /// The closed ring whose points stand from `first` to the end.
    private mutating func finish(from first: Int, isHole: Bool) {
        let counterClockwise = points.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[first...]).runsCounterClockwise }
        rings.append(Header(first: first, edgeCount: points.count - first - 1, sign: counterClockwise != isHole ? 1 : -1))
    }
}
