import Testing

@testable import LandGeometry

@Suite("What the kernel does with ground that breaks the rules is stated and kept")
struct AdmittedGroundTests {
    private let made = MadeGround()
    private var square: MultiPolygon { MultiPolygon(outer: made.rectangle(0, 0, 100, 100)) }

    private func shared(_ a: MultiPolygon, _ b: MultiPolygon) -> Double { LayerIndex.overlap(of: a, with: b).squareMetres }

    @Test("Ground that two parts of one feature both cover counts twice")
    func overlappingParts() {
        let twice = MultiPolygon(square.polygons + square.polygons)
        #expect(agrees(shared(square, twice), 2 * square.area.squareMetres, within: 1e-12, of: square.area.squareMetres))
        #expect(agrees(twice.area.squareMetres, 2 * square.area.squareMetres, within: 1e-12, of: square.area.squareMetres))
    }

    @Test("The two lobes of a bow-tie are taken from each other, in the area and in the overlap alike")
    func bowTie() {
        let bowTie = MultiPolygon(outer: made.ring([(0, 0), (60, 0), (20, 90), (50, 90)]))
        let area = bowTie.area.squareMetres
        let wide = MultiPolygon(outer: made.rectangle(-10, -10, 110, 110))
        #expect(area > 100)
        #expect(agrees(shared(bowTie, wide), area, within: 1e-11, of: area))
        #expect(agrees(FullDoubleSum.area(bowTie, wide, in: .equalArea), area, within: 1e-11, of: area))
    }

    @Test("A bent edge that runs back on itself encloses nothing")
    func spike() {
        let spiked = MultiPolygon(outer: made.ring([(0, 0), (100, 0), (100, 50), (400, 50), (100, 50), (100, 100), (0, 100)]))
        #expect(agrees(shared(spiked, square), square.area.squareMetres, within: 1e-11, of: square.area.squareMetres))
        let beside = MultiPolygon(outer: made.rectangle(200, 0, 300, 100))
        #expect(shared(spiked, beside) == 0)
    }

    @Test(
        "Coordinates that are no numbers share nothing and stop nothing",
        arguments: [Double.nan, .infinity, -.infinity, 1e300, .greatestFiniteMagnitude])
    func noNumbers(_ odd: Double) {
        let broken = MultiPolygon(
            outer: Ring(made.rectangle(0, 0, 50, 50).positions + [Position(longitude: odd, latitude: 39)]))
        #expect(shared(broken, square) == 0)
        #expect(LayerIndex(layer([broken, square, broken])).overlaps(with: square).map(\.feature) == [1])
        #expect(LayerIndex(layer([square])).overlaps(with: broken).isEmpty)
        #expect(broken.labelPoint == nil)
    }

    @Test("Far and absurd coordinates that are numbers stop nothing", arguments: [1e6, 1e30, 1e99])
    func farCoordinates(_ far: Double) {
        let huge = MultiPolygon(
            outer: Ring([
                Position(longitude: -far, latitude: -far), Position(longitude: far, latitude: -far), Position(longitude: 0, latitude: far),
            ]))
        let small = MultiPolygon(outer: made.rectangle(0, 0, 1e-7, 1e-7))
        for shape in [huge, small, square] {
            _ = LayerIndex.overlap(of: shape, with: huge, in: .asGiven)
            _ = LayerIndex(layer([huge, shape, small])).overlaps(with: shape)
        }
    }

    @Test("Points, lines and empty features touch without sharing")
    func degenerate() {
        let line = MultiPolygon(outer: made.ring([(10, 10), (90, 90)]))
        let fold = MultiPolygon(outer: made.ring([(10, 10), (90, 90), (10, 10), (90, 90)]))
        let flat = MultiPolygon(outer: made.ring([(10, 50), (90, 50), (50, 50)]))
        let upright = MultiPolygon(outer: made.ring([(50, 10), (50, 90), (50, 50)]))
        for shape in [MultiPolygon([]), line, fold, flat, upright, MultiPolygon(outer: Ring([]))] {
            #expect(shared(shape, square) == 0)
            #expect(LayerIndex(layer([shape])).overlaps(with: square).isEmpty)
            #expect(LayerIndex(layer([square])).overlaps(with: shape).isEmpty)
        }
    }

    @Test("Neighbours along a common border share nothing, even where only one of them has a vertex")
    func contact() {
        let index = LayerIndex(layer([square]))
        #expect(index.overlaps(with: MultiPolygon(outer: made.rectangle(100, 0, 200, 100))).isEmpty)
        #expect(index.overlaps(with: MultiPolygon(outer: made.rectangle(100, 30, 200, 70))).isEmpty)
        #expect(index.overlaps(with: MultiPolygon(outer: made.rectangle(100, 100, 200, 200))).isEmpty)
        #expect(index.overlaps(with: MultiPolygon(outer: made.rectangle(99.99, 0, 200, 100))).count == 1)
    }

    @Test("A patch in a hole shares nothing; filling the hole exactly, it still shares nothing")
    func holes() {
        let hole = made.rectangle(20, 20, 60, 60)
        let pierced = MultiPolygon(outer: made.rectangle(0, 0, 100, 100), holes: [hole])
        #expect(shared(MultiPolygon(outer: made.rectangle(30, 30, 50, 50)), pierced) == 0)
        #expect(shared(MultiPolygon(outer: hole), pierced) == 0)
        let across = MultiPolygon(outer: made.rectangle(40, 40, 80, 80))
        let part = across.area.squareMetres - MultiPolygon(outer: made.rectangle(40, 40, 60, 60)).area.squareMetres
        #expect(agrees(shared(across, pierced), part, within: 1e-9, of: part))
    }
}
