import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite("Geometry problems") struct RepairTests {
    /// name, effect (nil: none), rule, area of the ground in the plane.
    static let cases: [(String, RowRemark.Effect?, ReadingRule?, Double?)] = [
        ("sound", nil, nil, 10000),
        ("bow-tie", .refused, .ringMustNotCrossItself, nil),
        ("small-bow-tie", .repaired, .ringMustNotCrossItself, 10000.125),
        ("touching-itself", .repaired, .ringMustNotCrossItself, 5000),
        ("spike", .repaired, .ringMustNotSpike, 10000),
        ("repeated", .repaired, .positionMustNotRepeat, 10000),
        ("flat", .refused, .ringMustHaveArea, nil),
        ("hole-outside", .repaired, .holeMustLieInside, 10000),
        ("hole-across", .refused, .ringMustNotCrossItself, nil),
        ("parts-overlap", .refused, .partsMustNotOverlap, nil),
        ("parts-overlap-a-hair", .repaired, .partsMustNotOverlap, 20000),
        ("mixed", .noted, .geometryMustBeAreaOrPoint, 10000),
        ("line", .refused, .geometryMustBeAreaOrPoint, nil),
        ("empty", .refused, .geometryMustBePresent, nil),
        ("nothing", .refused, .geometryMustBePresent, nil),
        ("sliver", .noted, .sliverMustBeLookedAt, 80),
        ("height", nil, nil, 10000),
        ("wrong-zone", .refused, .positionMustLieInChina, nil),
    ]

    @Test("Each problem is repaired where only one reading is possible, else refused; good rows go in")
    func problems() async throws {
        let reading = try await Reading("broken.geojson")
        for (name, effect, rule, area) in Self.cases {
            let row = try #require(reading.row(named: name), "\(name)")
            #expect(row.remarks.first?.effect == effect && row.remarks.first?.rule == rule, "\(name): \(row.remarks)")
            #expect(row.isRefused == (effect == .refused), "\(name)")
            guard let area else {
                #expect(row.ground == .none, "\(name)")
                continue
            }
            // V1's ratio of ellipsoid to plane holds for all of them, they stand on the same spot
            #expect(abs((row.groundArea ?? 0) / 0.999993 - area) <= max(0.3, area * 1e-5), "\(name): \(row.groundArea ?? 0)")
        }
        let refused = Self.cases.count { $0.1 == .refused }
        #expect(reading.summary == ReadSummary(rows: 19, good: 19 - refused, refused: refused))
    }

    @Test("A repair tells the area before and after") func areas() async throws {
        let row = try #require(try await Reading("broken.geojson").row(named: "hole-outside"))
        let remark = try #require(row.remark(.holeMustLieInside))
        #expect(abs((remark.areaBefore?.squareMetres ?? 0) - 9900) < 1e-6 && abs((remark.areaAfter?.squareMetres ?? 0) - 10000) < 1e-6)
        #expect(remark.found?.hasPrefix("Hole lies outside shell at ") == true)
    }

    @Test("Heights are told once for the whole file") func heights() async throws {
        let reading = try await Reading("broken.geojson")
        #expect(reading.remark(.heightIsLeftOut) != nil)
        #expect(reading.rows.allSatisfy { $0.remark(.heightIsLeftOut) == nil })
    }

    @Test("A circle drawn as an arc becomes a polygon within a thousandth of its area") func curve() async throws {
        let row = try await Reading("curve.gpkg").rows[0]
        #expect(row.remark(.curveIsStroked)?.effect == .noted)
        #expect(abs((row.groundArea ?? 0) / (.pi * 10000) - 1) < 1e-3)
        #expect(row.received?[1] == 10, "the arc itself is kept as received")
    }

    @Test("A position that is no number keeps its row out and no other") func notANumber() async throws {
        let reading = try await Reading("nan.zip")
        #expect(reading.rows.map(\.isRefused) == [true, false, false])
        #expect(reading.rows[0].remarks.contains { $0.rule == .coordinateMustBeFinite || $0.rule == .geometryMustBeReadable })
    }

    private func check(_ rings: [PlaneRing], isGeographic: Bool = false) -> GeometryCheck {
        GeometryCheck(.polygon(rings), isGeographic: isGeographic, closedLinesAreAreas: false, geos: GEOS())
    }

    @Test("An open ring is closed, and told") func open() {
        let ring = [PlanePoint(x: 0, y: 0), PlanePoint(x: 10, y: 0), PlanePoint(x: 10, y: 10), PlanePoint(x: 0, y: 10)]
        let checked = check([ring])
        #expect(checked.remarks.map(\.rule) == [.ringMustClose])
        #expect(checked.outcome == .area(PlaneShape(polygons: [[ring]])))
    }

    @Test("Areas of geographic shapes in remarks are square metres") func metres() throws {
        let ring = [(117.70, 39.0), (117.71, 39.0), (117.71, 39.01), (117.70, 39.01)].map { PlanePoint(x: $0.0, y: $0.1) }
        let remark = try #require(check([ring], isGeographic: true).remarks.first)
        #expect(abs((remark.areaAfter?.squareMetres ?? 0) / 961_620.328 - 1) < 2e-4)
    }

    private static func points(_ ring: [(Double, Double)]) -> PlaneRing {
        (ring + ring.prefix(1)).map { PlanePoint(x: $0.0, y: $0.1) }
    }

    @Test("A needle narrower than a survey can tell is cut off, with the areas; a wider one stays and is told") func needles() throws {
        let narrow = Self.points([(0, 0), (100, 0), (100, 50), (112, 50.02), (100, 50.04), (100, 100), (0, 100)])
        let wide = Self.points([(0, 0), (100, 0), (100, 50), (140, 50.3), (100, 50.6), (100, 100), (0, 100)])
        let cut = check([narrow])
        let kept = check([wide])
        let remark = try #require(cut.remarks.first)
        #expect(remark.rule == .ringMustNotSpike && remark.effect == .repaired && remark.place == "part 1 ring 1")
        #expect(abs((remark.areaBefore?.squareMetres ?? 0) - 10000.24) < 1e-6 && abs((remark.areaAfter?.squareMetres ?? 0) - 10000) < 1e-6)
        #expect(remark.found == "0.04 m × 12.0 m at 112.0, 50.02")
        #expect(kept.remarks.map(\.effect) == [.noted] && kept.remarks.map(\.rule) == [.ringMustNotSpike])
        #expect(kept.outcome == .area(PlaneShape(polygons: [[PlaneRing(wide.dropLast())]])), "a wide needle may be land")
    }

    @Test("A gusset of land with a sharp end is no needle") func gusset() {
        let gusset = Self.points([(0, 0), (100, 0), (100, 8)])
        #expect(check([gusset]).remarks.isEmpty)
    }

    @Test("A part that is a sliver is told by its place, and so is a gap") func slivers() {
        let square = Self.points([(0, 0), (100, 0), (100, 100), (0, 100)])
        let gap = Self.points([(10, 10), (90, 10), (90, 10.5), (10, 10.5)])
        let strip = Self.points([(200, 0), (300, 0), (300, 0.5), (200, 0.5)])
        let parts = GeometryCheck(
            .collection([.polygon([square]), .polygon([strip])]), isGeographic: false, closedLinesAreAreas: false, geos: GEOS())
        #expect(parts.remarks.map(\.rule) == [.sliverMustBeLookedAt] && parts.remarks.first?.place == "part 2 ring 1")
        #expect(check([square, gap]).remarks.first?.place == "part 1 ring 2")
        #expect(check([square]).remarks.isEmpty)
    }

    @Test("A spike over the ring's first point goes too, and a spike behind a spike") func spikes() {
        let ring = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0), (-5, 0), (-5, 3), (-5, 0)].map { PlanePoint(x: $0.0, y: $0.1) }
        let checked = check([ring + [ring[0]]])
        guard case .area(let shape) = checked.outcome else {
            Issue.record("\(checked.remarks)")
            return
        }
        #expect(shape.area == 100 && shape.polygons[0][0].count == 4)
    }
}
