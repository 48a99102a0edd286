/// The equal-area plane of the CGCS2000 ellipsoid (等积投影): a cylindrical projection whose plane areas are
/// exactly the official ellipsoid areas of `AreaSeries`.
///
/// With L and B in radians and k the radius of the parallel through the origin, x = k (L − L₀) and
/// y = (F(B) − F(B₀)) / k. The choice of origin changes no area (k cancels); near the origin lengths are true as well.
/// Straight lines of this plane are what the official formula takes for the edge between two vertices.
///
/// F comes from `LatitudeTable`, within ten nanometres of the series. A coordinate is rounded to 1 nm for ground
/// within 6,000 km of the origin, as fine as degrees in a `Double` are. Equal positions give equal points, so shared
/// borders stay shared.
public struct AreaProjection: Hashable, Sendable {
    public let origin: Position
    /// Metres on the ground of one radian of longitude along the origin's parallel.
    let scale: Double
    /// Of the origin, as `LatitudeTable` has it.
    private let riseOfOrigin: Double

    /// A plane that is also true to length near `origin`.
    public init(origin: Position) {
        self.origin = origin
        scale = AreaSeries.parallelRadius(at: origin.latitude * AreaProjection.radiansPerDegree)
        riseOfOrigin = LatitudeTable.series(at: origin.latitude)
    }

    /// The one plane of all figures of record, with its origin at 105° E 35° N: the same for every layer, so that
    /// no figure depends on what else stands in a layer.
    public static let standard = AreaProjection(origin: Position(longitude: 105, latitude: LatitudeTable.origin))

    @inline(__always)
    public func point(at position: Position) -> EqualAreaPoint {
        EqualAreaPoint(
            x: scale * ((position.longitude - origin.longitude) * AreaProjection.radiansPerDegree),
            y: (LatitudeTable.shared.rise(at: position.latitude) - riseOfOrigin) / scale)
    }

    /// The points of positions that stand in a row, each as `point(at:)` has it.
    @inline(__always)
    func project(_ count: Int, _ positions: UnsafeRawPointer, into points: UnsafeMutablePointer<EqualAreaPoint>) {
        let (origin, scale, riseOfOrigin) = (origin.longitude, scale, riseOfOrigin)
        LatitudeTable.shared.rise(count) {
            positions.position($0).latitude
        } take: { i, rise in
            points[i] = EqualAreaPoint(
                x: scale * ((positions.position(i).longitude - origin) * AreaProjection.radiansPerDegree), y: (rise - riseOfOrigin) / scale)
        }
    }

    /// The position that `point(at:)` takes to a point, within 10⁻¹² degrees; points beyond the poles give the poles.
    ///
    /// By Newton's method on the latitude: F′(B) = b² cos B / (1 − e² sin² B)².
    public func position(at point: EqualAreaPoint) -> Position {
        let toRadians = AreaProjection.radiansPerDegree
        var latitude = origin.latitude
        for _ in 0..<8 {
            let rise = LatitudeTable.series(at: latitude) - riseOfOrigin
            let step = (point.y * scale - rise) / AreaSeries.slope(at: latitude * toRadians) / toRadians
            latitude = min(max(latitude + step, -90), 90)
            if abs(step) < 1e-14 { break }
        }
        return Position(longitude: origin.longitude + point.x / scale / toRadians, latitude: latitude)
    }

    static let radiansPerDegree = Double.pi / 180
}
