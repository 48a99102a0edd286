import Seeds
import Testing

@testable import LandGeometry

@Suite("Overlap areas do not depend on how ground is written down")
struct OverlapPropertyTests {
    private let made = MadeGround()

    private func stars(_ seed: Int) -> (MultiPolygon, MultiPolygon) {
        var numbers = SeededNumbers(seed: seed)
        let a = made.star(at: (0, 0), radius: numbers.real(20...400), using: &numbers)
        let b = made.star(at: (numbers.real(-200...200), numbers.real(-200...200)), radius: numbers.real(20...400), using: &numbers)
        return (MultiPolygon(a), MultiPolygon(b))
    }

    private func shared(_ a: MultiPolygon, _ b: MultiPolygon) -> Double {
        LayerIndex([LayerShape(feature: 0, classNumber: 0, shape: b)]).overlaps(with: a).first?.area.squareMetres ?? 0
    }

    @Test("A shares with B what B shares with A, and the pair call says the same")
    func symmetry() {
        for seed in 0..<300 {
            let (a, b) = stars(seed)
            let there = shared(a, b)
            let whole = a.area.squareMetres + b.area.squareMetres
            #expect(agrees(there, shared(b, a), within: 1e-13, of: whole), "seed \(seed)")
            #expect(agrees(there, LayerIndex.overlap(of: a, with: b).squareMetres, within: 1e-13, of: whole), "seed \(seed)")
        }
    }

    @Test("A patch shares all of itself with itself")
    func itself() {
        for seed in 0..<300 {
            let (a, _) = stars(seed)
            #expect(agrees(shared(a, a), a.area.squareMetres, within: 1e-12, of: a.area.squareMetres), "seed \(seed)")
        }
    }

    @Test("Over a partition into parcels the parts of a patch sum to the patch, and each parcel shares only with itself")
    func partition() {
        for seed in 0..<40 {
            var numbers = SeededNumbers(seed: seed)
            let parcels = made.parcels(columns: 9, rows: 7, cell: 60, using: &numbers)
            let index = LayerIndex(layer(parcels))
            let patch = MultiPolygon(made.star(at: (270, 210), radius: 200, using: &numbers))
            let sum = index.overlaps(with: patch).reduce(0) { $0 + $1.area.squareMetres }
            #expect(agrees(sum, patch.area.squareMetres, within: 1e-12, of: sum), "seed \(seed)")
            for (i, parcel) in parcels.enumerated() {
                let found = index.overlaps(with: parcel)
                #expect(found.map(\.feature) == [i], "seed \(seed), parcel \(i)")
                #expect(agrees(found[0].area.squareMetres, parcel.area.squareMetres, within: 1e-12, of: parcel.area.squareMetres))
            }
        }
    }

    @Test("First vertex, orientation, order of rings and parts, repeated vertices: nothing changes")
    func notation() {
        for seed in 0..<200 {
            var numbers = SeededNumbers(seed: seed)
            let (a, b) = stars(seed)
            let plain = shared(a, b)
            let other = shared(rewritten(a, using: &numbers), rewritten(b, using: &numbers))
            #expect(agrees(plain, other, within: 1e-13, of: a.area.squareMetres + b.area.squareMetres), "seed \(seed)")
        }
    }

    private func rewritten(_ shape: MultiPolygon, using numbers: inout SeededNumbers) -> MultiPolygon {
        let polygons = shape.polygons.map { polygon in
            Polygon(
                outer: rewritten(polygon.outer, using: &numbers),
                holes: polygon.holes.map { rewritten($0, using: &numbers) }.shuffled(using: &numbers))
        }
        return MultiPolygon(polygons.shuffled(using: &numbers))
    }

    private func rewritten(_ ring: Ring, using numbers: inout SeededNumbers) -> Ring {
        let turn = numbers.count(0...(ring.positions.count - 1))
        var positions = Array(ring.positions[turn...] + ring.positions[..<turn])
        if numbers.coin() { positions.reverse() }
        return Ring(positions.flatMap { numbers.count(0...4) == 0 ? [$0, $0] : [$0] })
    }

