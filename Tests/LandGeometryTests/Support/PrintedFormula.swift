import Foundation

@testable import LandGeometry

/// The official area formula as printed (国土调查办发〔2008〕32号), edge by edge with ten trigonometric functions, its
/// coefficients worked out from the eccentricity here: what `MultiPolygon.area` must equal.
enum PrintedFormula {
    static let b = 6356752.3141403558
    static let e2 = 0.0066943800229034
    static var coefficients: [Double] {
        let e4 = e2 * e2
        let e6 = e4 * e2
        let e8 = e4 * e4
        return [
            1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
            1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8,
            3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8,
            1.0 / 112 * e6 + 45.0 / 2304 * e8,
            5.0 / 2304 * e8,
        ]
    }

    static func area(of shape: MultiPolygon) -> Double {
        shape.polygons.reduce(0) { sum, polygon in
            polygon.holes.reduce(sum + area(of: polygon.outer)) { $0 - area(of: $1) }
        }
    }

    static func area(of ring: Ring) -> Double {
        let k = coefficients
        let radians = Double.pi / 180
        guard let first = ring.positions.first else { return 0 }
        var sum = 0.0
        for (i, p) in ring.positions.enumerated() {
            let q = ring.positions[(i + 1) % ring.positions.count]
            let mean = (p.latitude + q.latitude) / 2 * radians
            let half = (q.latitude - p.latitude) / 2 * radians
            let run = ((p.longitude + q.longitude) / 2 - first.longitude) * radians
            let bracket =
                k[0] * sin(half) * cos(mean) - k[1] * sin(3 * half) * cos(3 * mean) + k[2] * sin(5 * half) * cos(5 * mean)
                - k[3] * sin(7 * half) * cos(7 * mean) + k[4] * sin(9 * half) * cos(9 * mean)
            sum += 2 * b * b * run * bracket
        }
        return abs(sum)
    }
}
