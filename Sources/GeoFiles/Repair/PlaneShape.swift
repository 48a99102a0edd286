import Foundation
import LandGeometry

/// Polygons in the plane of a file's coordinates, rings without their closing point repeated (平面图形).
struct PlaneShape: Equatable {
    /// Outer ring first.
    var polygons: [[PlaneRing]]

    var isEmpty: Bool { polygons.isEmpty }

    /// |outer| − |holes| over all polygons, in square units of the plane.
    var area: Double {
        var sum = 0.0
        for rings in polygons {
            for (number, ring) in rings.enumerated() { sum += (number == 0 ? 1 : -1) * abs(Self.signedArea(ring)) }
        }
        return sum
    }

    /// Shoelace about the ring's first point, so that eight-digit eastings cost no digits.
    static func signedArea(_ ring: PlaneRing) -> Double {
        guard let origin = ring.first, ring.count > 2 else { return 0 }
        var twice = 0.0
        var previous = PlanePoint(x: 0, y: 0)
        for point in ring {
            let current = PlanePoint(x: point.x - origin.x, y: point.y - origin.y)
            twice += previous.x * current.y - current.x * previous.y
            previous = current
        }
        return twice / 2
    }

    func perimeter(_ scale: GroundScale) -> Double {
        var sum = 0.0
        for rings in polygons {
            for ring in rings { sum += Self.perimeter(ring, scale) }
        }
        return sum
    }

    static func perimeter(_ ring: PlaneRing, _ scale: GroundScale) -> Double {
        guard var previous = ring.first else { return 0 }
        var sum = 0.0
        for point in ring.dropFirst() {
            sum += scale.distance(previous, point)
            previous = point
        }
        return sum + scale.distance(previous, ring[0])
    }

    /// MultiPolygon, rings closed.
    var wellKnownBinary: [UInt8] {
        var writer = WKBWriter(capacity: 9 + polygons.reduce(0) { $0 + $1.reduce(9) { $0 + ($1.count + 1) * 16 + 4 } })
        writer.header(.multiPolygon)
        writer.count(polygons.count)
        for rings in polygons {
            writer.header(.polygon)
            writer.count(rings.count)
            for ring in rings {
                writer.closed(ring)
            }
        }
        return writer.bytes
    }
}

/// Metres per unit of a file's coordinates, near one place (比例): 1 for planes, by the radii of CGCS2000 for degrees.
struct GroundScale: Equatable {
    var x = 1.0
    var y = 1.0

    static let plane = GroundScale()

    private init() {
    }

    init(latitude: Double) {
        let sine = sin(latitude * .pi / 180)
        let eccentricity = 0.00669438002290
        let w = 1 - eccentricity * sine * sine
        let radian = Double.pi / 180
        y = 6_378_137 * (1 - eccentricity) / (w * w.squareRoot()) * radian
        x = 6_378_137 / w.squareRoot() * (1 - sine * sine).squareRoot() * radian
    }

    func distance(_ a: PlanePoint, _ b: PlanePoint) -> Double {
        let (dx, dy) = ((a.x - b.x) * x, (a.y - b.y) * y)
        return (dx * dx + dy * dy).squareRoot()
    }

    func area(_ squareUnits: Double) -> Area { Area(squareMetres: squareUnits * x * y) }
}
