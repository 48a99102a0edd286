@testable import LandGeometry

#if arch(x86_64)
    typealias Wide = Float80
#else
    typealias Wide = Double
#endif

/// area(A ∩ B) = Σ_a Σ_b s_a s_b ∫ min(y_a, y_b) dx in full: every edge of A with every edge of B, in extended precision,
/// no bins, no boxes, no shortcuts. The method itself, to hold the shortcuts against.
enum FullDoubleSum {
    private struct Edge {
        var x1: Wide
        var y1: Wide
        var x2: Wide
        var y2: Wide
        var sign: Wide

        func y(at x: Wide) -> Wide { y1 + (y2 - y1) * ((x - x1) / (x2 - x1)) }
    }

    static func area(_ a: MultiPolygon, _ b: MultiPolygon, in plane: Plane) -> Double {
        var first = PatchRings()
        var second = PatchRings()
        first.project(a, in: plane)
        second.project(b, in: plane)
        let origin = EqualAreaPoint(x: first.box.minX, y: min(first.box.minY, second.box.minY))
        let ours = edges(of: first, origin)
        let theirs = edges(of: second, origin)
        var sum: Wide = 0
        for p in ours { for q in theirs { sum += p.sign * q.sign * underMinimum(p, q) } }
        return Double(sum)
    }

    private static func edges(of source: PatchRings, _ origin: EqualAreaPoint) -> [Edge] {
        source.rings.flatMap { ring in
            (ring.first..<(ring.first + ring.edgeCount)).compactMap { i -> Edge? in
                let (ax, ay) = (Wide(source.points[i].x) - Wide(origin.x), Wide(source.points[i].y) - Wide(origin.y))
                let (bx, by) = (Wide(source.points[i + 1].x) - Wide(origin.x), Wide(source.points[i + 1].y) - Wide(origin.y))
                if ax == bx { return nil }
                return ax < bx
                    ? Edge(x1: ax, y1: ay, x2: bx, y2: by, sign: Wide(-ring.sign))
                    : Edge(x1: bx, y1: by, x2: ax, y2: ay, sign: Wide(ring.sign))
            }
        }
    }

    private static func underMinimum(_ p: Edge, _ q: Edge) -> Wide {
        let left = max(p.x1, q.x1)
        let right = min(p.x2, q.x2)
        guard right > left else { return 0 }
        let (pl, pr, ql, qr) = (p.y(at: left), p.y(at: right), q.y(at: left), q.y(at: right))
        if (pl <= ql) == (pr <= qr) { return (right - left) * (pl <= ql ? pl + pr : ql + qr) / 2 }
        let part = (ql - pl) / ((pr - pl) - (qr - ql))
        let middle = pl + part * (pr - pl)
        return (right - left) * (part * (min(pl, ql) + middle) + (1 - part) * (middle + min(pr, qr))) / 2
    }
}
