import Foundation
import LandGeometry

/// A point in tile units: x to the right, y down, 0…extent inside the tile.
struct TilePoint: Equatable {
    var x: Double
    var y: Double

    /// Finite, and far from the limits of the grid's whole numbers once clipped.
    var isDrawable: Bool { abs(x) < 1e12 && abs(y) < 1e12 }
}

/// From degrees to the units of one tile (瓦片投影): Web Mercator (EPSG:3857), which puts geodetic latitude
/// into the formula of the sphere.
///
/// Near the tile the logarithm is replaced by its series about the tile's middle latitude: the error stays below
/// 10⁻⁶ units and a vertex costs a few multiplications instead of two library calls.
struct TileProjection {
    private let scaleX: Double
    private let offsetX: Double
    private let unitsPerRadian: Double
    private let top: Double
    private let middle: Double
    private let reach: Double
    private let terms: (Double, Double, Double, Double, Double, Double)

    init(_ address: TileAddress, extent: Int) {
        let units = Double(1 << address.zoom) * Double(extent)
        scaleX = units / 360
        offsetX = units / 2 - Double(address.column * extent)
        unitsPerRadian = units / (2 * .pi)
        top = units / 2 - Double(address.row * extent)
        let box = address.box()
        middle = (box.south + box.north) / 2 * .pi / 180
        reach = min(0.02, (box.north - box.south) * .pi / 180 * 2)
        terms = TileProjection.series(at: middle)
    }

    func project(_ position: Position) -> TilePoint {
        TilePoint(x: position.longitude * scaleX + offsetX, y: top - unitsPerRadian * mercator(position.latitude * (.pi / 180)))
    }

    private func mercator(_ latitude: Double) -> Double {
        let d = latitude - middle
        guard abs(d) <= reach else { return TileProjection.exact(latitude) }
        return terms.0 + d * (terms.1 + d * (terms.2 + d * (terms.3 + d * (terms.4 + d * terms.5))))
    }

    /// asinh(tan φ) of a latitude in radians; latitudes past the pyramid's edge are held at it.
    static func exact(_ latitude: Double) -> Double {
        let limit = 1.484_422_229_745_332_2
        return asinh(tan(max(-limit, min(limit, latitude))))
    }

    /// Taylor terms of asinh(tan φ) about `middle`, from the derivatives of sec φ.
    private static func series(at middle: Double) -> (Double, Double, Double, Double, Double, Double) {
        let secant = 1 / cos(middle)
        let t = tan(middle)
        let t2 = t * t
        return (
            exact(middle), secant, secant * t / 2, secant * (1 + 2 * t2) / 6, secant * t * (5 + 6 * t2) / 24,
            secant * (5 + 28 * t2 + 24 * t2 * t2) / 120
        )
    }
}
