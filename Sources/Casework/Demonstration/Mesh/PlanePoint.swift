/// A point in the plane of 3° zone 39 or in the ideal plane before warping (平面点): metres east (x) and north (y).
struct PlanePoint: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The unit vector at `angle` radians from east, anticlockwise.
    init(angle: Double) {
        self.init(cosine(angle), sine(angle))
    }

    var length: Double { (x * x + y * y).squareRoot() }
    var unit: PlanePoint { self * (1 / max(length, 1e-12)) }
    /// Turned a quarter to the left.
    var left: PlanePoint { PlanePoint(-y, x) }

    func dot(_ other: PlanePoint) -> Double { x * other.x + y * other.y }
    func cross(_ other: PlanePoint) -> Double { x * other.y - y * other.x }

    static func + (a: PlanePoint, b: PlanePoint) -> PlanePoint { PlanePoint(a.x + b.x, a.y + b.y) }
    static func - (a: PlanePoint, b: PlanePoint) -> PlanePoint { PlanePoint(a.x - b.x, a.y - b.y) }
    static func * (a: PlanePoint, factor: Double) -> PlanePoint { PlanePoint(a.x * factor, a.y * factor) }

    /// Rounded to 0.1 mm, the resolution every file of the county is made in.
    var rounded: PlanePoint { PlanePoint((x * 10_000).rounded() / 10_000, (y * 10_000).rounded() / 10_000) }
}

/// A directed straight line (直线).
struct PlaneLine {
    var through: PlanePoint
    var direction: PlanePoint

    init(through: PlanePoint, angle: Double) {
        self.through = through
        direction = PlanePoint(angle: angle)
    }

    init(through: PlanePoint, direction: PlanePoint) {
        self.through = through
        self.direction = direction.unit
    }

    /// Metres to the left of the line; negative to its right.
    func offset(of point: PlanePoint) -> Double { direction.cross(point - through) }

    /// The parallel line `metres` to the left.
    func shifted(_ metres: Double) -> PlaneLine {
        PlaneLine(through: through + direction.left * metres, direction: direction)
    }
}

extension [PlanePoint] {
    /// Signed area, positive anticlockwise; relative to the first point so that large coordinates cost no digits.
    var signedArea: Double {
        guard let base = first else { return 0 }
        var twice = 0.0
        for i in indices {
            twice += (self[i] - base).cross(self[i + 1 == count ? 0 : i + 1] - base)
        }
        return twice / 2
    }

    var centre: PlanePoint {
        reduce(PlanePoint(0, 0), +) * (1 / Double(Swift.max(count, 1)))
    }

    /// Whether the ring holds `point` (even-odd).
    func holds(_ point: PlanePoint) -> Bool {
        var inside = false
        for i in indices {
            let a = self[i]
            let b = self[i + 1 == count ? 0 : i + 1]
            if (a.y > point.y) != (b.y > point.y), point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
                inside.toggle()
            }
        }
        return inside
    }

    /// The smallest and greatest coordinates.
    var extent: (low: PlanePoint, high: PlanePoint) {
        var low = PlanePoint(.infinity, .infinity)
        var high = PlanePoint(-.infinity, -.infinity)
        for point in self {
            low = PlanePoint(Swift.min(low.x, point.x), Swift.min(low.y, point.y))
            high = PlanePoint(Swift.max(high.x, point.x), Swift.max(high.y, point.y))
        }
        return (low, high)
    }
}
