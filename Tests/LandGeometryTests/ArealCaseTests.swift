import Foundation
import Testing

@testable import LandGeometry

/// One case of `Tests/Fixtures/geometry/areal-cases.json`.
struct ArealCase: Decodable, CustomTestStringConvertible, Sendable {
    var name: String
    var shared: Double
    var a: [[[[Double]]]]
    var b: [[[[Double]]]]

    var testDescription: String { name }

    static func ground(_ polygons: [[[[Double]]]]) -> MultiPolygon {
        MultiPolygon(
            polygons.map { rings in
                let lines = rings.map { Ring($0.map { Position(longitude: $0[0], latitude: $0[1]) }) }
                return Polygon(outer: lines[0], holes: Array(lines.dropFirst()))
            })
    }

    static func all() throws -> [ArealCase] {
        struct File: Decodable { var cases: [ArealCase] }
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: SharedData.fixture("areal-cases.json"))).cases
    }
}

@Suite("Cases worked out by hand")
struct ArealCaseTests {
    @Test("What two shapes share is what paper and pencil say, either way round, and shifted or turned", arguments: try ArealCase.all())
    func byHand(_ it: ArealCase) {
        let (a, b) = (ArealCase.ground(it.a), ArealCase.ground(it.b))
        for (p, q) in [(a, b), (b, a)] {
            expect(p, q, it.shared, moved: { $0 })
            expect(p, q, it.shared, moved: { Position(longitude: -$0.latitude, latitude: $0.longitude) })
            expect(p, q, it.shared, moved: { Position(longitude: -$0.longitude, latitude: -$0.latitude) })
            expect(p, q, it.shared, moved: { Position(longitude: $0.longitude + 8, latitude: $0.latitude - 1024) })
        }
    }

    private func expect(_ a: MultiPolygon, _ b: MultiPolygon, _ shared: Double, moved: (Position) -> Position) {
        func apply(_ shape: MultiPolygon) -> MultiPolygon {
            func apply(_ ring: Ring) -> Ring { Ring(ring.positions.map(moved)) }
            return MultiPolygon(shape.polygons.map { Polygon(outer: apply($0.outer), holes: $0.holes.map { apply($0) }) })
        }
        let index = LayerIndex([LayerShape(feature: 4, classNumber: 2, shape: apply(b))], in: .asGiven)
        let found = index.overlaps(with: apply(a))
        #expect(found.count == (shared > 0 ? 1 : 0))
        #expect(abs((found.first?.area.squareMetres ?? 0) - shared) <= 1e-10 * (shared + 1))
        #expect(found.allSatisfy { $0.feature == 4 && $0.classNumber == 2 })
    }
}
