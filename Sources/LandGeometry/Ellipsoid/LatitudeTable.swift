#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// F(B) − F(35°) of `AreaSeries` by a polynomial of the fifth degree for each sixteenth of a degree (纬度表): five
/// multiplications and additions where the series takes a sine and a cosine.
///
/// The coefficients are the derivatives of the series itself; the first term left out is below 10⁻¹² m on the ground.
/// The number depends on the latitude alone, so that equal positions give equal points.
struct LatitudeTable: Sendable {
    private struct Row {
        var c0 = 0.0
        var c1 = 0.0
        var c2 = 0.0
        var c3 = 0.0
        var c4 = 0.0
        var c5 = 0.0

        @inline(__always)
        func rise(at latitude: Double, _ middle: Double) -> Double {
            let u = (latitude - middle) * AreaProjection.radiansPerDegree
            return c0 + u * (c1 + u * (c2 + u * (c3 + u * (c4 + u * c5))))
        }
    }

    static let rowsPerDegree = 16.0
    static let origin = 35.0
    static let shared = LatitudeTable()

    private let rows: [Row]

    private init() {
        rows = (0..<Int(180 * LatitudeTable.rowsPerDegree)).map { LatitudeTable.row(at: LatitudeTable.middle(of: $0)) }
    }

    /// Square metres per radian of longitude, for any latitude in degrees.
    @inline(__always)
    func rise(at latitude: Double) -> Double {
        let place = (latitude + 90) * LatitudeTable.rowsPerDegree
        guard place >= 0 && place < Double(rows.count) else { return LatitudeTable.series(at: latitude) }
        let number = Int(place)
        return rows[number].rise(at: latitude, LatitudeTable.middle(of: number))
    }

    /// The same for many latitudes at a time, each to the last bit as alone: those of one row are taken without a look at each.
    @inline(__always)
    func rise(_ count: Int, at latitude: (Int) -> Double, take: (Int, Double) -> Void) {
        guard count > 0 else { return }
        let place = (latitude(0) + 90) * LatitudeTable.rowsPerDegree
        let number = place >= 0 && place < Double(rows.count) ? Int(place) : -1
        var isOneRow = number >= 0
        for i in 0..<count {
            let place = (latitude(i) + 90) * LatitudeTable.rowsPerDegree
            isOneRow = isOneRow && place >= Double(number) && place < Double(number + 1)
        }
        guard isOneRow else {
            for i in 0..<count { take(i, rise(at: latitude(i))) }
            return
        }
        let (row, middle) = (rows[number], LatitudeTable.middle(of: number))
        for i in 0..<count { take(i, row.rise(at: latitude(i), middle)) }
    }

    /// The same by the series.
    static func series(at latitude: Double) -> Double {
        let toRadians = AreaProjection.radiansPerDegree
        return AreaSeries.rise(halfDifference: (latitude - origin) * (toRadians / 2), mean: (latitude + origin) * (toRadians / 2))
    }

    @inline(__always)
    private static func middle(of row: Int) -> Double { (Double(row) + 0.5) / rowsPerDegree - 90 }

    /// The nth derivative of sin kB is kⁿ times sin, cos, −sin, −cos of kB in turn.
    private static func row(at latitude: Double) -> Row {
        let angle = latitude * AreaProjection.radiansPerDegree
        let scale = AreaSeries.semiMinorAxis * AreaSeries.semiMinorAxis
        let terms = [(1.0, AreaSeries.a), (3, -AreaSeries.b), (5, AreaSeries.c), (7, -AreaSeries.d), (9, AreaSeries.e)]
        func derivative(_ n: Int, over factorial: Double) -> Double {
            let sum = terms.reduce(0) { sum, term in
                let (k, weight) = term
                let turned = [sin(k * angle), cos(k * angle), -sin(k * angle), -cos(k * angle)][n % 4]
                return sum + weight * turned * (0..<n).reduce(1.0) { power, _ in power * k }
            }
            return scale * sum / factorial
        }
        return Row(
            c0: series(at: latitude), c1: derivative(1, over: 1), c2: derivative(2, over: 2), c3: derivative(3, over: 6),
            c4: derivative(4, over: 24), c5: derivative(5, over: 120))
    }
}
