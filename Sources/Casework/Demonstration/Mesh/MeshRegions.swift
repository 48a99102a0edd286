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
        for e in 0..<edgeCount where !seen[e] {
            let label = self.label(of: e, labels)
            if label >= 0, self.label(of: Int(twin[e]), labels) != label {
                rings[Int(label)] += pinched(border(from: e, labels, &seen))
            }
        }
        return rings.map { polygons(from: $0) }
    }

    private func label(of e: Int, _ labels: [Int32]) -> Int32 {
        face[e] < 0 ? -1 : labels[Int(face[e])]
    }

    private func border(from first: Int, _ labels: [Int32], _ seen: inout [Bool]) -> [Int32] {
        let label = self.label(of: first, labels)
        var ring: [Int32] = []
        var e = first
        repeat {
            seen[e] = true
            ring.append(origin[e])
            e = Int(next[e])
            while self.label(of: Int(twin[e]), labels) == label { e = Int(next[Int(twin[e])]) }
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
