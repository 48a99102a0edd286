import Enforcement
import LandGeometry
import Testing

@testable import Casework

@Suite("Entries are laid over layers again, and the areas held against the record")
struct EntryOverlayTests {
    private static let farmland = LayerName("farmland")

    /// Two patches; basic farmland, in two parcels, under half of the first.
    private func bureau() async throws -> (bureau: Bureau, entries: [EntryNumber]) {
        let bureau = try Bureau()
        _ = try await adopt(bureau, "2018", [("1", 117.8, 36.8, 0.0007), ("2", 117.8007, 36.8, 0.0003)])
        let taken = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8005, 36.8, 0.001), ("A2", 117.85, 36.8, 0.001)]))
        return (bureau, taken.created)
    }

    private func adopt(_ bureau: Bureau, _ version: String, _ parcels: [(String, Double, Double, Double)]) async throws -> LayerVersionID {
        let file = try bureau.file("farmland-\(version).geojson", parcels, ["DLBM": "0101"])
        var order = LayerOrder(path: file, fileName: "f.geojson", layer: Self.farmland, version: version)
        order.validFrom = Day("\(version)-01-01")
        return try await bureau.caseworker.addLayer(order, by: bureau.officer).version.id
    }

    @Test("Overlaid again, every entry has the same areas as on record, to the last bit; features add up to their class")
    func sameAsRecorded() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }

        let found = try await bureau.caseworker.overlay(nil, by: bureau.officer)
        #expect(found.map(\.entry) == entries)
        for entry in found {
            let state = try #require(try await bureau.caseworker.store.entry(entry.entry))
            #expect(entry.layers.map(\.finding) == state.findings)
            #expect(entry.layers.allSatisfy { $0.record == .same })
        }
        let share = try #require(found[0].layers.first { $0.finding.layer == Self.farmland }?.shares.first)
        #expect(share.count == 2 && share.pieces.map(\.feature) == [1, 2])
        let sum = share.pieces.reduce(0) { $0 + $1.area.squareMetres }
        #expect(abs(sum - share.area.squareMetres) <= 1e-9 * sum)
        #expect(found == (try await bureau.caseworker.overlay(nil, by: bureau.officer)))
    }

    @Test("A version that no entry was judged by is not on record; a layer that is not adopted is refused")
    func otherVersions() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let version = try await adopt(bureau, "2019", [("1", 117.86, 36.8, 0.001)])

        let found = try await bureau.caseworker.overlay([entries[0]], over: [.version(version)], by: bureau.officer)
        #expect(found.flatMap(\.layers).map(\.finding.version) == [version])
        #expect(found.flatMap(\.layers).map(\.record) == [.absent])
        #expect(found[0].layers[0].shares.isEmpty && found[0].layers[0].finding.uncovered.recorded == found[0].area.recorded)
        await #expect(throws: CaseworkError.layerVersionMustExist(LayerVersionID("swamp"))) {
            try await bureau.caseworker.overlay(nil, over: [.layer(LayerName("swamp"))], by: bureau.officer)
        }
    }

    @Test("An officer overlays only what he sees: another unit's entry does not exist for him")
    func scope() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let town = Officer(id: OfficerID("town"), title: "镇", role: .town, unit: UnitID("370306999"))

        #expect(try await bureau.caseworker.overlay(nil, by: town).isEmpty)
        await #expect(throws: CaseworkError.entryMustExist(entries[0])) {
            try await bureau.caseworker.overlay([entries[0]], by: town)
        }
    }
}
