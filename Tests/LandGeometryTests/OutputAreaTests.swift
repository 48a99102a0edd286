import Foundation
import Seeds
import Testing

@testable import GeoFiles
@testable import LandGeometry

/// 181,408 census areas of England and Wales: a partition made by others, with its own small faults.
@Suite("A partition of a whole country gives every patch its area, no more and no less")
struct OutputAreaTests {
    static let file = SharedData.corpus("uk-output-areas/uk_oa_ew.gpkg.zip")

    private static func read(_ file: URL) throws -> [MultiPolygon] {
        try MadeLayer.inFolder { folder in
            GDAL.start(workFolder: folder.path, isFenced: true)
            let staged = try WorkFolder(path: folder.path).stage(file.path)
            var source = try SourceChooser(ReadRequest(path: file.path), staged, workFolder: folder.path).open()
            var areas: [MultiPolygon] = []
            while let row = try source.next() {
                areas.append(row.geometry.flatMap { WKB.decodeShape($0) } ?? MultiPolygon([]))
            }
            return areas
        }
    }

    /// What the areas give a patch must be the patch, less the gaps of the data and plus what the data covers twice,
    /// as GEOS measures them.
    @Test("Over output areas the parts of a patch sum to it; where not, GEOS finds the gap or the double cover", .enabled(if: file != nil))
    func sums() throws {
        let areas = try OutputAreaTests.read(try #require(OutputAreaTests.file))
        #expect(areas.count == 181_408)
        let index = LayerIndex(layer(areas))
        let patches = OutputAreaTests.patches(over: areas)
        let geos = try #require(Geos())
        var count = (exact: 0, explained: 0, invalid: 0)
        var worst = 0.0
        for (i, overlaps) in index.overlaps(with: patches, threads: 2).enumerated() {
            let area = patches[i].area.squareMetres
            let sum = overlaps.reduce(0) { $0 + $1.area.squareMetres }
            if abs(sum - area) <= 1e-12 * area {
                count.exact += 1
                worst = max(worst, abs(sum - area) / area)
            } else if let expected = try expectation(patches[i], overlaps.map { areas[$0.feature] }, geos) {
                count.explained += 1
                #expect(agrees(sum, expected, within: 1e-9, of: area), "patch \(i): \(sum) against \(expected), area \(area)")
            } else {
                count.invalid += 1
            }
        }
        print("output areas: \(count) of \(patches.count) patches, worst of the exact \(worst)")
        #expect(count.exact > patches.count / 2 && count.invalid < patches.count / 20)
    }

    /// Stars of 50 m to 5 km about the middle of every 97th area.
    private static func patches(over areas: [MultiPolygon]) -> [MultiPolygon] {
        stride(from: 0, to: areas.count, by: 97).compactMap { i in
            var numbers = SeededNumbers(seed: i)
            guard let middle = areas[i].labelPoint else { return nil }
            return MultiPolygon(MadeGround(around: middle).star(at: (0, 0), radius: numbers.real(50...5000), using: &numbers))
        }
    }

    /// Nil where an area under the patch crosses itself: GEOS has no area for it.
    private func expectation(_ patch: MultiPolygon, _ areas: [MultiPolygon], _ geos: Geos) throws -> Double? {
        let origin = Plane.equalArea.point(at: try #require(patch.polygons.first).outer.positions[0])
        let ground = try #require(geos.shape(patch, in: .equalArea, origin: origin))
        let shapes = try areas.map { try #require(geos.shape($0, in: .equalArea, origin: origin)) }
        guard shapes.allSatisfy(\.isValid) else { return nil }
        guard var union = shapes.first else { return 0 }
        for shape in shapes.dropFirst() { union = try #require(union.union(with: shape)) }
        let (outside, inside) = try #require(ground.parts(outside: union))
        let twice = try shapes.reduce(0) { try $0 + #require(ground.intersectionArea(with: $1)) } - inside
        return patch.area.squareMetres - outside + twice
    }
}
