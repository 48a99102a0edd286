/// Whether a polygon without holes is beyond doubt valid (简单环判定), so that GEOS need not be asked: no two of its edges meet except
/// neighbours in their common corner.
///
/// Every test is a sign of a determinant with a bound on its rounding error (Shewchuk 1997, the filter A of `orient2d`): what
/// is certain here is true for exact arithmetic, and GEOS, which computes such signs exactly, says the same. All the rest —
/// a touch, a crossing, a sign within the error, holes, several parts — is doubtful and goes to GEOS.
enum SimpleRing {
    /// Longer rings go to GEOS, whose index then pays.
    private static let longest = 200

    static func isCertain(of shape: PlaneShape) -> Bool {
        guard shape.polygons.count == 1, shape.polygons[0].count == 1 else { return false }
        return isCertain(shape.polygons[0][0])
    }

    /// For a ring of finite, unrepeated positions without the closing one.
    static func isCertain(_ ring: PlaneRing) -> Bool {
        guard (3...longest).contains(ring.count) else { return false }
        return ring.withUnsafeBufferPointer { ring in neighboursPart(ring) && othersStayApart(ring) }
    }

    /// Edges that follow each other do not fold back: the turn is below a right angle, or the corner is certainly one.
    private static func neighboursPart(_ ring: UnsafeBufferPointer<PlanePoint>) -> Bool {
        var (a, b) = (ring[ring.count - 2], ring[ring.count - 1])
        for c in ring {
            let forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
            let size = abs(b.x - a.x) * abs(c.x - b.x) + abs(b.y - a.y) * abs(c.y - b.y)
            if forward <= size * 1e-14, side(of: c, a, b) == 0 { return false }
            (a, b) = (b, c)
        }
        return true
    }

    private static func othersStayApart(_ ring: UnsafeBufferPointer<PlanePoint>) -> Bool {
        let count = ring.count
        for first in 0..<(count - 2) {
            let (a, b) = (ring[first], ring[first + 1])
            let (west, east) = a.x < b.x ? (a.x, b.x) : (b.x, a.x)
            let (south, north) = a.y < b.y ? (a.y, b.y) : (b.y, a.y)
            // The last edge is a neighbour of the first.
            let end = first == 0 ? count - 1 : count
            var c = ring[first + 2]
            for second in (first + 2)..<end {
                let d = ring[second + 1 == count ? 0 : second + 1]
                defer { c = d }
                if (c.x < west && d.x < west) || (c.x > east && d.x > east) || (c.y < south && d.y < south) || (c.y > north && d.y > north)
                {
                    continue
                }
                let (sideC, sideD) = (side(of: c, a, b), side(of: d, a, b))
                if sideC != 0, sideC == sideD { continue }
                let (sideA, sideB) = (side(of: a, c, d), side(of: b, c, d))
                if sideA != 0, sideA == sideB { continue }
                return false
            }
        }
        return true
    }

    /// 1 left of the line from a to b, −1 right of it, 0 where rounding could hide the answer.
    @inline(__always)
    private static func side(of c: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Int {
        let left = (a.x - c.x) * (b.y - c.y)
        let right = (a.y - c.y) * (b.x - c.x)
        let determinant = left - right
        let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
        return determinant > bound ? 1 : determinant < -bound ? -1 : 0
    }
}
