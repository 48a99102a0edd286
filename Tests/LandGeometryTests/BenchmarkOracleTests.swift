import Foundation
import Testing

@testable import LandGeometry

/// The pairs of benchmark scale S (`bench/gen.py S`, plain binary), where `LANDLEDGER_BENCH` names their folder.
@Suite("On every pair of the benchmark GEOS finds the same area")
struct BenchmarkOracleTests {
    static let folder = ProcessInfo.processInfo.environment["LANDLEDGER_BENCH"].map { URL(filePath: $0) }

    @Test(
        "Every patch against every feature of four layers, to a billionth of the smaller; GEOS must contradict itself where not",
        .enabled(if: folder != nil, "set LANDLEDGER_BENCH to the folder of scale S"),
        arguments: ["parcels", "farmland", "redline", "growth"])
    func pairs(layer name: String) throws {
        let folder = try #require(BenchmarkOracleTests.folder)
        let patches = try RawLayer.read(folder.appending(path: "patches_4490.raw"))
        let shapes = try RawLayer.read(folder.appending(path: "\(name)_4490.raw"))
        let geos = try #require(Geos())
        let found = LayerIndex(layer(shapes)).overlaps(with: patches, threads: 2)
        var count = (pairs: 0, snapped: 0)
        var worst = 0.0
        for (patch, overlaps) in zip(patches, found) {
            let origin = Plane.equalArea.point(at: patch.polygons[0].outer.positions[0])
            let a = try #require(geos.shape(patch, in: .equalArea, origin: origin))
            for overlap in overlaps {
                let b = try #require(geos.shape(shapes[overlap.feature], in: .equalArea, origin: origin))
                let theirs = try #require(a.intersectionArea(with: b))
                let (ours, smaller) = (overlap.area.squareMetres, min(a.area, b.area))
                count.pairs += 1
                if agrees(ours, theirs, within: 1e-9, of: smaller) {
                    worst = max(worst, abs(ours - theirs) / smaller)
                } else {
                    count.snapped += 1
                    let full = FullDoubleSum.area(patch, shapes[overlap.feature], in: .equalArea)
                    #expect(agrees(ours, full, within: 1e-12, of: patch.area.squareMetres), "\(ours), full sum \(full), GEOS \(theirs)")
                }
            }
        }
        print("\(name): \(count), worst of the others \(worst) of the smaller shape")
        #expect(count.pairs > 0 && count.snapped <= count.pairs / 100)
    }
}

/// The benchmark generator's plain binary: counts, offsets of parts, rings and positions, classes, coordinates.
enum RawLayer {
    static func read(_ file: URL) throws -> [MultiPolygon] {
        let data = try Data(contentsOf: file, options: .alwaysMapped)
        return data.withUnsafeBytes { bytes in
            func number(_ i: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: 8 * i, as: Int64.self)) }
            let parts = 4 + number(0) + 1
            let rings = parts + number(1) + 1
            let coordinates = (rings + number(2) + 1) * 8 + number(0) * 4
            func ring(_ i: Int) -> Ring {
                // The last position repeats the first.
                Ring(
                    (number(rings + i)..<(number(rings + i + 1) - 1)).map { k in
                        let place = coordinates + 16 * k
                        return Position(
                            longitude: bytes.loadUnaligned(fromByteOffset: place, as: Double.self),
                            latitude: bytes.loadUnaligned(fromByteOffset: place + 8, as: Double.self))
                    })
            }
            return (0..<number(0)).map { feature in
                MultiPolygon(
                    (number(4 + feature)..<number(5 + feature)).map { part in
                        let lines = (number(parts + part)..<number(parts + part + 1)).map { ring($0) }
                        return Polygon(outer: lines[0], holes: Array(lines.dropFirst()))
                    })
            }
        }
    }
}
