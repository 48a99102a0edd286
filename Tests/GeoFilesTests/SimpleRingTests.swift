import Foundation
import Seeds
import Testing

@testable import GeoFiles

@Suite("Rings that are valid beyond doubt") struct SimpleRingTests {
    private static func ring(_ points: [(Double, Double)]) -> PlaneRing { points.map { PlanePoint(x: $0.0, y: $0.1) } }

    /// A star-shaped ring about a place, its corners in order of angle.
    private static func star(_ corners: Int, at x: Double, _ y: Double, _ generator: inout SeededNumbers) -> PlaneRing {
        (0..<corners).map { corner in
            let angle = (Double(corner) + Double.random(in: 0..<0.9, using: &generator)) / Double(corners) * 2 * .pi
            let radius = Double.random(in: 5..<100, using: &generator)
            return PlanePoint(x: x + radius * cos(angle), y: y + radius * sin(angle))
        }
    }

    @Test("GEOS agrees with every ring called certain: stars, tangles, lattices, eight-digit eastings, degrees")
    func agreesWithGEOS() {
        let geos = GEOS()
        var generator = SeededNumbers(seed: 20_261_121)
        var (certain, stars) = (0, 0)
        for turn in 0..<4000 {
            let corners = Int.random(in: 3...40, using: &generator)
            let (x, y) = [(0, 0), (39_517_000, 4_330_000), (117.7, 36.5)][turn % 3]
            let scale = x == 117.7 ? 1e-5 : 1
            var ring = Self.star(corners, at: 0, 0, &generator)
            switch turn % 4 {
            case 0: stars += 1
            case 1: ring.shuffle(using: &generator)
            case 2: ring = ring.map { PlanePoint(x: ($0.x / 20).rounded() * 20, y: ($0.y / 20).rounded() * 20) }
            default: ring.swapAt(0, corners / 2)
            }
            ring = ring.map { PlanePoint(x: x + $0.x * scale, y: y + $0.y * scale) }
            ring = zip(ring, ring.dropFirst() + ring.prefix(1)).filter { $0 != $1 }.map(\.0)
            guard ring.count >= 3, SimpleRing.isCertain(ring) else { continue }
            certain += 1
            #expect(geos.defect(of: PlaneShape(polygons: [[ring]])) == nil, "turn \(turn): \(ring)")
        }
        #expect(certain > stars / 2, "\(certain) certain of 4000, \(stars) stars")
    }

    @Test("What touches, crosses or folds back is left to GEOS")
    func doubtful() {
        let bowTie = Self.ring([(0, 0), (10, 10), (10, 0), (0, 10)])
        let touch = Self.ring([(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)])
        let fold = Self.ring([(0, 0), (10, 0), (20, 0), (15, 0), (10, 10)])
        for ring in [bowTie, touch, fold] { #expect(!SimpleRing.isCertain(ring), "\(ring)") }
        let straight = Self.ring([(0, 0), (5, 0), (10, 0), (10, 5), (10, 10), (0, 10)])
        #expect(SimpleRing.isCertain(straight), "corners on a straight border are no fault")
    }

    @Test("Shapes with holes or several parts are left to GEOS")
    func compound() {
        let square = Self.ring([(0, 0), (10, 0), (10, 10), (0, 10)])
        let inner = Self.ring([(2, 2), (3, 2), (3, 3), (2, 3)])
        #expect(SimpleRing.isCertain(of: PlaneShape(polygons: [[square]])))
        #expect(!SimpleRing.isCertain(of: PlaneShape(polygons: [[square, inner]])))
        #expect(!SimpleRing.isCertain(of: PlaneShape(polygons: [[square], [inner]])))
    }

    @Test("A hundred thousand positions in degrees pass PROJ bit for bit, which is why they need not pass it")
    func identity() throws {
        let proj = ProjContext()
        var generator = SeededNumbers(seed: 7)
        var points = (0..<100_000).map { _ in
            PlanePoint(x: Double.random(in: 73..<136, using: &generator), y: Double.random(in: 3..<54, using: &generator))
        }
        var sample = CoordinateSample()
        for point in points.prefix(10) { sample.add(DecodedGeometry(geometry: .point(point), hasHeight: false, positions: 1)) }
        for code in [4490, 4326] {
            let system = try #require(ChineseSystems.system(epsg: code))
            let transform = try GroundTransform(system, named: nil, sample: sample, proj)
            #expect(transform.changesNothing)
            let before = points
            #expect(transform.apply(&points) && points == before)
        }
        let gauss = try #require(ChineseSystems.system(epsg: 4527))
        #expect(try !GroundTransform(gauss, named: nil, sample: sample, proj).changesNothing)
    }
}
