import Seeds
import Testing

@testable import LandGeometry

@Suite("Bins, boxes and strips give what the full double sum gives")
struct ShortcutTests {
    private let made = MadeGround()

    private func check(_ a: MultiPolygon, _ b: MultiPolygon, _ name: String) {
        let quick = LayerIndex.overlap(of: a, with: b, in: .equalArea)
        let full = FullDoubleSum.area(a, b, in: .equalArea)
        let smaller = min(a.area.squareMetres, b.area.squareMetres)
        let floor = Plane.equalArea.contactFloor(box: 0)
        #expect(abs(quick - full) <= 1e-12 * smaller || (quick == 0 && full <= floor), "\(name): \(quick) against \(full)")
    }

    @Test("Hundreds of pairs of stars with holes")
    func stars() {
        for seed in 0..<300 {
            var numbers = SeededNumbers(seed: seed)
            let a = made.star(at: (0, 0), radius: numbers.real(5...100), using: &numbers)
            let b = made.star(at: (numbers.real(-80...80), numbers.real(-80...80)), radius: numbers.real(5...3000), using: &numbers)
            check(MultiPolygon(a), MultiPolygon(b), "seed \(seed)")
        }
    }

    @Test("Combs laid across combs")
    func combs() {
        for seed in 0..<60 {
            var numbers = SeededNumbers(seed: seed)
            let a = made.comb(at: (0, 0), teeth: numbers.count(2...25), length: numbers.real(5...80), upright: numbers.coin())
            let b = made.comb(
                at: (numbers.real(-20...20), numbers.real(-20...20)), teeth: numbers.count(2...25), length: numbers.real(5...80),
                upright: numbers.coin())
            check(MultiPolygon(a), MultiPolygon(b), "seed \(seed)")
        }
    }

    @Test("A parcel against every parcel of its partition: shared borders, touching corners, itself")
    func sharedBorders() {
        for seed in 0..<6 {
            var numbers = SeededNumbers(seed: seed)
            let parcels = made.parcels(columns: 6, rows: 6, cell: 50, using: &numbers)
            for (i, a) in parcels.enumerated() { for b in parcels { check(a, b, "seed \(seed), parcel \(i)") } }
        }
    }

    @Test("A small patch anywhere about a red line of twenty thousand vertices: inside, outside, across, in a hole")
    func manyBlocks() {
        var numbers = SeededNumbers(seed: 11)
        let outer = fine(20_000, radius: 3000, using: &numbers)
        let hole = fine(3_000, radius: 600, using: &numbers)
        let redline = MultiPolygon(outer: outer, holes: [hole])
        var kinds: Set<String> = []
        for seed in 0..<120 {
            let patch = MultiPolygon(
                made.star(at: (numbers.real(-3500...3500), numbers.real(-3500...3500)), radius: numbers.real(5...300), using: &numbers))
            check(patch, redline, "patch \(seed)")
            let share = LayerIndex.overlap(of: patch, with: redline).squareMetres / patch.area.squareMetres
            kinds.insert(share == 0 ? "outside" : share > 1 - 1e-12 ? "inside" : "across")
        }
        #expect(kinds == ["outside", "inside", "across"])
    }

    /// A rough round line about the origin.
    private func fine(_ corners: Int, radius: Double, using numbers: inout SeededNumbers) -> Ring {
        let unit = made.star(at: (0, 0), radius: radius, using: &numbers).outer.positions
        return Ring(
            (0..<corners).map { i in
                let place = Double(i) / Double(corners) * Double(unit.count)
                let (a, b) = (unit[Int(place)], unit[(Int(place) + 1) % unit.count])
                let part = place - place.rounded(.down)
                return Position(
                    longitude: a.longitude + part * (b.longitude - a.longitude) + numbers.real(-1e-6...1e-6),
                    latitude: a.latitude + part * (b.latitude - a.latitude) + numbers.real(-1e-6...1e-6))
            })
    }

    @Test("The box tree finds the rings a look at every box finds")
    func boxTree() {
        for seed in 0..<40 {
            var numbers = SeededNumbers(seed: seed)
            let shapes = (0..<numbers.count(0...900)).map { i -> MultiPolygon in
                let (x, y, size) = (numbers.real(0...1000), numbers.real(0...1000), i % 90 == 0 ? 800 : numbers.real(1...20))
                return i % 50 == 7 ? MultiPolygon([]) : MultiPolygon(outer: rectangle(x, y, x + size, y + size))
            }
            let index = LayerIndex(layer(shapes), in: .asGiven)
            for _ in 0..<30 {
                let (x, y) = (numbers.real(-50...1050), numbers.real(-50...1050))
                let asked = PlaneBox(minX: x, minY: y, maxX: x + numbers.real(0...100), maxY: y + numbers.real(0...100))
                var found: [UInt32] = []
                index.tables.find(asked, into: &found)
                let expected = (0..<index.ringCount).filter { index.tables.tree[$0].overlaps(asked) }.map { UInt32($0) }
                #expect(found == expected, "seed \(seed)")
            }
        }
    }

    private func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
        Ring([(west, south), (east, south), (east, north), (west, north)].map { Position(longitude: $0.0, latitude: $0.1) })
    }
}
