/// The equal-area plane of the CGCS2000 ellipsoid (等积投影): a cylindrical projection whose plane areas are
/// exactly the official ellipsoid areas of `AreaSeries`.
///
/// With L and B in radians and k the radius of the parallel through the origin, x = k (L − L₀) and
/// y = (F(B) − F(B₀)) / k. The choice of origin changes no area (k cancels); near the origin lengths are true as well.
/// Straight lines of this plane are what the official formula takes for the edge between two vertices.
///
/// Rounding: a coordinate is exact to 1 nm for ground within 6,000 km of the origin, as fine as degrees in a
/// `Double` are. Equal positions give equal points, so shared borders stay shared.
public struct AreaProjection: Hashable, Sendable {
    public let origin: Position
    /// Metres on the ground of one radian of longitude along the origin's parallel.
    let scale: Double

    /// A plane that is also true to length near `origin`.
    public init(origin: Position) {
        self.origin = origin
        scale = AreaSeries.parallelRadius(at: origin.latitude * AreaProjection.radiansPerDegree)
    }

    /// The one plane of all figures of record, with its origin at 105° E 35° N: the same for every layer, so that
    /// no figure depends on what else stands in a layer.
    public static let standard = AreaProjection(origin: Position(longitude: 105, latitude: 35))

    public func point(at position: Position) -> EqualAreaPoint {
        let toRadians = AreaProjection.radiansPerDegree
        let halfDifference = (position.latitude - origin.latitude) * (toRadians / 2)
        let mean = (position.latitude + origin.latitude) * (toRadians / 2)
        return EqualAreaPoint(
            x: scale * ((position.longitude - origin.longitude) * toRadians),
            y: AreaSeries.rise(halfDifference: halfDifference, mean: mean) / scale)
    }

    static let radiansPerDegree = Double.pi / 180
}
