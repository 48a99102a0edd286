import Seeds
import Testing

@testable import LandGeometry

@Suite("Where a point lies, and where a label may stand")
struct PlaceTests {
    private let made = MadeGround()

    @Test("Every point of a partition belongs to exactly one parcel, border points included")
    func oneOwner() {
        for seed in 0..<12 {
            var numbers = SeededNumbers(seed: seed)
            let parcels = made.parcels(columns: 5, rows: 5, cell: 30, using: &numbers)
            for _ in 0..<200 {
                let position = made.position(numbers.real(1...149), numbers.real(1...149))
                #expect(parcels.count { $0.contains(position) } == 1, "seed \(seed) \(position)")
            }
            let corners = parcels.flatMap { $0.polygons[0].outer.positions }
            let box = parcels.reduce(into: BoundingBox.empty) { $0.include($1.box) }.widened(by: -1e-6)
            for corner in corners where box.contains(corner) {
                #expect(parcels.count { $0.contains(corner) } == 1, "seed \(seed) \(corner)")
            }
        }
    }

    @Test("A point in a hole is not on the ground; a point in an island in the hole is")
    func island() {
        let shape = MultiPolygon([
            Polygon(outer: made.rectangle(0, 0, 90, 90), holes: [made.rectangle(30, 30, 60, 60)]),
            Polygon(outer: made.rectangle(40, 40, 50, 50)),
        ])
        #expect(shape.contains(made.position(10, 10)))
        #expect(!shape.contains(made.position(35, 35)))
        #expect(shape.contains(made.position(45, 45)))
        #expect(!shape.contains(made.position(95, 45)))
        #expect(!MultiPolygon([]).contains(made.position(0, 0)))
    }

    @Test("The label of a star, a comb, a frame or a horseshoe stands on it")
    func labels() throws {
        for seed in 0..<300 {
            var numbers = SeededNumbers(seed: seed)
            let star = made.star(at: (0, 0), radius: numbers.real(0.5...5000), using: &numbers)
            let comb = made.comb(at: (0, 0), teeth: numbers.count(1...9), length: 30, upright: numbers.coin())
            for shape in [MultiPolygon(star), MultiPolygon(comb), MultiPolygon([star, comb])] {
                let point = try #require(shape.labelPoint, "seed \(seed)")
                #expect(shape.contains(point), "seed \(seed)")
            }
        }
        let frame = MultiPolygon(outer: made.rectangle(0, 0, 100, 100), holes: [made.rectangle(1, 1, 99, 99)])
        let horseshoe = MultiPolygon(outer: made.ring([(0, 0), (90, 0), (90, 90), (80, 90), (80, 5), (10, 5), (10, 90), (0, 90)]))
        for shape in [frame, horseshoe] { #expect(shape.contains(try #require(shape.labelPoint))) }
    }

    @Test("Ground without area has no label point")
    func noLabel() {
        #expect(MultiPolygon([]).labelPoint == nil)
        #expect(MultiPolygon(outer: made.ring([(0, 0), (10, 0), (20, 0)])).labelPoint == nil)
    }

    @Test("A box holds its sides, grows by a margin, and an empty box stays empty")
    func boxes() {
        let box = BoundingBox(west: 1, south: 2, east: 3, north: 4)
        #expect(box.contains(Position(longitude: 1, latitude: 4)))
        #expect(!box.contains(Position(longitude: 0.9, latitude: 3)))
        #expect(box.widened(by: 0.5) == BoundingBox(west: 0.5, south: 1.5, east: 3.5, north: 4.5))
        #expect(BoundingBox.empty.widened(by: 1).isEmpty)
    }
}
