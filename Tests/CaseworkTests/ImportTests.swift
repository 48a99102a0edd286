import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Testing

@testable import Casework

@Suite("Import keeps every row as a patch or a remark")
struct ImportTests {
    @Test("The same file twice is one batch, and a dry run leaves nothing behind")
    func sameFileTwice() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001), ("A2", 117.81, 36.8, 0.001)])

        let dry = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer, dryRun: true)
        let afterDryRun = try await bureau.caseworker.store.batches()
        let first = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer)
        let second = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer)

        #expect(!dry.stored && dry.batch.batch.patches == 2 && afterDryRun.isEmpty)
        #expect(first.stored && !first.wasKnown)
        #expect(second.wasKnown && second.batch.batch.id == first.batch.batch.id)
        #expect(try await bureau.caseworker.store.batches().count == 1)
    }

    @Test("An unknown layout is asked for once, and remembered for the next file")
    func layoutIsRemembered() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let first = try bureau.text("one.csv", "代号,经度,纬度\nX-1,117.8,36.8\n")
        let second = try bureau.text("two.csv", "代号,经度,纬度\nX-2,117.9,36.8\n")

        await #expect(throws: CaseworkError.self) {
            try await bureau.caseworker.importFile(bureau.order(first) { $0.coordinates = "EPSG:4490" }, by: bureau.officer)
        }
        let mapping = FieldMapping(fields: [.number: "代号"])
        _ = try await bureau.caseworker.importFile(
            bureau.order(first) {
                $0.coordinates = "EPSG:4490"
                $0.mapping = mapping
            }, by: bureau.officer)
        let next = try await bureau.caseworker.importFile(bureau.order(second) { $0.coordinates = "EPSG:4490" }, by: bureau.officer)

        let patches = try await bureau.caseworker.store.patches(of: next.batch.batch.id)
        #expect(patches.map(\.sourceNumber) == ["X-2"])
    }

    @Test("A unit of area named alone leaves the fields as they are understood, and is remembered with them")
    func unitAlone() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let first = try bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001)], ["JCMJ": "15"])
        let second = try bureau.file("q2.geojson", [("A2", 117.9, 36.8, 0.001)], ["JCMJ": "15"])

        let told = try await bureau.caseworker.importFile(
            bureau.order(first) { $0.mapping = FieldMapping(areaUnit: .hectares) }, by: bureau.officer)
        let next = try await bureau.caseworker.importFile(bureau.order(second), by: bureau.officer)

        for (outcome, number) in [(told, "A1"), (next, "A2")] {
            let patch = try #require(try await bureau.caseworker.store.patches(of: outcome.batch.batch.id).first)
            #expect(patch.sourceNumber == number && patch.statedArea?.recorded.squareMetres == 150_000)
        }
    }

    @Test("A number given twice, a day that does not exist and images in the wrong order are remarked, and the rows go in")
    func remarks() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file(
            "q1.geojson", [("A1", 117.8, 36.8, 0.001), ("A1", 117.81, 36.8, 0.001)], ["QSX": "20190501", "HSX": "20190230"])
        let other = try bureau.file("q2.geojson", [("B1", 117.8, 36.8, 0.001)], ["QSX": "20190501", "HSX": "20190401", "XZQDM": "110101"])

        let outcome = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer)
        let turned = try await bureau.caseworker.importFile(bureau.order(other), by: bureau.officer)

        let rules = Set(outcome.remarks.map(\.rule)), turnedRules = Set(turned.remarks.map(\.rule))
        #expect(outcome.batch.batch.patches == 2)
        #expect(rules.isSuperset(of: ["number-must-be-unique", "day-must-be-readable"]))
        #expect(turnedRules.isSuperset(of: ["days-must-be-ordered", "division-must-lie-in-area"]))
    }

    @Test("A withdrawn batch stays on record, and the same file opens it again")
    func withdrawAndReturn() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001)])
        let id = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer).batch.batch.id

        await #expect(throws: CaseworkError.reasonMustBeGiven) {
            try await bureau.caseworker.withdrawBatch(id, reason: "  ", by: bureau.officer)
        }
        try await bureau.caseworker.withdrawBatch(id, reason: "发错了季度", by: bureau.officer)
        let withdrawn = try await bureau.caseworker.store.batch(id)?.stage
        await #expect(throws: CaseworkError.self) { try await bureau.caseworker.registerBatch(id, by: bureau.officer) }
        let again = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer)

        #expect(withdrawn == .withdrawn)
        #expect(again.wasKnown && again.batch.stage == .received)
    }

    @Test("Only those who may import do: the leading group reads")
    func onlyWhoMay() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001)])

        await #expect(throws: CaseworkError.permissionMustBeHeld(.importBatch)) {
            try await bureau.caseworker.importFile(bureau.order(path), by: bureau.leader)
        }
    }

    @Test("The unit of a stated area is taken from its name or from the ground, else asked for")
    func areaUnits() {
        let ground = [(stated: 15.0, ground: Area(squareMetres: 10_000)), (stated: 3.0, ground: Area(squareMetres: 2_000))]

        #expect(FieldAliases.unit(in: "违法情况/面积（亩）") == .mu)
        #expect(AreaUnits.inferred(from: ground) == .mu)
        #expect(AreaUnits.inferred(from: ground.map { ($0.ground.squareMetres, $0.ground) }) == .squareMetres)
        #expect(AreaUnits.inferred(from: [(stated: 7, ground: Area(squareMetres: 10_000))]) == nil)
    }
}
