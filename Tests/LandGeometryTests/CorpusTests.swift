import Foundation
import Seeds
import Testing

@testable import LandGeometry

@Suite("Cases and ground that others published")
struct CorpusTests {
    private struct Case: Decodable {
        var file: String
        var `case`: Int
        var a: String?
        var b: String?
    }

    static let overlayCases = SharedData.corpus("overlay-cases/jts-geos-cases-even.jsonl.gz")

    /// Where GEOS has to snap to get through (near-coincident lines), it moves the area it returns. Such a case counts as
    /// explained when GEOS contradicts itself by that order, and the full double sum in extended precision sides with us.
    @Test(
        "The overlay cases of JTS and GEOS, to a billionth of the smaller shape but where GEOS contradicts itself",
        .enabled(if: overlayCases != nil))
    func overlayCorpus() throws {
        let geos = try #require(Geos())
        var count = (tried: 0, invalid: 0, snapped: 0)
        var worst = 0.0
        for (name, a, b) in try arealPairs(geos) {
            let (groundA, groundB) = (a.ground, b.ground)
            let ours = LayerIndex.overlap(of: groundA, with: groundB, in: .asGiven)
            guard a.isValid, b.isValid else {
                count.invalid += 1
                continue
            }
            count.tried += 1
            let theirs = try #require(a.intersectionArea(with: b), "\(name): GEOS gave up")
            let smaller = min(a.area, b.area)
            if agrees(ours, theirs, within: 1e-9, of: smaller) {
                if smaller > 0 { worst = max(worst, abs(ours - theirs) / smaller) }
                continue
            }
            count.snapped += 1
            let contradiction = a.selfContradiction(with: b)
            #expect(contradiction > abs(ours - theirs) / 5, "\(name): \(ours) against \(theirs), contradiction \(contradiction)")
            let full = FullDoubleSum.area(groundA, groundB, in: .asGiven)
            #expect(agrees(ours, full, within: 1e-10, of: smaller), "\(name): \(ours), full sum \(full)")
        }
        print("overlay cases: \(count), worst difference of the others \(worst) of the smaller shape")
        #expect(count.tried > 100 && count.snapped < count.tried / 20)
    }

    private func arealPairs(_ geos: Geos) throws -> [(String, Geos.Shape, Geos.Shape)] {
        var seen: Set<String> = []
        return try SharedData.unpackedLines(of: try #require(CorpusTests.overlayCases)).compactMap { line in
            let it = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
            guard let hexA = it.a, let hexB = it.b, seen.insert(hexA + " " + hexB).inserted,
                let a = geos.shape(hex: hexA), let b = geos.shape(hex: hexB), a.isAreal, b.isAreal
            else { return nil }
            return ("\(it.file) case \(it.case)", a, b)
        }
    }

    static let towns = ["cadastre-75118-parcelles.json", "cadastre-91216-parcelles.json"]
    static let hasTowns = towns.allSatisfy { SharedData.corpus("french-cadastre/\($0)") != nil }

    @Test("The cadastre of two French towns: every parcel against its neighbours, as GEOS has it", .enabled(if: hasTowns), arguments: towns)
    func cadastre(_ town: String) throws {
        let parcels = try GeoJSONGround.read(try #require(SharedData.corpus("french-cadastre/\(town)")))
        let geos = try #require(Geos())
        let index = LayerIndex(layer(parcels))
        let found = index.overlaps(with: parcels, threads: 2)
        var pairs = 0
        var overlapping = 0.0
        for (i, overlaps) in found.enumerated() {
            let area = parcels[i].area.squareMetres
            let itself = try #require(overlaps.first { $0.feature == i }).area.squareMetres
            #expect(agrees(itself, area, within: 1e-12, of: area), "parcel \(i)")
            for other in overlaps where other.feature != i {
                pairs += 1
                overlapping += other.area.squareMetres / 2
                try compare(parcels[i], parcels[other.feature], other.area.squareMetres, geos, "\(i) and \(other.feature)")
            }
        }
        print("\(town): \(parcels.count) parcels, \(pairs / 2) overlapping pairs share \(overlapping) m²")
    }

    private func compare(_ a: MultiPolygon, _ b: MultiPolygon, _ ours: Double, _ geos: Geos, _ name: String) throws {
        let origin = Plane.equalArea.point(at: try #require(a.polygons.first).outer.positions[0])
        let left = try #require(geos.shape(a, in: .equalArea, origin: origin))
        let right = try #require(geos.shape(b, in: .equalArea, origin: origin))
        let theirs = try #require(left.intersectionArea(with: right))
        #expect(agrees(ours, theirs, within: 1e-9, of: min(left.area, right.area)), "\(name): \(ours) against \(theirs)")
    }

    @Test("A town partitioned into parcels holds all of a patch laid over its middle", .enabled(if: hasTowns), arguments: towns)
    func patchesOverTown(_ town: String) throws {
        let parcels = try GeoJSONGround.read(try #require(SharedData.corpus("french-cadastre/\(town)")))
        let geos = try #require(Geos())
        let index = LayerIndex(layer(parcels))
        let box = parcels.reduce(into: BoundingBox.empty) { $0.include($1.box) }
        for seed in 0..<60 {
            var numbers = SeededNumbers(seed: seed)
            let place = Position(longitude: numbers.real(box.west...box.east), latitude: numbers.real(box.south...box.north))
            let patch = MultiPolygon(MadeGround(around: place).star(at: (0, 0), radius: numbers.real(10...150), using: &numbers))
            for overlap in index.overlaps(with: patch) {
                try compare(patch, parcels[overlap.feature], overlap.area.squareMetres, geos, "seed \(seed), parcel \(overlap.feature)")
            }
        }
    }
}
