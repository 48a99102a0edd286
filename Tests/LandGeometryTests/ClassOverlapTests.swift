import Testing

@testable import LandGeometry

@Suite("Areas per class are what the features of the class share")
struct ClassOverlapTests {
    @Test("A class shares the sum of its features, and classes only touched are left out")
    func sums() {
        for seed in 0..<20 {
            let index = LayerIndex(MadeLayer.mixed(seed: seed))
            for patch in MadeLayer.patches(seed: seed + 50, count: 30) {
                let classes = index.classOverlaps(with: PreparedPatch(patch))
                var sums: [Int: Double] = [:]
                for overlap in index.overlaps(with: patch) { sums[overlap.classNumber, default: 0] += overlap.area.squareMetres }
                #expect(classes.map(\.classNumber) == sums.keys.sorted(), "seed \(seed)")
                for it in classes {
                    #expect(agrees(it.area.squareMetres, sums[it.classNumber] ?? 0, within: 1e-12, of: patch.area.squareMetres))
                }
            }
        }
    }

    @Test("Several layers at once give what each gives alone")
    func stack() {
        let layers = (0..<3).map { LayerIndex(MadeLayer.mixed(seed: $0)) }
        let patches = MadeLayer.patches(seed: 4)
        let together = LayerStack(layers).overlaps(with: patches, threads: 2)
        let classes = LayerStack(layers).classOverlaps(with: patches, threads: 3)
        for (i, index) in layers.enumerated() {
            let ours = together.map { $0[i] }
            let oursByClass = classes.map { $0[i] }
            let aloneByClass = patches.map { index.classOverlaps(with: PreparedPatch($0)) }
            #expect(bits(of: ours) == bits(of: index.overlaps(with: patches, threads: 1)))
            #expect(bits(of: oursByClass) == bits(of: aloneByClass))
        }
        let none = LayerStack([]).overlaps(with: patches, threads: 2)
        #expect(none.count == patches.count && none.joined().isEmpty)
    }

    @Test("The count of work tells how many rings were candidates and that far edges were stepped over")
    func work() {
        let index = LayerIndex(MadeLayer.mixed(seed: 1))
        let small = PreparedPatch(MultiPolygon(outer: MadeGround().rectangle(103, 103, 109, 108)))
        let (overlaps, work) = index.explain(small)
        #expect(overlaps == index.overlaps(with: small))
        #expect(work.rings >= overlaps.count && work.rings < index.ringCount / 4)
        #expect(work.edges < index.vertexCount / 8)
        #expect(work.crossings <= work.edges)
    }

    @Test("Planar areas of plane coordinates are taken as they are")
    func planar() {
        let square = MultiPolygon(
            outer: Ring(
                [(0.0, 0.0), (10, 0), (10, 10), (0, 10)].map { Position(longitude: 39_500_000 + $0.0, latitude: 4_300_000 + $0.1) }))
        let index = LayerIndex([LayerShape(feature: 1, classNumber: 0, shape: square)], in: .asGiven)
        #expect(
            index.classOverlaps(with: PreparedPatch(square, in: .asGiven)) == [ClassOverlap(classNumber: 0, area: Area(squareMetres: 100))])
    }
}
