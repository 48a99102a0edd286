/// Puts rings into parts (环的归属): a ring in an even number of others is an outer ring, in an odd number a hole of the
/// smallest around it. Ring numbers do not tell, for dialects use 2 for holes and for further parts.
enum RingNesting {
    typealias Ring = [(x: Double, y: Double)]

    static func parts(_ rings: [Ring]) -> [[Ring]] {
        guard rings.count > 1 else { return rings.isEmpty ? [] : [rings] }
        let areas = rings.map { abs(signedArea($0)) }
        let around = rings.indices.map { inner in
            rings.indices.filter { outer in outer != inner && areas[outer] > areas[inner] && isInside(rings[inner], rings[outer]) }
        }
        let outers = rings.indices.filter { around[$0].count % 2 == 0 }
        return outers.map { outer in
            let holes = rings.indices.filter { hole in
                around[hole].count == around[outer].count + 1 && around[hole].min { areas[$0] < areas[$1] } == outer
            }
            return [rings[outer]] + holes.map { rings[$0] }
        }
    }

    /// Planar area of parts in square units of the coordinates: outer rings less holes.
    static func area(_ parts: [[Ring]]) -> Double {
        parts.reduce(0) { sum, rings in
            sum + rings.dropFirst().reduce(rings.first.map { abs(signedArea($0)) } ?? 0) { $0 - abs(signedArea($1)) }
        }
    }

    /// About the first vertex, for large coordinates lose digits.
    static func signedArea(_ ring: Ring) -> Double {
        guard let origin = ring.first, var previous = ring.last else { return 0 }
        var sum = 0.0
        for point in ring {
            sum += (previous.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (previous.y - origin.y)
            previous = point
        }
        return sum / 2
    }

    /// By the first vertex of `inner` that does not lie on `outer`; rings do not cross here or are repaired later.
    private static func isInside(_ inner: Ring, _ outer: Ring) -> Bool {
        for point in inner {
            if let isInside = contains(outer, point) { return isInside }
        }
        return false
    }

    /// Nil on the line.
    private static func contains(_ ring: Ring, _ point: (x: Double, y: Double)) -> Bool? {
        var inside = false
        guard var a = ring.last else { return false }
        for b in ring {
            let cross = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y)
            let isBetween = point.x >= min(a.x, b.x) && point.x <= max(a.x, b.x) && point.y >= min(a.y, b.y) && point.y <= max(a.y, b.y)
            if cross == 0, isBetween { return nil }
            if (a.y > point.y) != (b.y > point.y), point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
            a = b
        }
        return inside
    }
}
