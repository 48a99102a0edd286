extension Mesh {
    /// Cuts a face along a line.
    ///
    /// A corner within `snap` metres of the line is used as it is, so that no edge gets shorter than that.
    /// - Returns: the parts to the left and to the right of the line; nil when the line does not cut the face in two clean parts.
    mutating func cut(_ f: Int, along line: PlaneLine, snap: Double = 0.8) -> (left: Int, right: Int)? {
        guard let sites = crossings(of: f, with: line, snap: snap) else { return nil }
        var ends: [Int] = []
        for site in sites {
            if let point = site.point {
                splitEdge(site.edge, at: point)
                ends.append(Int(next[site.edge]))
            } else {
                ends.append(site.edge)
            }
        }
        let ahead = line.direction.dot(start(of: ends[1]) - start(of: ends[0])) > 0
        return ahead ? splitFace(from: ends[0], to: ends[1]) : splitFace(from: ends[1], to: ends[0])
    }

    /// Where a line enters and leaves a face: a half-edge starting there, or one to be split at a point.
    private struct Crossing {
        var edge: Int
        var point: PlanePoint?
    }

    private func crossings(of f: Int, with line: PlaneLine, snap: Double) -> [Crossing]? {
        var sites: [Crossing] = []
        let ring = edges(of: f)
        let offsets = ring.map { (e: Int) -> Double in
            let d = line.offset(of: start(of: e))
            return abs(d) < snap ? 0 : d
        }
        guard offsets.contains(where: { $0 > 0 }), offsets.contains(where: { $0 < 0 }) else { return nil }
        for i in ring.indices {
            let a = offsets[i]
            let b = offsets[i + 1 == ring.count ? 0 : i + 1]
            if a == 0 {
                sites.append(Crossing(edge: ring[i], point: nil))
            } else if a * b < 0 {
                let from = start(of: ring[i])
                sites.append(Crossing(edge: ring[i], point: from + (end(of: ring[i]) - from) * (a / (a - b))))
            }
        }
        return sites.count == 2 ? sites : nil
    }

    /// Takes a strip of `width` metres along a line out of a face.
    /// - Returns: the parts to the left, in the strip and to the right; nil when the face is not cut into three.
    mutating func cutStrip(_ f: Int, along line: PlaneLine, width: Double) -> (left: Int, strip: Int, right: Int)? {
        guard clears(f, line.shifted(width / 2), snap: 0.8), clears(f, line.shifted(-width / 2), snap: 0.8),
            let first = cut(f, along: line.shifted(width / 2))
        else { return nil }
        guard let second = cut(first.right, along: line.shifted(-width / 2)) else { return nil }
        return (first.left, second.left, second.right)
    }

    private func clears(_ f: Int, _ line: PlaneLine, snap: Double) -> Bool {
        crossings(of: f, with: line, snap: snap) != nil
    }

    /// Puts vertices into every edge longer than `step` of its middle.
    mutating func densify(step: (PlanePoint) -> Double) {
        for e in 0..<edgeCount where e < Int(twin[e]) {
            let from = start(of: e)
            let to = end(of: e)
            let length = (to - from).length
            let parts = Int((length / step((from + to) * 0.5)).rounded(.up))
            guard parts > 1 else { continue }
            for k in (1..<parts).reversed() {
                splitEdge(e, at: from + (to - from) * (Double(k) / Double(parts)))
            }
        }
    }
}
