import Seeds
import Testing

@testable import LandGeometry

@Suite("The area of record is the official area on the CGCS2000 ellipsoid")
struct EllipsoidalAreaTests {
    private let zone39 = InverseGauss(zone: 39)

    @Test("A square hectare of plane ground measures 9999.93 m²")
    func square() {
        let ring = zone39.ring([(39_517_000, 4_330_000), (39_517_100, 4_330_000), (39_517_100, 4_330_100), (39_517_000, 4_330_100)])
        #expect(abs(MultiPolygon(outer: ring).area.squareMetres - 9999.93) < 0.01)
    }

    @Test("An L-shaped yard measures 82492.66 m²")
    func yard() {
        let corners = [(0.0, 0.0), (300, 0), (300, 150), (150, 150), (150, 400), (0, 400)]
        let ring = zone39.ring(corners.map { ($0.0 + 39_560_000, $0.1 + 4_340_000) })
        #expect(abs(MultiPolygon(outer: ring).area.squareMetres - 82_492.66) < 0.01)
    }

    @Test(
        "Two-kilometre edges are cut into 70 m parts before they leave the plane, or 175 m² are lost",
        arguments: [(70.0, 1_999_692.46), (.infinity, 1_999_517.04)])
    func triangle(longest: Double, expected: Double) {
        let corners = [(39_578_000.0, 4_073_000.0), (39_580_000, 4_073_000), (39_579_000, 4_075_000)]
        #expect(abs(MultiPolygon(outer: zone39.ring(corners, longest: longest)).area.squareMetres - expected) < 0.01)
    }

    @Test("A block of six square kilometres in zone 40 measures 5997519.42 m²")
    func block() {
        let corners = [(40_628_000.0, 3_455_000.0), (40_631_000, 3_455_000), (40_631_000, 3_457_000), (40_628_000, 3_457_000)]
        let shape = MultiPolygon(outer: InverseGauss(zone: 40).ring(corners))
        #expect(abs(shape.area.squareMetres - 5_997_519.42) < 0.01)
    }

    @Test("A hundredth of a degree each way at 39° north measures 961620.328 m²")
    func degreeCell() {
        let corners = [(117.70, 39.00), (117.71, 39.00), (117.71, 39.01), (117.70, 39.01)]
        let shape = MultiPolygon(outer: Ring(corners.map { Position(longitude: $0.0, latitude: $0.1) }))
        #expect(abs(shape.area.squareMetres - 961_620.328) < 0.0005)
    }

    @Test("The closed form is the printed formula, edge by edge, on hundreds of stars with holes")
    func printedFormula() {
        for seed in 0..<400 {
            var numbers = SeededNumbers(seed: seed)
            let place = Position(longitude: numbers.real(74...135), latitude: numbers.real(4...53))
            let star = MadeGround(around: place).star(at: (0, 0), radius: numbers.real(10...50_000), using: &numbers)
            let shape = MultiPolygon(star)
            let printed = PrintedFormula.area(of: shape)
            // The printed form itself loses digits where edges run flat: 1e-10 is its own noise on small ground.
            #expect(agrees(shape.area.squareMetres, printed, within: 1e-10, of: printed), "seed \(seed)")
        }
    }

    @Test("The table of latitudes is the series to ten nanometres, from pole to pole and on the borders of its rows")
    func latitudeTable() {
        let radius = AreaSeries.semiMajorAxis
        var numbers = SeededNumbers(seed: 2)
        let borders = (-1440...1440).map { Double($0) / 16 }
        for latitude in (0..<20_000).map({ _ in numbers.real(-90...90) }) + borders + borders.map(\.nextUp) + borders.map(\.nextDown) {
            let difference = LatitudeTable.shared.rise(at: latitude) - LatitudeTable.series(at: latitude)
            #expect(abs(difference) < 1e-8 * radius, "\(latitude)")
        }
    }

    @Test("The printed coefficients follow from the eccentricity")
    func coefficients() {
        let series = [AreaSeries.a, AreaSeries.b, AreaSeries.c, AreaSeries.d, AreaSeries.e]
        for (ours, derived) in zip(series, PrintedFormula.coefficients) { #expect(agrees(ours, derived, within: 1e-13, of: 1)) }
    }

    @Test("Any other origin of the plane gives the same area")
    func originIsFree() {
        var numbers = SeededNumbers(seed: 7)
        let ring = MadeGround().star(at: (0, 0), radius: 800, using: &numbers).outer
        let far = AreaProjection(origin: Position(longitude: 80, latitude: 20))
        let points = ring.positions.map { far.point(at: $0) }
        var twice = 0.0
        for (i, p) in points.enumerated() {
            let q = points[(i + 1) % points.count]
            twice += (p.x - points[0].x) * (q.y - points[0].y) - (q.x - points[0].x) * (p.y - points[0].y)
        }
        #expect(agrees(twice / 2, MultiPolygon(outer: ring).area.squareMetres, within: 1e-11, of: twice))
    }

    @Test("Orientation, the first vertex and added points on an edge's middle in the plane mean nothing; a hole is taken off")
    func notation() {
        let made = MadeGround()
        let outer = made.rectangle(0, 0, 100, 80)
        let hole = made.rectangle(20, 20, 50, 40)
        let whole = MultiPolygon(outer: outer).area.squareMetres
        let pierced = MultiPolygon(outer: outer, holes: [hole]).area.squareMetres
        #expect(agrees(whole - pierced, MultiPolygon(outer: hole).area.squareMetres, within: 1e-12, of: whole))
        let turned = MultiPolygon(
            outer: Ring(outer.positions.reversed()), holes: [Ring(Array(hole.positions[1...] + hole.positions[..<1]))])
        #expect(agrees(turned.area.squareMetres, pierced, within: 1e-12, of: whole))
        #expect(MultiPolygon(outer: Ring(outer.positions + outer.positions.prefix(1))).area.squareMetres == whole)
    }

    @Test("Ground without extent has no area")
    func nothing() {
        #expect(MultiPolygon([]).area == .zero)
        #expect(MultiPolygon(outer: Ring([Position(longitude: 117, latitude: 39)])).area == .zero)
    }
}
