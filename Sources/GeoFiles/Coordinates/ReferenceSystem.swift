/// A coordinate system as far as the reader must tell systems apart (坐标系).
struct ReferenceSystem: Equatable {
    /// 基准
    enum Datum: Equatable {
        case cgcs2000, wgs84, xian80, beijing54
        /// Another country's, or one that PROJ knows and we need not.
        case other(String)
    }
    /// How positions are written down (坐标形式).
    enum Plane: Equatable {
        /// Degrees, longitude first.
        case geographic
        /// Gauss-Krüger: central meridian in degrees, false easting in metres (with the zone number before it, or 500,000).
        case gauss(centralMeridian: Double, falseEasting: Double)
        /// UTM north; the false easting is 500,000.
        case utm
        case webMercator
        case projected
    }
    var datum: Datum
    var plane: Plane
    /// `EPSG:4527`, or the system's own name when it has no code.
    var name: String
    /// What PROJ makes the system from: a code or well-known text.
    var definition: String

    /// WGS 84 is taken for CGCS2000: they differ by less than a few decimetres, less than imagery tells.
    var needsTransformation: Bool { datum == .xian80 || datum == .beijing54 }

    var isGeographic: Bool { plane == .geographic }

    /// Systems whose values must stand in China to make sense at all.
    var isChinese: Bool {
        switch datum {
        case .cgcs2000, .xian80, .beijing54: true
        case .wgs84, .other: false
        }
    }
}

/// Mainland China with its seas, and a margin (中国范围): degrees.
enum China {
    static func holds(longitude: Double, latitude: Double) -> Bool {
        (72.0...136.5).contains(longitude) && (2.0...54.5).contains(latitude)
    }
    /// Northings of the Gauss plane, `domain.md` 4.4.
    static let northings = 1.8e6...6.0e6
    /// Distance of an easting from its false easting: 166 km to 834 km around 500 km.
    static let halfWidth = 334_000.0
}
