import Enforcement
import Foundation
import LandGeometry
import Testing

@testable import Casework

@Suite("Overlay, proposal and signature")
struct JudgeTests {
    private func layerOrder(_ bureau: Bureau, _ file: String, _ layer: String, from: String) throws -> LayerOrder {
        var order = LayerOrder(path: file, fileName: URL(fileURLWithPath: file).lastPathComponent, layer: LayerName(layer), version: "1")
        order.validFrom = Day(from)
        return order
    }

    @Test("Half of a patch on basic farmland is half its area, by the version in force on the image's day")
    func halfOnFarmland() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let farmland = try bureau.file("farmland.geojson", [("1", 117.8, 36.8, 0.001)], ["DLBM": "0101"])
        let adopted = try await bureau.caseworker.addLayer(layerOrder(bureau, farmland, "farmland", from: "2018-01-01"), by: bureau.officer)
        let patch = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8005, 36.8, 0.001)]))

        let entry = try #require(try await bureau.caseworker.store.entry(patch.created[0]))
        let finding = try #require(entry.findings.first { $0.layer == LayerName("farmland") })

        #expect(adopted.version.codeScheme == "SD3" && adopted.version.classField == "DLBM")
        #expect(finding.areas.map(\.code) == ["0101"])
        #expect(abs(finding.covered.squareMetres / entry.area.squareMetres - 0.5) < 1e-6)
        #expect(abs((finding.covered + finding.uncovered).squareMetres - entry.area.squareMetres) < 0.01)
    }

    @Test("Without layers every proposal is doubtful and says what is missing; judging again changes nothing")
    func doubtfulWithoutLayers() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let outcome = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001)]))

        let entry = try #require(try await bureau.caseworker.store.entry(outcome.created[0]))
        let changed = try await bureau.caseworker.judge(nil, by: bureau.officer)

        #expect(entry.proposal?.verdict == .doubtful)
        #expect(entry.proposal?.missing.isEmpty == false)
        #expect(changed == 0)
    }

    @Test("A signature accepts the proposal, or overrules it with a reason, and the second of two officers is told")
    func signatures() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let number = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001)])).created[0]
        let version = try #require(try await bureau.caseworker.store.entry(number)).version
        func order(_ verdict: Verdict, _ reason: String?, key: String) -> VerdictOrder {
            VerdictOrder(entry: number, expectedVersion: version, verdict: verdict, kind: nil, reason: reason, key: IdempotencyKey(key))
        }

        await #expect(throws: CaseworkError.reasonMustBeGiven) {
            try await bureau.caseworker.signVerdict(order(.illegal, nil, key: "1"), by: bureau.officer)
        }
        await #expect(throws: CaseworkError.permissionMustBeHeld(.signVerdict)) {
            try await bureau.caseworker.signVerdict(order(.doubtful, nil, key: "2"), by: bureau.leader)
        }
        let signed = try await bureau.caseworker.signVerdict(order(.falseChange, "现场未变化", key: "3"), by: bureau.officer)
        let repeated = try await bureau.caseworker.signVerdict(order(.falseChange, "现场未变化", key: "3"), by: bureau.officer)
        await #expect(throws: CaseworkError.ledger(.versionMustBeCurrent(stream: .entry(number), expected: version, actual: version + 1))) {
            try await bureau.caseworker.signVerdict(order(.doubtful, nil, key: "4"), by: bureau.officer)
        }

        #expect(signed.stage == .closed && signed.signed?.overrules == true && signed.signedBy == bureau.officer.id)
        #expect(repeated == signed)
    }

    @Test("A layer version is added, never edited: the same file again is known, another file under its name is refused")
    func layerVersionsAreNew() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let one = try bureau.file("STBHHX.geojson", [("1", 117.8, 36.8, 0.001)])
        let two = try bureau.file("other.geojson", [("2", 117.9, 36.8, 0.001)])
        let first = try await bureau.caseworker.addLayer(layerOrder(bureau, one, "redline", from: "2018-01-01"), by: bureau.officer)
        let again = try await bureau.caseworker.addLayer(layerOrder(bureau, one, "redline", from: "2018-01-01"), by: bureau.officer)

        #expect(!first.wasKnown && again.wasKnown)
        await #expect(throws: CaseworkError.ledger(.layerVersionMustBeNew(LayerVersionID("redline@1")))) {
            try await bureau.caseworker.addLayer(layerOrder(bureau, two, "redline", from: "2018-01-01"), by: bureau.officer)
        }
    }

    @Test("A layer binds by its standard table name, with prefix or year, and an unknown one is asked for")
    func binding() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let path = try bureau.file("whatever.geojson", [("1", 117.8, 36.8, 0.001)])

        #expect(LayerBinding.of(table: "YJJBNTTB2018")?.layer == LayerName("farmland"))
        #expect(LayerBinding.of(table: "370306_DLTB")?.layer == LayerName("survey"))
        await #expect(throws: CaseworkError.self) {
            try await bureau.caseworker.addLayer(LayerOrder(path: path, fileName: "whatever.geojson", version: "1"), by: bureau.officer)
        }
    }
}
