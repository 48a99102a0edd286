#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The series of the official area formula (椭球面积公式) on the CGCS2000 ellipsoid.
///
/// Source: 国土调查办发〔2008〕32号, `reference/domain.md` 4.1. For an edge from (B₁, L₁) to (B₂, L₂)
///
///     S = 2 b² ΔL [A sin(½ΔB) cos Bm − B sin(³⁄₂ΔB) cos 3Bm + C sin(⁵⁄₂ΔB) cos 5Bm − D … + E …]
///
/// with ΔL = ½(L₁+L₂) − L₀. Because 2 sin(½kΔB) cos(kBm) = sin kB₂ − sin kB₁, the bracket is a difference of
/// one function at the two ends, and the formula is, without any approximation, the trapezoid rule of the
/// shoelace formula in the plane (L, F(B)):
///
///     S = ½(L₁+L₂ − 2L₀) · (F(B₂) − F(B₁)),   F(B) = b² [A sin B − B sin 3B + C sin 5B − D sin 7B + E sin 9B]
///
/// So every vertex is projected once and all that follows is plane geometry whose areas are the areas of record.
enum AreaSeries {
    /// Semi-major axis (长半轴), metres.
    static let semiMajorAxis = 6_378_137.0
    /// Semi-minor axis (短半轴), metres.
    static let semiMinorAxis = 6_356_752.314_140_355_8
    /// First eccentricity squared (第一偏心率平方).
    static let eccentricitySquared = 0.006_694_380_022_903_416

    // A … E of the formula, from the eccentricity: A = 1 + 3/6 e² + 30/80 e⁴ + 35/112 e⁶ + 630/2304 e⁸ and so on.
    static let a = 1.003_364_089_834_192_7
    static let b = 1.124_189_381_927_107_2e-3
    static let c = 1.699_459_473_518_853_5e-6
    static let d = 2.717_857_845_577_432e-9
    static let e = 4.358_419_004_834_252e-12

    /// F(B) − F(B₀) in square metres per radian of longitude, for latitudes in radians.
    ///
    /// Written as the formula itself, in products of sines of the half difference and cosines of the mean, so that
    /// no digits are lost between two near latitudes. The multiples of the angles come from the recurrences
    /// sin(k+2)u = 2 cos 2u · sin ku − sin(k−2)u, which need one sine and one cosine in all.
    static func rise(halfDifference u: Double, mean m: Double) -> Double {
        let sine = sin(u)
        let cosine = cos(m)
        let sineStep = 2 - 4 * sine * sine
        let cosineStep = 4 * cosine * cosine - 2
        let s3 = sineStep + 1
        let s5 = sineStep * s3 - 1
        let s7 = sineStep * s5 - s3
        let s9 = sineStep * s7 - s5
        let c3 = cosineStep - 1
        let c5 = cosineStep * c3 - 1
        let c7 = cosineStep * c5 - c3
        let c9 = cosineStep * c7 - c5
        let series = a - b * (s3 * c3) + c * (s5 * c5) - d * (s7 * c7) + e * (s9 * c9)
        return 2 * semiMinorAxis * semiMinorAxis * sine * cosine * series
    }

    /// The derivative of F at a latitude in radians, square metres per radian of both; never zero.
    static func slope(at latitude: Double) -> Double {
        let sine = sin(latitude)
        let flattening = 1 - eccentricitySquared * sine * sine
        return max(semiMinorAxis * semiMinorAxis * cos(latitude) / (flattening * flattening), 1)
    }

    /// Radius of the parallel at a latitude in radians, metres.
    static func parallelRadius(at latitude: Double) -> Double {
        let sine = sin(latitude)
        return semiMajorAxis * cos(latitude) / (1 - eccentricitySquared * sine * sine).squareRoot()
    }
}
