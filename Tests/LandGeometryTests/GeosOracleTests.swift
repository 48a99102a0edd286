import Foundation
import Seeds
import Testing

@testable import LandGeometry

@Suite("GEOS finds the same areas")
struct GeosOracleTests {
    private let made = MadeGround()

    /// Kernel against GEOS on the same plane numbers, moved to the patch; tolerance relative to the larger of the shared
    /// area and a thousandth of the patch, for GEOS rounds the corners of its result.
    private func check(_ a: MultiPolygon, _ b: MultiPolygon, _ geos: Geos, _ name: String) throws {
        let first = try #require(a.polygons.first?.outer.positions.first)
        let origin = Plane.equalArea.point(at: first)
        let ours = LayerIndex.overlap(of: a, with: b).squareMetres
        let left = try #require(geos.shape(a, in: .equalArea, origin: origin))
        let right = try #require(geos.shape(b, in: .equalArea, origin: origin))
        let theirs = try #require(left.intersectionArea(with: right), "\(name): GEOS gave up")
        let whole = max(theirs, min(left.area, right.area) / 1000)
        #expect(agrees(ours, theirs, within: 1e-9, of: whole), "\(name): \(ours) against \(theirs)")
        #expect(agrees(a.area.squareMetres, left.area, within: 1e-11, of: left.area), "\(name): area")
    }

    @Test("Stars with holes, to a billionth")
    func stars() throws {
        let geos = try #require(Geos())
        for seed in 0..<400 {
            var numbers = SeededNumbers(seed: seed)
            let a = made.star(at: (0, 0), radius: numbers.real(5...300), using: &numbers)
            let b = made.star(at: (numbers.real(-200...200), numbers.real(-200...200)), radius: numbers.real(5...900), using: &numbers)
            try check(MultiPolygon(a), MultiPolygon(b), geos, "seed \(seed)")
        }
    }

    @Test("Combs across combs, to a billionth")
    func combs() throws {
        let geos = try #require(Geos())
        for seed in 0..<60 {
            var numbers = SeededNumbers(seed: seed)
            let a = made.comb(at: (0, 0), teeth: numbers.count(2...25), length: numbers.real(5...80), upright: true)
            let b = made.comb(at: (numbers.real(-20...20), 3), teeth: numbers.count(2...25), length: numbers.real(5...80), upright: false)
            try check(MultiPolygon(a), MultiPolygon(b), geos, "seed \(seed)")
        }
    }

    @Test("Parcels of a partition, each with each and with stars, to a billionth")
    func parcels() throws {
        let geos = try #require(Geos())
        for seed in 0..<5 {
            var numbers = SeededNumbers(seed: seed)
            let parcels = made.parcels(columns: 6, rows: 5, cell: 45, using: &numbers)
            let star = MultiPolygon(made.star(at: (130, 110), radius: 120, using: &numbers))
            for (i, a) in parcels.enumerated() {
                try check(star, a, geos, "seed \(seed), star on \(i)")
                for b in parcels.dropFirst(i) where a.box.touches(b.box) { try check(a, b, geos, "seed \(seed), parcel \(i)") }
            }
        }
    }
}
