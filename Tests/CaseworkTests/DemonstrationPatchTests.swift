import Enforcement
import GeoFiles
import LandGeometry
import Testing

@testable import Casework

@Suite("Demonstration county: its patches")
struct DemonstrationPatchTests {
    let county = SampleCounty.county
    let ground = SampleCounty.ground

    private func rows(_ making: Making) -> [DraftPatch] {
        county.batches.flatMap { $0.patches }.filter { $0.making == making }
    }

    private func polygons(_ layer: String) -> [Polygon] {
        county.layer(LayerName(layer))?.table.rows.flatMap { $0.shape?.polygons ?? [] } ?? []
    }

    private func holds(_ polygon: Polygon, _ p: PlanePoint) -> Bool {
        let plane = polygon.rings.map { $0.positions.map { PlanePoint($0.longitude, $0.latitude) } }
        let q = GaussKruger.degrees(p)
        return plane[0].holds(q) && !plane.dropFirst().contains { $0.holds(q) }
    }

    @Test("Two quarters come with exactly the rows asked for, and every kind of row occurs")
    func counts() {
        #expect(county.batches.map { $0.count } == [64, 80])
        for (batch, isSecond) in zip(county.batches, [false, true]) {
            let made = Set(batch.patches.map { $0.making })
            #expect(made.union([.breaching]) == Set(Making.allCases.filter { $0.share(inSecond: isSecond) > 0 || $0 == .breaching }))
        }
    }

    @Test("A patch made as lawful lies on an approval and a supply; one not supplied lies on an approval only")
    func approvals() {
        for (making, isSupplied) in [(Making.legal, true), (.notSupplied, false)] {
            for patch in rows(making) {
                let middle = patch.outer.scaled(0.98)
                let onApproval = polygons("approvals").contains { polygon in middle.allSatisfy { holds(polygon, $0) } }
                let onSupply = polygons("supply").contains { polygon in middle.contains { holds(polygon, $0) } }
                #expect(onApproval && onSupply == isSupplied, "\(patch.number) \(making)")
            }
        }
    }

    @Test("A patch made as partly approved has corners on the approval and beside it")
    func partlyApproved() {
        for patch in rows(.partlyApproved) {
            let on = patch.outer.scaled(0.99).count { corner in polygons("approvals").contains { holds($0, corner) } }
            #expect(on > 0 && on < patch.outer.count, "\(patch.number)")
        }
    }

    @Test("A patch made as a serious occupation covers at least 5 mu of basic farmland")
    func serious() {
        for patch in rows(.farmlandSerious) {
            #expect(Area(squareMetres: abs(patch.outer.signedArea)).mu >= 5)
            #expect(polygons("farmland").contains { holds($0, patch.outer.scaled(0.9)[0]) })
        }
        for patch in rows(.farmlandMinor) { #expect(Area(squareMetres: abs(patch.outer.signedArea)).mu < 5) }
    }

    @Test("A temporary use in term ends after the later image, an expired one before it")
    func temporary() throws {
        let table = try #require(county.layer(LayerName("temporary"))).table
        let column = try #require(table.columns.firstIndex { $0.title == "ZZRQ" })
        for making in [Making.temporaryInTerm, .temporaryExpired] {
            for patch in rows(making) {
                let row = try #require(
                    table.rows.first { row in row.shape?.polygons.contains { holds($0, patch.outer.scaled(0.9)[0]) } ?? false })
                guard case .text(let text) = row.cells[column] else { continue }
                let day = try #require(Day(text))
                let after = try #require(patch.after)
                #expect((day > after) == (making == .temporaryInTerm))
            }
        }
    }

    @Test("Some patches lie across two towns and some outside the county")
    func borders() {
        func units(_ patch: DraftPatch) -> Set<Int> {
            Set(patch.outer.compactMap { corner in polygons("units").firstIndex { holds($0, corner) } })
        }
        for patch in rows(.acrossTowns) { #expect(units(patch).count >= 2) }
        for patch in rows(.outside) { #expect(units(patch).isEmpty) }
    }

    @Test("Patches that come again name the patch of the quarter before whose ground they share")
    func twins() throws {
        let first = county.batches[0].patches
        for patch in county.batches[1].patches where patch.twin != nil {
            let before = try #require(first.first { $0.number == patch.twin })
            let ratio = abs(patch.outer.signedArea) / abs(before.outer.signedArea)
            switch patch.making {
            case .sameAgain: #expect(patch.rings == before.rings)
            case .grown: #expect(ratio > 1.3)
            case .overlapping: #expect((0.99...1.1).contains(ratio) && patch.rings != before.rings)
            default: #expect(ratio < 0.9 && PlanePolygon(outer: before.outer).holds(patch.outer.centre))
            }
        }
    }

    @Test("Each kind of broken geometry is broken the way its name says")
    func broken() {
        #expect(rows(.bowTie).allSatisfy { crossesItself($0.outer) })
        #expect(rows(.unclosed).allSatisfy { $0.rings[0].first != $0.rings[0].last })
        #expect(rows(.repeatedPoints).allSatisfy { Set($0.outer).count * 2 <= $0.outer.count + 1 })
        #expect(rows(.holeOutside).allSatisfy { $0.rings.count == 2 && !$0.outer.holds($0.rings[1][0]) })
        #expect(rows(.noGeometry).allSatisfy { $0.rings.isEmpty })
        #expect(rows(.flat).allSatisfy { abs($0.outer.signedArea) < 1e-3 })
        #expect(rows(.notFinite).allSatisfy { $0.outer.contains { !$0.x.isFinite } })
        #expect(rows(.wrongZone).allSatisfy { $0.outer[0].x > 40_000_000 })
        #expect(rows(.degrees).allSatisfy { $0.outer[0].x < 180 })
        #expect(rows(.missingAttributes).allSatisfy { $0.number.isEmpty || $0.type.isEmpty || $0.after == nil || $0.statedArea == nil })
    }

    @Test("The stated area of a sound patch is its area in the plane")
    func statedAreas() throws {
        for patch in county.batches.flatMap({ $0.patches }) where patch.making.reception == .accepted {
            let stated = try #require(patch.statedArea)
            #expect(abs(stated - abs(patch.outer.signedArea)) <= 0.0051, "\(patch.number) \(patch.making)")
        }
    }

    @Test("The survey of 2019 differs a little from that of 2018 and covers the same ground")
    func surveys() throws {
        let before = try #require(county.layer(LayerName("survey"), version: "2018")).table
        let after = try #require(county.layer(LayerName("survey"), version: "2019")).table
        let changed = zip(before.rows, after.rows).count { $0.cells[3] != $1.cells[3] }
        #expect(after.rows.count <= before.rows.count && changed > 0)
        func total(_ table: ExportTable) -> Double {
            table.rows.reduce(0) { sum, row in
                if case .real(let area) = row.cells[10] { sum + area } else { sum }
            }
        }
        #expect(abs(total(before) - total(after)) < 1)
    }
}
