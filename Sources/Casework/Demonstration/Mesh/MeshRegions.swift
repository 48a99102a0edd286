/// One outer ring and its holes in the plane (平面面).
struct PlanePolygon: Hashable, Sendable {
    var outer: [PlanePoint]
    var holes: [[PlanePoint]] = []

    /// Area in the plane, m².
    var area: Double { abs(outer.signedArea) - holes.reduce(0) { $0 + abs($1.signedArea) } }

    func holds(_ point: PlanePoint) -> Bool {
        outer.holds(point) && !holes.contains { $0.holds(point) }
    }
}

extension Mesh {
    /// Unites faces of the same label (合并): for every label 0..<`count`, the polygons its faces make together.
    /// Faces labelled −1 belong to nothing. Rings keep every vertex of the mesh, so regions share borders as faces do.
    func regions(of labels: [Int32], count: Int) -> [[PlanePolygon]] {
        var rings: [[[Int32]]] = Array(repeating: [], count: count)
        var seen = [Bool](repeating: false, count: edgeCount)
        for e in 0..<edgeCount where !seen[e] && face[e] >= 0 {
            let label = labels[Int(face[e])]
            guard label >= 0 else { continue }
            let isInside = { (f: Int) in f >= 0 && labels[f] == label }
            if !isInside(neighbour(across: e)) {
                rings[Int(label)] += pinched(border(from: e, isInside) { seen[$0] = true })
            }
        }
        return rings.map { polygons(from: $0) }
    }

    /// The polygons some faces make together.
    func region(of faces: [Int32]) -> [PlanePolygon] {
        let members = Set(faces)
        let isInside = { (f: Int) in members.contains(Int32(f)) }
        var seen: Set<Int> = []
        var rings: [[Int32]] = []
        for f in faces {
            for e in edges(of: Int(f)) where !seen.contains(e) && !isInside(neighbour(across: e)) {
                rings += pinched(border(from: e, isInside) { seen.insert($0) })
            }
        }
        return polygons(from: rings)
    }

    private func border(from first: Int, _ isInside: (Int) -> Bool, visit: (Int) -> Void) -> [Int32] {
        var ring: [Int32] = []
        var e = first
        repeat {
            visit(e)
            ring.append(origin[e])
            e = Int(next[e])
            while isInside(neighbour(across: e)) { e = Int(next[Int(twin[e])]) }
        } while e != first
        return ring
    }

    /// Parts a ring that touches itself at a vertex into simple ones.
    private func pinched(_ ring: [Int32]) -> [[Int32]] {
        guard Set(ring).count < ring.count else { return [ring] }
        var parts: [[Int32]] = []
        var path: [Int32] = []
        var place: [Int32: Int] = [:]
        for vertex in ring {
            if let start = place[vertex] {
                parts.append(Array(path[start...]))
                for left in path[start...] { place[left] = nil }
                path.removeSubrange(start...)
            }
            place[vertex] = path.count
            path.append(vertex)
        }
        parts.append(path)
        return parts.filter { $0.count > 2 }
    }

    private func polygons(from rings: [[Int32]]) -> [PlanePolygon] {
        let shapes = rings.map { $0.map { points[Int($0)] } }
        var polygons = shapes.filter { $0.signedArea > 0 }.map { PlanePolygon(outer: $0) }
        for hole in shapes where hole.signedArea <= 0 {
            let inner = (hole[0] + hole[1]) * 0.5
            let owners = polygons.count == 1 ? [0] : polygons.indices.filter { polygons[$0].outer.holds(inner) }
            let owner = owners.min { abs(polygons[$0].outer.signedArea) < abs(polygons[$1].outer.signedArea) }
            if let owner { polygons[owner].holes.append(hole) }
        }
        return polygons
    }
}
