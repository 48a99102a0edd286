import LandGeometry

/// From zone 39 metres to degrees (高斯–克吕格反算) on CGCS2000, by the series of `domain.md` 4.1 (good to 0.12 mm).
///
/// The county is made in metres, so that the files in EPSG:4527 and those in degrees come from the same vertices.
enum GaussKruger {
    private static let curvature = 6_399_593.62586
    private static let secondEccentricity = 0.00673949677548
    private static let centralMeridian = 117.0
    private static let falseEasting = 39_500_000.0
    private static let degree = 180 / Double.pi

    /// Rounded to 10⁻⁹ degrees (0.1 mm), so that a vertex has the same degrees in every layer.
    static func position(_ p: PlanePoint) -> Position {
        let foot = footLatitude(p.y)
        let c = cosine(foot)
        let t = sine(foot) / c
        let t2 = t * t
        let eta = secondEccentricity * c * c
        let v2 = 1 + eta
        let n = curvature / v2.squareRoot()
        let y = (p.x - falseEasting) / n
        let y2 = y * y
        let bent = 0.5 - (5 + 3 * t2 + eta - 9 * eta * t2) * y2 / 24 + (61 + 90 * t2 + 45 * t2 * t2) * y2 * y2 / 720
        let latitude = foot - v2 * t * y2 * bent
        let aside = 1 - (1 + 2 * t2 + eta) * y2 / 6 + (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta + 8 * eta * t2) * y2 * y2 / 120
        return Position(longitude: rounded(centralMeridian + y * aside / c * degree), latitude: rounded(latitude * degree))
    }

    /// The same as a bare pair, longitude first.
    static func degrees(_ p: PlanePoint) -> PlanePoint {
        let position = position(p)
        return PlanePoint(position.longitude, position.latitude)
    }

    private static func footLatitude(_ x: Double) -> Double {
        let e = 1.57048761144159e-7 * x
        let s = sine(e)
        let s2 = s * s
        let series = 5.05250178820567e-3 - s2 * (2.98472900956587e-5 - s2 * (2.41626669230084e-7 - s2 * 2.22241238938534e-9))
        return e + cosine(e) * s * series
    }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 1e9).rounded() / 1e9 }

    /// Area on the ellipsoid of a ring in zone 39 metres, m²: the plane area freed of the projection's scale, which
    /// grows as 1 + y²/2R² away from the meridian. Exact for the square of the distance; rings of a county agree to 10⁻⁸.
    static func area(_ ring: [PlanePoint]) -> Double {
        guard let base = ring.first else { return 0 }
        var sum = 0.0
        for i in ring.indices {
            let a = ring[i]
            let b = ring[i + 1 == ring.count ? 0 : i + 1]
            let scale = shrink(at: (base.x + a.x) / 2) + shrink(at: (a.x + b.x) / 2) + shrink(at: (b.x + base.x) / 2)
            sum += (a - base).cross(b - base) * scale / 6
        }
        return abs(sum)
    }

    private static func shrink(at x: Double) -> Double {
        let y = (x - falseEasting) / 6_372_016
        return 1 - y * y + y * y * y * y / 3 * 2
    }
}

extension PlanePolygon {
    var ellipsoidArea: Double { GaussKruger.area(outer) - holes.reduce(0) { $0 + GaussKruger.area($1) } }

    var shape: MultiPolygon { [self].shape }
}

extension [PlanePolygon] {
    /// The same ground in degrees.
    var shape: MultiPolygon {
        MultiPolygon(
            map { polygon in
                Polygon(outer: Self.ring(polygon.outer), holes: polygon.holes.map { Self.ring($0) })
            })
    }

    private static func ring(_ points: [PlanePoint]) -> Ring { Ring(points.map { GaussKruger.position($0) }) }
}
