import Foundation
import Seeds
import Testing

@testable import LandGeometry

@Suite("A new version of a layer is judged again only where it can have changed something")
struct LayerChangeTests {
    private let made = MadeGround()

    /// The layer with some features redrawn, dropped, given another class or newly drawn, and all of it renumbered.
    private func revised(_ shapes: [LayerShape], using numbers: inout SeededNumbers) -> [LayerShape] {
        var features = shapes
        for _ in 0..<numbers.count(1...4) {
            let i = numbers.count(0...(features.count - 1))
            switch numbers.count(0...3) {
            case 0: features.remove(at: i)
            case 1: features[i].classNumber = (features[i].classNumber + 1) % 3
            case 2: features[i].shape.polygons[0].outer.positions[0].longitude += numbers.real(-1e-4...1e-4)
            default:
                let star = made.star(at: (numbers.real(0...450), numbers.real(0...400)), radius: 30, using: &numbers)
                features.append(LayerShape(feature: 0, classNumber: 1, shape: MultiPolygon(star)))
            }
        }
        let order = features.shuffled(using: &numbers)
        return order.enumerated().map { LayerShape(feature: $0.offset, classNumber: $0.element.classNumber, shape: $0.element.shape) }
    }

    @Test("Every patch whose areas differ is named, and those not named keep their areas to the last bit")
    func againstFullRecomputation() {
        var spared = 0
        for seed in 0..<60 {
            var numbers = SeededNumbers(seed: seed)
            let shapes = MadeLayer.mixed(seed: seed)
            let (old, new) = (LayerIndex(shapes), LayerIndex(revised(shapes, using: &numbers)))
            let patches = MadeLayer.patches(seed: seed + 1000)
            let touched = Set(LayerChange(from: old, to: new).touched(among: patches))
            let before = old.classOverlaps(with: patches, threads: 2)
            let after = new.classOverlaps(with: patches, threads: 2)
            for i in patches.indices where !touched.contains(i) {
                #expect(bits(of: [before[i]]) == bits(of: [after[i]]), "seed \(seed), patch \(i)")
                spared += 1
            }
            let differing = patches.indices.filter { i in bits(of: [before[i]]) != bits(of: [after[i]]) }
            #expect(Set(differing).isSubset(of: touched), "seed \(seed)")
        }
        #expect(spared > 1000)
    }

    @Test("The same ground in another order under other numbers is no change")
    func renumbered() {
        var numbers = SeededNumbers(seed: 6)
        let shapes = MadeLayer.mixed(seed: 6)
        let order = shapes.shuffled(using: &numbers).enumerated()
            .map { LayerShape(feature: $0.offset + 7, classNumber: $0.element.classNumber, shape: $0.element.shape) }
        let change = LayerChange(from: LayerIndex(shapes), to: LayerIndex(order))
        #expect(change.isEmpty)
        #expect(change.touched(among: MadeLayer.patches(seed: 6)).isEmpty)
    }

    @Test("Classes are compared by code, not by number")
    func codes() {
        let shapes = MadeLayer.mixed(seed: 2)
        let renumbered = shapes.map { LayerShape(feature: $0.feature, classNumber: 2 - $0.classNumber, shape: $0.shape) }
        let old = LayerIndex(shapes, codes: ["a", "b", "c"])
        #expect(LayerChange(from: old, to: LayerIndex(renumbered, codes: ["c", "b", "a"])).isEmpty)
        #expect(!LayerChange(from: old, to: LayerIndex(renumbered, codes: ["a", "b", "c"])).isEmpty)
        #expect(!LayerChange(from: old, to: LayerIndex(renumbered, codes: ["c", "b", "x"])).isEmpty)
    }

    @Test("A multipolygon taken apart into its parts changes no class area, to the last bit")
    func takenApart() {
        let shapes = MadeLayer.mixed(seed: 8)
        let parts = shapes.flatMap { it in
            it.shape.polygons.map { LayerShape(feature: it.feature, classNumber: it.classNumber, shape: MultiPolygon([$0])) }
        }
        let renumbered = parts.enumerated().map {
            LayerShape(feature: $0.offset, classNumber: $0.element.classNumber, shape: $0.element.shape)
        }
        let patches = MadeLayer.patches(seed: 8)
        let (old, new) = (LayerIndex(shapes), LayerIndex(renumbered))
        #expect(new.featureCount > old.featureCount)
        #expect(LayerChange(from: old, to: new).isEmpty)
        #expect(bits(of: old.classOverlaps(with: patches, threads: 1)) == bits(of: new.classOverlaps(with: patches, threads: 1)))
    }

    @Test("The changed ground is told with its feature, its class and a box that holds it")
    func ground() throws {
        var shapes = MadeLayer.mixed(seed: 3)
        let parcel = shapes[10]
        let old = LayerIndex(shapes)
        shapes[10].shape = MultiPolygon(outer: made.rectangle(500, 500, 520, 530))
        let change = LayerChange(from: old, to: LayerIndex(shapes))
        let gone = try #require(change.removed.first)
        let drawn = try #require(change.added.first)
        #expect(change.removed.count == 1 && change.added.count == 1)
        #expect(gone.feature == 10 && gone.classNumber == parcel.classNumber)
        for (ground, shape) in [(gone, parcel.shape), (drawn, shapes[10].shape)] {
            for position in shape.polygons[0].outer.positions { #expect(ground.box.contains(position)) }
            #expect(ground.box.widened(by: -1e-9).west > shape.box.west)
        }
        #expect(change.touches(PreparedPatch(MultiPolygon(outer: made.rectangle(490, 490, 505, 505)))))
        #expect(!change.touches(PreparedPatch(MultiPolygon(outer: made.rectangle(520, 500, 530, 530)))))
    }

    @Test("A position goes to the plane and back")
    func thereAndBack() {
        for seed in 0..<500 {
            var numbers = SeededNumbers(seed: seed)
            let position = Position(longitude: numbers.real(-180...180), latitude: numbers.real(-85...85))
            let back = AreaProjection.standard.position(at: AreaProjection.standard.point(at: position))
            #expect(abs(back.longitude - position.longitude) < 1e-12 && abs(back.latitude - position.latitude) < 1e-12, "\(position)")
        }
    }
}
