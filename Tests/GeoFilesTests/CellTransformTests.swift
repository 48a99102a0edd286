import Testing

@testable import GeoFiles

@Suite("Positions learnt from PROJ are where PROJ puts them") struct CellTransformTests {
    private let proj = ProjContext()

    /// Numbers that look like chance, the same every time.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    private func transform(_ code: Int, near point: PlanePoint) throws -> GroundTransform {
        let system = try #require(ChineseSystems.system(epsg: code))
        var sample = CoordinateSample()
        sample.add(DecodedGeometry(geometry: .point(point), hasHeight: false, positions: 1))
        return try GroundTransform(system, named: nil, sample: sample, proj)
    }

    @Test(
        "120,000 positions of six zones of three and six degrees, from Hainan to Heilongjiang, within a hundredth of a millimetre",
        arguments: [(4513, 25_500_000.0), (4527, 39_500_000), (4533, 45_500_000), (4548, 500_000), (4549, 500_000), (4498, 20_500_000)])
    func agrees(code: Int, falseEasting: Double) throws {
        let proj = try transform(code, near: PlanePoint(x: falseEasting, y: 4_000_000))
        let ours = CellTransform(proj)
        var numbers = Numbers(state: UInt64(code))
        // Towns, so that cells are used again, over a whole zone and a little more.
        let points = (0..<100).flatMap { _ in
            let x = falseEasting + Double.random(in: -170_000...170_000, using: &numbers)
            let y = Double.random(in: 2_000_000...5_930_000, using: &numbers)
            return (0..<200).map { _ in
                PlanePoint(x: x + .random(in: -9_000...9_000, using: &numbers), y: y + .random(in: -9_000...9_000, using: &numbers))
            }
        }
        var (theirs, learnt) = (points, points)
        #expect(proj.apply(&theirs) && ours.apply(&learnt))

        let worst = zip(theirs, learnt).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }.max()

        // A degree is 111 km.
        #expect(try #require(worst) < 1e-10, "EPSG:\(code)")
        #expect(theirs != learnt, "it was PROJ that answered")
    }

    @Test("A position has the same figures alone, among others and for the second time")
    func sameFigures() throws {
        let proj = try transform(4527, near: PlanePoint(x: 39_560_000, y: 4_318_000))
        let point = PlanePoint(x: 39_563_999.999_9, y: 4_311_999.999_9)
        var (alone, among) = ([point], [PlanePoint(x: 39_480_000, y: 4_300_001), point, point])
        #expect(CellTransform(proj).apply(&alone) && CellTransform(proj).apply(&among))
        #expect(among[1] == alone[0] && among[2] == alone[0])
    }

    @Test("Where PROJ has no answer there is none, and where it is no such polynomial PROJ is asked", arguments: [1e4, 1e7, 1e12, .nan])
    func beyond(distance: Double) throws {
        let proj = try transform(4527, near: PlanePoint(x: 39_560_000, y: 4_318_000))
        let far = [PlanePoint(x: 39_500_000 + distance, y: 9_990_000), PlanePoint(x: 39_500_000 + distance, y: distance)]
        for point in far {
            var (theirs, ours) = ([point], [point])
            let answers = (proj.apply(&theirs), CellTransform(proj).apply(&ours))
            #expect(answers.0 == answers.1, "\(point)")
            if answers.0 { #expect(abs(theirs[0].x - ours[0].x) < 1e-10 && abs(theirs[0].y - ours[0].y) < 1e-10, "\(point)") }
        }
    }
}
