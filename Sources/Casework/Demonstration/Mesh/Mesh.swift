/// A planar partition under construction (剖分网): vertices, half-edges and faces.
///
/// Every border is one pair of half-edges, so both neighbours hold the same vertices whatever is cut later:
/// the finished parcels share their borders bit for bit. Faces have no holes and stay nearly convex in the ideal
/// plane; face −1 is the outside.
struct Mesh {
    var points: [PlanePoint] = []
    private(set) var origin: [Int32] = []
    private(set) var next: [Int32] = []
    private(set) var previous: [Int32] = []
    private(set) var twin: [Int32] = []
    private(set) var face: [Int32] = []
    /// One half-edge of every face.
    private(set) var firstEdge: [Int32] = []
    /// What is known of every face; a cut copies it to both parts.
    var tags: [FaceTag] = []

    /// One face with `corners` anticlockwise.
    init(corners: [PlanePoint], tag: FaceTag) {
        let n = corners.count
        points = corners
        for i in 0..<n {
            origin.append(Int32(i))
            next.append(Int32((i + 1) % n))
            previous.append(Int32((i + n - 1) % n))
            twin.append(Int32(n + i))
            face.append(0)
        }
        for i in 0..<n {
            origin.append(Int32((i + 1) % n))
            next.append(Int32(n + (i + n - 1) % n))
            previous.append(Int32(n + (i + 1) % n))
            twin.append(Int32(i))
            face.append(-1)
        }
        firstEdge = [0]
        tags = [tag]
    }

    var faceCount: Int { firstEdge.count }
    var edgeCount: Int { origin.count }

    /// The half-edges around a face, anticlockwise.
    func edges(of f: Int) -> [Int] {
        var ring: [Int] = []
        var e = Int(firstEdge[f])
        repeat {
            ring.append(e)
            e = Int(next[e])
        } while e != Int(firstEdge[f])
        return ring
    }

    func start(of e: Int) -> PlanePoint { points[Int(origin[e])] }
    func end(of e: Int) -> PlanePoint { points[Int(origin[Int(twin[e])])] }
    func ring(of f: Int) -> [PlanePoint] { edges(of: f).map { start(of: $0) } }

    /// The face on the other side of a half-edge; −1 outside.
    func neighbour(across e: Int) -> Int { Int(face[Int(twin[e])]) }

    /// Puts a vertex into an edge, on both sides.
    mutating func splitEdge(_ e: Int, at point: PlanePoint) {
        let t = Int(twin[e])
        let m = Int32(points.count)
        points.append(point)
        let e2 = Int32(appendEdge(origin: m, after: e))
        let t2 = Int32(appendEdge(origin: m, after: t))
        twin[e] = t2
        twin[Int(t2)] = Int32(e)
        twin[t] = e2
        twin[Int(e2)] = Int32(t)
    }

    private mutating func appendEdge(origin vertex: Int32, after e: Int) -> Int {
        let new = origin.count
        let following = next[e]
        origin.append(vertex)
        next.append(following)
        previous.append(Int32(e))
        twin.append(-1)
        face.append(face[e])
        previous[Int(following)] = Int32(new)
        next[e] = Int32(new)
        return new
    }

    /// Joins the origins of two half-edges of one face by a straight edge.
    /// - Returns: the face to the left of the way from `a` to `b`, which is new, and the one to its right, which keeps its number.
    mutating func splitFace(from a: Int, to b: Int) -> (left: Int, right: Int) {
        let old = Int(face[a])
        let new = firstEdge.count
        let beforeA = previous[a]
        let beforeB = previous[b]
        let there = Int32(origin.count)
        let back = there + 1
        origin += [origin[a], origin[b]]
        next += [Int32(b), Int32(a)]
        previous += [beforeA, beforeB]
        twin += [back, there]
        face += [Int32(new), Int32(old)]
        next[Int(beforeA)] = there
        previous[b] = there
        next[Int(beforeB)] = back
        previous[a] = back
        firstEdge[old] = back
        firstEdge.append(there)
        tags.append(tags[old])
        var e = next[Int(there)]
        while e != there {
            face[Int(e)] = Int32(new)
            e = next[Int(e)]
        }
        return (new, old)
    }
}
