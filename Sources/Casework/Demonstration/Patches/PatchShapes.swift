/// Outlines as image interpreters draw them (图斑形状).
enum PatchShapes {
    /// A building or yard: a rectangle with a notch, turned as the parcel lies, inside `polygon`.
    static func building(in polygon: PlanePolygon, area wanted: Double?, _ chance: inout Chance) -> [PlanePoint]? {
        let shape = FaceShape(polygon.outer)
        var length = shape.length * chance.within(0.62...0.85)
        var breadth = shape.breadth * chance.within(0.62...0.85)
        if let wanted, length * breadth > wanted {
            let factor = (wanted / (length * breadth)).squareRoot()
            length = max(length * factor, min(length, 12))
            breadth = wanted / length
        }
        let notch = PlanePoint(chance.within(0.45...0.75), chance.within(0.4...0.75))
        let kind = chance.integer(0...2)
        for _ in 0..<9 {
            let ring = footprint(kind, length, breadth, notch).map {
                shape.middle + shape.axis * ($0.x - length / 2) + shape.axis.left * ($0.y - breadth / 2)
            }
            if isInside(ring, polygon) { return ring }
            length *= 0.86
            breadth *= 0.86
        }
        return nil
    }

    private static func footprint(_ kind: Int, _ l: Double, _ b: Double, _ notch: PlanePoint) -> [PlanePoint] {
        let x = l * notch.x
        let y = b * notch.y
        let full = [PlanePoint(0, 0), PlanePoint(l, 0), PlanePoint(l, b), PlanePoint(0, b)]
        let angled = [PlanePoint(0, 0), PlanePoint(l, 0), PlanePoint(l, y), PlanePoint(x, y), PlanePoint(x, b), PlanePoint(0, b)]
        let yard = [
            PlanePoint(0, 0), PlanePoint(l, 0), PlanePoint(l, b), PlanePoint(x, b), PlanePoint(x, b - y / 2), PlanePoint(x / 2, b - y / 2),
            PlanePoint(x / 2, b), PlanePoint(0, b),
        ]
        return [full, angled, yard][kind]
    }

    /// Corners and the middles of the sides lie in the polygon.
    static func isInside(_ ring: [PlanePoint], _ polygon: PlanePolygon) -> Bool {
        ring.indices.allSatisfy { i in
            let next = ring[i + 1 == ring.count ? 0 : i + 1]
            return polygon.holds(ring[i]) && polygon.holds((ring[i] + next) * 0.5)
        }
    }

    /// A pond, heap or clearing: a round outline with bays.
    static func blob(at middle: PlanePoint, radius: Double, _ chance: inout Chance) -> [PlanePoint] {
        let corners = chance.integer(14...26)
        let noise = Noise(seed: chance.bits())
        return (0..<corners).map { k in
            let direction = PlanePoint(angle: 2 * Double.pi * Double(k) / Double(corners))
            return middle + direction * (radius * (1 + 0.32 * noise(direction * 3, wavelength: 1.7)))
        }
    }

    /// A road of `width` metres along a line of points.
    static func strip(along path: [PlanePoint], width: Double) -> [PlanePoint] {
        func sides(_ half: Double) -> [PlanePoint] {
            path.indices.map { i in
                let ahead = path[min(i + 1, path.count - 1)] - path[max(i - 1, 0)]
                return path[i] + ahead.unit.left * half
            }
        }
        return sides(-width / 2) + sides(width / 2).reversed()
    }

    /// A road from a point in a direction, bending a little.
    static func road(from start: PlanePoint, direction: PlanePoint, length: Double, width: Double, _ chance: inout Chance) -> [PlanePoint] {
        var path = [start]
        var heading = direction.unit
        for _ in 0..<max(2, Int(length / 45)) {
            heading = (heading + heading.left * chance.within(-0.13...0.13)).unit
            path.append((path.last ?? start) + heading * 45)
        }
        return strip(along: path, width: width)
    }
}
