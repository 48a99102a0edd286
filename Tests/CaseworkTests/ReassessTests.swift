import Enforcement
import Foundation
import LandGeometry
import Testing

@testable import Casework

@Suite("A new version of a layer is tried on the ledger before it counts")
struct ReassessTests {
    /// Patches on three places; basic farmland of 2018 lies under half of the first two. Nobody's ground in the survey, so that
    /// nothing but the farmland differs.
    private func bureau() async throws -> (bureau: Bureau, entries: [EntryNumber]) {
        let bureau = try Bureau()
        let farmland = try bureau.file("f1.geojson", [("1", 117.8, 36.8, 0.001), ("2", 117.85, 36.8, 0.001)], ["DLBM": "0101"])
        _ = try await bureau.caseworker.addLayer(order(farmland, version: "2018", from: "2018-01-01"), by: bureau.officer)
        let taken = try await bureau.take(
            bureau.file("q1.geojson", [("A1", 117.8005, 36.8, 0.001), ("A2", 117.8505, 36.8, 0.001), ("A3", 117.9, 36.8, 0.001)]))
        return (bureau, taken.created)
    }

    private func order(_ file: String, version: String, from: String) -> LayerOrder {
        var order = LayerOrder(
            path: file, fileName: URL(fileURLWithPath: file).lastPathComponent, layer: LayerName("farmland"), version: version)
        order.validFrom = Day(from)
        return order
    }

    /// The second parcel moves away from the second patch; the first stays to the last digit.
    private func adoptSecond(_ bureau: Bureau) async throws -> LayerVersionID {
        let farmland = try bureau.file("f2.geojson", [("1", 117.8, 36.8, 0.001), ("2", 117.86, 36.8, 0.001)], ["DLBM": "0101"])
        return try await bureau.caseworker.addLayer(order(farmland, version: "2019", from: "2019-01-01"), by: bureau.officer).version.id
    }

    private func farmland(_ bureau: Bureau, _ number: EntryNumber) async throws -> [LayerVersionID: Double] {
        let entry = try #require(try await bureau.caseworker.store.entry(number))
        let found = entry.findings.filter { $0.layer == LayerName("farmland") }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.version, $0.covered.squareMetres) })
    }

    @Test("Only the entry on changed ground is looked at; the trial writes nothing; the act writes that entry alone")
    func changedGroundOnly() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let version = try await adoptSecond(bureau)
        let before = try await bureau.caseworker.store.head()

        let found = try await bureau.caseworker.reassess(version, by: bureau.officer)
        #expect(found.entries == 3 && found.untouched == 2)
        #expect(found.pending == [entries[1]])
        #expect(found.same + found.figuresOnly + found.changes.count == 1)
        #expect(try await bureau.caseworker.store.head() == before)

        #expect(try await bureau.caseworker.judge(under: version, by: bureau.officer) == 1)
        #expect(try await farmland(bureau, entries[1])[version] == 0)
        #expect(try await farmland(bureau, entries[0])[version] == nil)
        #expect(try await bureau.caseworker.reassess(version, by: bureau.officer).pending == [])
    }

    @Test("What is left out as untouched would have had the same areas, bit for bit")
    func untouchedAreTheSame() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let old = LayerVersionID(layer: LayerName("farmland"), version: "2018")
        let first = try #require(try await farmland(bureau, entries[0])[old])
        #expect(first > 4000)

        let version = try await adoptSecond(bureau)
        _ = try await bureau.caseworker.judge(nil, by: bureau.officer)
        #expect(try await farmland(bureau, entries[0])[version] == first)
    }

    @Test("A signature stays: a signed entry is listed for review, and the act leaves it alone")
    func signedStay() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let state = try #require(try await bureau.caseworker.store.entry(entries[1]))
        _ = try await bureau.caseworker.signVerdict(
            VerdictOrder(
                entry: entries[1], expectedVersion: state.version, verdict: .doubtful, kind: nil, reason: nil,
                key: IdempotencyKey("sign")), by: bureau.officer)
        let version = try await adoptSecond(bureau)

        let found = try await bureau.caseworker.reassess(version, by: bureau.officer)
        #expect(found.pending == [] && found.untouched == 2)
        #expect(try await bureau.caseworker.judge(under: version, by: bureau.officer) == 0)
    }

    @Test("A version nobody adopted, and an officer who may not judge, are refused")
    func refused() async throws {
        let (bureau, _) = try await bureau()
        defer { bureau.close() }
        let strange = LayerVersionID("farmland@1066")
        await #expect(throws: CaseworkError.layerVersionMustExist(strange)) {
            try await bureau.caseworker.reassess(strange, by: bureau.officer)
        }
        await #expect(throws: CaseworkError.permissionMustBeHeld(.registerBatch)) {
            try await bureau.caseworker.reassess(nil, by: bureau.leader)
        }
    }
}
