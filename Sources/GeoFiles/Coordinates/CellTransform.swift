/// What PROJ says of a plane, learnt cell by cell (分格反算): much faster where positions come by the million. One thread.
///
/// In a cell of 8 km by 8 km longitude and latitude are polynomials of the fourth degree in easting and northing, through what
/// PROJ says at 25 places. At nine others they must agree with PROJ to 10⁻¹¹ degrees, which is a micrometre, or PROJ is asked for
/// every position of the cell. Which cell a position belongs to, and so its figure, depends on the position alone.
final class CellTransform {
    private let transform: GroundTransform
    private var cells: [SIMD2<Int32>: Cell?] = [:]
    private var last: (key: SIMD2<Int32>, cell: Cell)?

    private static let size = 8_000.0
    /// Beyond, no plane of the ground has positions.
    private static let farthest = 1e9

    init(_ transform: GroundTransform) {
        self.transform = transform
    }

    /// In place. False when a position has no place on the ground; the positions are then of no use.
    func apply(_ points: inout [PlanePoint]) -> Bool {
        for i in points.indices {
            if let placed = position(of: points[i]) {
                points[i] = placed
            } else {
                var one = [points[i]]
                guard transform.apply(&one) else { return false }
                points[i] = one[0]
            }
        }
        return true
    }

    private func position(of point: PlanePoint) -> PlanePoint? {
        guard abs(point.x) < Self.farthest, abs(point.y) < Self.farthest else { return nil }
        let place = SIMD2(point.x, point.y) / Self.size
        let corner = place.rounded(.down)
        let key = SIMD2(Int32(corner.x), Int32(corner.y))
        if let last, last.key == key { return last.cell.position(at: (place - corner) * 2 - 1) }
        let known = cells[key]
        let found = known ?? learn(corner)
        if known == nil { cells[key] = .some(found) }
        guard let found else { return nil }
        last = (key, found)
        return found.position(at: (place - corner) * 2 - 1)
    }

    /// Nil for a cell in which PROJ is no such polynomial, or gives no answer.
    private func learn(_ corner: SIMD2<Double>) -> Cell? {
        var nodes = Cell.nodes.map { plane(corner, $0) }
        var middle = [plane(corner, .zero)]
        guard transform.apply(&nodes), transform.apply(&middle) else { return nil }
        let cell = Cell(middle: SIMD2(middle[0].x, middle[0].y), values: nodes.map { SIMD2($0.x, $0.y) })
        var checked = Cell.checks.map { plane(corner, $0) }
        guard transform.apply(&checked) else { return nil }
        let agrees = zip(Cell.checks, checked).allSatisfy { place, known in
            let ours = cell.position(at: place)
            return abs(ours.x - known.x) <= 1e-11 && abs(ours.y - known.y) <= 1e-11
        }
        return agrees ? cell : nil
    }

    /// A place of the cell, −1 to 1 both ways, in the plane.
    private func plane(_ corner: SIMD2<Double>, _ place: SIMD2<Double>) -> PlanePoint {
        let point = (corner + (place + 1) / 2) * Self.size
        return PlanePoint(x: point.x, y: point.y)
    }
}

/// Longitude and latitude as polynomials in a square −1 to 1 (格内多项式).
private struct Cell {
    private let middle: SIMD2<Double>
    /// Of u⁰ … u⁴ for v⁰, then for v¹ and so on; the first is what the middle itself lacks.
    private let coefficients: [SIMD2<Double>]

    private static let count = 5
    /// Where a polynomial of the fourth degree goes through a smooth function with the least error between.
    private static let roots: [Double] = [
        -0.951_056_516_295_153_6, -0.587_785_252_292_473_1, 0, 0.587_785_252_292_473_1, 0.951_056_516_295_153_6,
    ]
    /// Row j holds the coefficients of the polynomial that is 1 at root j and 0 at the others.
    private static let bases: [[Double]] = roots.indices.map { j in
        roots.indices.filter { $0 != j }.reduce([1.0]) { product, k in
            let scale = 1 / (roots[j] - roots[k])
            let raised = [0] + product.map { $0 * scale }
            return zip(raised, product + [0]).map { $0 - $1 * roots[k] * scale }
        }
    }

    /// Row by row from the south.
    static let nodes = roots.flatMap { v in roots.map { u in SIMD2(u, v) } }
    static let checks = [-0.99, 0.13, 0.99].flatMap { v in [-0.99, 0.17, 0.99].map { u in SIMD2(u, v) } }

    init(middle: SIMD2<Double>, values: [SIMD2<Double>]) {
        self.middle = middle
        let n = Cell.count
        coefficients = (0..<(n * n)).map { place in
            let (b, a) = (place / n, place % n)
            var sum = SIMD2<Double>.zero
            for node in values.indices {
                let weight = Cell.bases[node % n][a] * Cell.bases[node / n][b]
                sum += (values[node] - middle) * weight
            }
            return sum
        }
    }

    @inline(__always)
    func position(at place: SIMD2<Double>) -> PlanePoint {
        let found = coefficients.withUnsafeBufferPointer { c in
            var sum = Cell.row(c, 20, place.x)
            sum = sum * place.y + Cell.row(c, 15, place.x)
            sum = sum * place.y + Cell.row(c, 10, place.x)
            sum = sum * place.y + Cell.row(c, 5, place.x)
            sum = sum * place.y + Cell.row(c, 0, place.x)
            return sum
        }
        let sum = middle + found
        return PlanePoint(x: sum.x, y: sum.y)
    }

    @inline(__always)
    private static func row(_ c: UnsafeBufferPointer<SIMD2<Double>>, _ first: Int, _ u: Double) -> SIMD2<Double> {
        var sum: SIMD2<Double> = c[first + 4]
        sum = sum * u + c[first + 3]
        sum = sum * u + c[first + 2]
        sum = sum * u + c[first + 1]
        return sum * u + c[first]
    }
}
