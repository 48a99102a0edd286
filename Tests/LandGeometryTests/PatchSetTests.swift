import Seeds
import Testing

@testable import LandGeometry

@Suite("A layer that streams past the patches gives the figures of a layer that stands")
struct PatchSetTests {
    private struct Ground {
        var parcels: [MultiPolygon]
        var patches: [MultiPolygon]
    }

    private func ground(seed: Int) -> Ground {
        var numbers = SeededNumbers(seed: seed)
        let made = MadeGround()
        var parcels = made.parcels(columns: 20, rows: 20, cell: 50, using: &numbers)
        // A large parcel with a hole, under all others.
        let hole = made.star(at: (500, 500), radius: 200, using: &numbers).outer
        parcels.append(MultiPolygon([Polygon(outer: made.rectangle(-100, -100, 900, 900), holes: [hole])]))
        let patches = (0..<150).map { _ in
            MultiPolygon([made.star(at: (numbers.real(0...1000), numbers.real(0...1000)), radius: numbers.real(5...200), using: &numbers)])
        }
        return Ground(parcels: parcels, patches: patches + [parcels[3], parcels[77]])
    }

    /// Some features at a time, as they are read from a file.
    private func batches(_ shapes: [MultiPolygon], of size: Int) -> [GroundBatch] {
        stride(from: 0, to: shapes.count, by: size).map { start in
            var batch = GroundBatch()
            for shape in shapes[start..<min(start + size, shapes.count)] { batch.add(shape) }
            return batch
        }
    }

    /// The areas each patch shares with each feature: every feature is a class of its own.
    private func shared(_ set: PatchSet, _ parts: [GroundBatch], of size: Int, threads: Int) -> [[Int: UInt64]] {
        set.lay(over: parts.map { set.hold($0) }, threads: threads).map { finding in
            guard let finding else { return [:] }
            let byFeature = Dictionary(grouping: finding.shares) { Int($0.part) * size + Int($0.feature) }
            return byFeature.compactMapValues { shares in
                var areas = shares.map(\.area)
                return finding.sum(of: &areas)?.squareMetres.bitPattern
            }
        }
    }

    @Test("Class by class the figures of a layer index, bit for bit, however the layer is cut into parts", arguments: [1, 7, 500])
    func agreesWithTheIndex(size: Int) {
        let ground = ground(seed: 31)
        let shapes = ground.parcels.enumerated().map { LayerShape(feature: $0.offset, classNumber: $0.offset, shape: $0.element) }
        let index = LayerIndex(shapes)
        let standing = ground.patches.map { patch in
            Dictionary(
                uniqueKeysWithValues: index.classOverlaps(with: PreparedPatch(patch)).map {
                    ($0.classNumber, $0.area.squareMetres.bitPattern)
                })
        }

        let set = PatchSet(batches(ground.patches, of: 16))
        let parts = batches(ground.parcels, of: size)

        #expect(standing.contains { $0.count > 3 })
        for threads in [1, 4] { #expect(shared(set, parts, of: size, threads: threads) == standing) }
    }

    @Test("The area of a patch in a set is its area of record, within rounding")
    func areaOfPatches() {
        let patches = ground(seed: 32).patches
        let set = PatchSet(batches(patches, of: 64))

        for (place, patch) in patches.enumerated() {
            #expect(agrees(set.area(of: place).squareMetres, patch.area.squareMetres, within: 1e-12, of: patch.area.squareMetres))
        }
    }

    @Test("Ground with a coordinate that is no number, and ground without area, shares nothing and stops nothing")
    func unsoundGround() {
        var numbers = SeededNumbers(seed: 33)
        let made = MadeGround()
        let square = MultiPolygon([Polygon(outer: made.rectangle(0, 0, 100, 100))])
        var broken = square
        broken.polygons[0].outer.positions[2].latitude = .nan
        var far = square
        far.polygons[0].outer.positions[1].longitude = .infinity
        let line = MultiPolygon([Polygon(outer: made.ring([(0, 0), (100, 100)]))])
        let star = MultiPolygon([made.star(at: (50, 50), radius: 60, using: &numbers)])
        let strange = [broken, far, line, MultiPolygon([])]

        let over = shared(PatchSet(batches([star] + strange, of: 2)), batches([square] + strange, of: 9), of: 9, threads: 1)

        #expect(over.map { Array($0.keys) } == [[0], [], [], [], []])
    }

    @Test("Positions taken to the plane in a row are where they are alone, to the last bit", arguments: [36.5, 36.53, 89.999, -90, 1_000])
    func projectedInARow(latitude: Double) {
        // 36.5 is where one row of the table of latitudes ends.
        let ring = (0..<101).map { Position(longitude: 117.3 + Double($0 % 7) * 1e-4, latitude: latitude + Double($0 - 50) * 1e-5) }
        var batch = GroundBatch()
        batch.addRing(isHole: false, count: ring.count) { _ = $0.update(from: ring) }
        batch.endFeature()
        for plane in [Plane.equalArea, .asGiven] {
            var points = [EqualAreaPoint](repeating: EqualAreaPoint(x: 0, y: 0), count: ring.count + 1)
            points.withUnsafeMutableBufferPointer { if let first = $0.baseAddress { batch.project(0, in: plane, into: first) } }
            #expect(points == ring.map { plane.point(at: $0) } + [plane.point(at: ring[0])])
        }
    }

    @Test("A closing position counts once, whether a file repeats the first or not")
    func closedRings() {
        let made = MadeGround()
        let ring = made.rectangle(0, 0, 100, 50)
        var closed = GroundBatch()
        closed.addRing(isHole: false, count: ring.positions.count + 1) { _ = $0.update(from: ring.positions + [ring.positions[0]]) }
        closed.endFeature()
        var open = GroundBatch()
        open.add(MultiPolygon([Polygon(outer: ring)]))

        #expect(closed.positionCount == open.positionCount)
        #expect(PatchSet([closed]).area(of: 0) == PatchSet([open]).area(of: 0))
    }
}
