/// A point on the ground (点位): geodetic longitude and latitude in degrees on CGCS2000 (EPSG:4490).
///
/// Longitude comes first everywhere in this program, as in GeoJSON; the registered axis order of
/// EPSG:4490 (latitude first) is dealt with where files are read and written.
public struct Position: Hashable, Sendable, Codable {
    public var longitude: Double
    public var latitude: Double

    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
