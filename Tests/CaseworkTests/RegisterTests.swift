import Enforcement
import Foundation
import LandGeometry
import Testing

@testable import Casework

@Suite("Registration: one problem on the ground is one entry")
struct RegisterTests {
    @Test("A later patch on the same ground, or within it, joins the entry; a neighbour begins its own")
    func lineage() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002)]))

        let second = try await bureau.take(
            bureau.file(
                "q2.geojson",
                [("B1", 117.8, 36.8, 0.002), ("B2", 117.8005, 36.8005, 0.0005), ("B3", 117.802, 36.8, 0.002)]))

        #expect(second.created.count == 1)
        #expect(second.attached.count == 1)
        let entry = try #require(try await bureau.caseworker.store.entry(second.attached[0]))
        #expect(entry.attached.map(\.match.kind) == [.same, .contained])
        #expect(entry.attached.map(\.sourceNumber) == ["B1", "B2"])
    }

    @Test("An alarm at a point begins an entry; the satellite patch over it gives the entry its ground")
    func pointGetsGround() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let alarms = try bureau.text("alarms.csv", "编号,经度,纬度\nT-1,117.801,36.801\n")
        let begun = try await bureau.take(alarms) {
            $0.kind = .clues
            $0.origin = "tower"
            $0.coordinates = "EPSG:4490"
        }
        let number = try #require(begun.created.first)
        let before = try await bureau.caseworker.store.entry(number)

        let joined = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002)]))

        let after = try #require(try await bureau.caseworker.store.entry(number))
        #expect(before?.area.squareMetres == 0)
        #expect(joined.created.isEmpty && joined.attached == [number])
        #expect(after.area.squareMetres > 30_000)
        #expect(after.patch != after.origin)
    }

    @Test("A clue without ground joins the entry that carries its number")
    func clueByNumber() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002)]))

        let clues = try await bureau.take(bureau.text("clues.csv", "编号,内容\nA1,群众再次反映\nC9,新线索\n")) { $0.kind = .clues }

        #expect(clues.attached.count == 1)
        #expect(clues.created.count == 1)
    }

    @Test("A batch is registered once")
    func once() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.002)])
        try await bureau.take(path)
        let id = try await bureau.caseworker.importFile(bureau.order(path), by: bureau.officer).batch.batch.id

        await #expect(throws: CaseworkError.ledger(.batchMustBe(.received, actual: .registered, id))) {
            try await bureau.caseworker.registerBatch(id, by: bureau.officer)
        }
    }
}
