/// How a face lies (面形): its longest direction, extent and middle, in the ideal plane.
struct FaceShape {
    let axis: PlanePoint
    let length: Double
    let breadth: Double
    let middle: PlanePoint
    let area: Double

    /// Along the longest edge.
    init(_ ring: [PlanePoint]) {
        var longest = PlanePoint(1, 0)
        for i in ring.indices {
            let edge = ring[i + 1 == ring.count ? 0 : i + 1] - ring[i]
            if edge.length > longest.length { longest = edge }
        }
        self.init(ring, axis: longest.unit)
    }

    /// Along `axis` or across it, whichever way the face is longer.
    init(_ ring: [PlanePoint], axis: PlanePoint) {
        let along = FaceShape.span(ring, axis)
        let across = FaceShape.span(ring, axis.left)
        let turned = across.high - across.low > along.high - along.low
        self.axis = turned ? axis.left : axis
        length = max(across.high - across.low, along.high - along.low)
        breadth = min(across.high - across.low, along.high - along.low)
        middle = axis * ((along.low + along.high) / 2) + axis.left * ((across.low + across.high) / 2)
        area = abs(ring.signedArea)
    }

    static func perimeter(_ ring: [PlanePoint]) -> Double {
        ring.indices.reduce(0) { $0 + (ring[$1 + 1 == ring.count ? 0 : $1 + 1] - ring[$1]).length }
    }

    private static func span(_ ring: [PlanePoint], _ direction: PlanePoint) -> (low: Double, high: Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for point in ring {
            let d = direction.dot(point)
            low = min(low, d)
            high = max(high, d)
        }
        return (low, high)
    }

    /// A line across the long way, `share` of the length from its beginning.
    func across(at share: Double, tilt: Double = 0) -> PlaneLine {
        let through = middle + axis * (length * (share - 0.5))
        return PlaneLine(through: through, direction: axis.left + axis * tilt)
    }

    /// A line along the long way, `share` of the breadth from its right side.
    func along(at share: Double) -> PlaneLine {
        PlaneLine(through: middle + axis.left * (breadth * (share - 0.5)), direction: axis)
    }
}
