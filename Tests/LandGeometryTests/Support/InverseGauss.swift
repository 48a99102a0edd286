import Foundation

@testable import LandGeometry

/// The survey office's inverse Gauss projection for CGCS2000, by the K₀…K₄ formulas of `reference/domain.md` 4.1:
/// an oracle that shares nothing with the kernel.
struct InverseGauss {
    /// Zone number of the 3° zones, as it leads the easting.
    var zone: Double

    func position(easting: Double, northing: Double) -> Position {
        let e = 1.57048761144159e-7 * northing
        let sine = sin(e)
        let foot =
            e + cos(e)
            * (5.05250178820567e-3 * sine - 2.98472900956587e-5 * pow(sine, 3)
                + 2.41626669230084e-7 * pow(sine, 5) - 2.22241238938534e-9 * pow(sine, 7))
        let t = tan(foot)
        let h = 0.00673949677548 * cos(foot) * cos(foot)
        let v = (1 + h).squareRoot()
        let y = (easting - 500_000 - zone * 1_000_000) / (6_399_593.62586 / v)
        let latitude =
            foot - v * v * t * y * y / 2
            + (5 + 3 * t * t + h - 9 * h * t * t) * v * v * t * pow(y, 4) / 24
            - (61 + 90 * t * t + 45 * pow(t, 4)) * v * v * t * pow(y, 6) / 720
        let longitude =
            (y - (1 + 2 * t * t + h) * pow(y, 3) / 6
                + (5 + 28 * t * t + 24 * pow(t, 4) + 6 * h + 8 * h * t * t) * pow(y, 5) / 120) / cos(foot)
        return Position(
            longitude: InverseGauss.rounded(3 * zone + longitude * 180 / .pi), latitude: InverseGauss.rounded(latitude * 180 / .pi))
    }

    /// To six decimals of a second, 0.03 mm, as the rule says: without it the figures of 4.2 differ by up to 0.02 m².
    private static func rounded(_ degrees: Double) -> Double { (degrees * 3.6e9).rounded() / 3.6e9 }

    /// A ring of plane corners (easting, northing), each edge longer than `longest` cut into int(d / longest) + 1 parts.
    func ring(_ corners: [(Double, Double)], longest: Double = 70) -> Ring {
        var positions: [Position] = []
        for (i, a) in corners.enumerated() {
            let b = corners[(i + 1) % corners.count]
            let length = hypot(b.0 - a.0, b.1 - a.1)
            let parts = length > longest ? Int(length / longest) + 1 : 1
            for part in 0..<parts {
                let t = Double(part) / Double(parts)
                positions.append(position(easting: a.0 + t * (b.0 - a.0), northing: a.1 + t * (b.1 - a.1)))
            }
        }
        return Ring(positions)
    }
}