    @Test("A quarter turn, a half turn or a shift of the plane changes nothing")
    func moved() {
        for seed in 0..<400 {
            let (a, b) = stars(seed)
            // Metres about a corner, on a grid of a 1/4096 m, so that turning and shifting round nothing.
            let (p, q) = (onGrid(a), onGrid(b))
            let plain = LayerIndex.overlap(of: p, with: q, in: .asGiven)
            let whole = LayerIndex.overlap(of: p, with: p, in: .asGiven) + LayerIndex.overlap(of: q, with: q, in: .asGiven)
            let moves: [(Position) -> Position] = [
                { Position(longitude: -$0.latitude, latitude: $0.longitude) },
                { Position(longitude: $0.latitude, latitude: -$0.longitude) },
                { Position(longitude: -$0.longitude, latitude: -$0.latitude) },
                { Position(longitude: $0.longitude + 524_288, latitude: $0.latitude - 4_194_304) },
            ]
            for move in moves {
                let other = LayerIndex.overlap(of: p.mapped(move), with: q.mapped(move), in: .asGiven)
                #expect(agrees(plain, other, within: 1e-12, of: whole), "seed \(seed): \(plain) \(other)")
            }
        }
    }

    private func onGrid(_ shape: MultiPolygon) -> MultiPolygon {
        shape.mapped { position in
            func round(_ degrees: Double, _ origin: Double) -> Double { ((degrees - origin) * 1e5 * 4096).rounded() / 4096 }
            return Position(longitude: round(position.longitude, 117.7), latitude: round(position.latitude, 39))
        }
    }

    @Test("Added vertices on straight edges change nothing")
    func collinearVertices() {
        for seed in 0..<200 {
            let (a, b) = stars(seed)
            let plain = LayerIndex.overlap(of: a, with: b, in: .asGiven)
            let denser = LayerIndex.overlap(of: withMiddles(a), with: withMiddles(b), in: .asGiven)
            // Middles of edges are rounded to a nanometre: that much of the border may move.
            #expect(agrees(plain, denser, within: 1e-9, of: plain + 1e-6), "seed \(seed)")
        }
    }

    private func withMiddles(_ shape: MultiPolygon) -> MultiPolygon {
        func denser(_ ring: Ring) -> Ring {
            let next = ring.positions.dropFirst() + ring.positions.prefix(1)
            return Ring(
                zip(ring.positions, next).flatMap { a, b in
                    [a, Position(longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2)]
                })
        }
        return MultiPolygon(shape.polygons.map { Polygon(outer: denser($0.outer), holes: $0.holes.map { denser($0) }) })
    }

    @Test("Two parts together share what they share apart")
    func additivity() {
        for seed in 0..<200 {
            let (a, b) = stars(seed)
            let (c, _) = stars(seed + 10_000)
            let both = MultiPolygon(a.polygons + b.polygons)
            let sum = shared(a, c) + shared(b, c)
            #expect(agrees(shared(both, c), sum, within: 1e-12, of: both.area.squareMetres), "seed \(seed)")
            #expect(agrees(shared(c, both), sum, within: 1e-12, of: both.area.squareMetres), "seed \(seed)")
        }
    }

    @Test("Features come in feature order, whatever order the layer was written in")
    func order() {
        var numbers = SeededNumbers(seed: 3)
        let parcels = made.parcels(columns: 12, rows: 12, cell: 40, using: &numbers)
        let patch = MultiPolygon(outer: made.rectangle(30, 30, 330, 290))
        let plain = LayerIndex(layer(parcels)).overlaps(with: patch)
        #expect(plain.count > 50)
        #expect(plain.map(\.feature) == plain.map(\.feature).sorted())
        #expect(LayerIndex(layer(parcels).shuffled(using: &numbers)).overlaps(with: patch) == plain)
    }

    @Test("A feature's figure does not depend on what else stands in the layer")
    func alone() {
        var numbers = SeededNumbers(seed: 5)
        let parcels = made.parcels(columns: 6, rows: 6, cell: 40, using: &numbers)
        let patch = MultiPolygon(made.star(at: (120, 120), radius: 90, using: &numbers))
        for overlap in LayerIndex(layer(parcels)).overlaps(with: patch) {
            #expect(LayerIndex([layer(parcels)[overlap.feature]]).overlaps(with: patch) == [overlap])
        }
    }

    @Test("A patch made ready once gives in every layer what it gives unprepared")
    func prepared() {
        var numbers = SeededNumbers(seed: 8)
        let patch = MultiPolygon(made.star(at: (120, 120), radius: 90, using: &numbers))
        let ready = PreparedPatch(patch)
        for cell in [20.0, 40, 70] {
            let index = LayerIndex(layer(made.parcels(columns: 6, rows: 6, cell: cell, using: &numbers)))
            #expect(index.overlaps(with: ready) == index.overlaps(with: patch))
            #expect(!index.overlaps(with: ready).isEmpty)
        }
    }
}
