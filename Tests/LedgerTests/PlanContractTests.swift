import Enforcement
import Foundation
import GRDB
import GeoFiles
import LandGeometry
import Testing

@testable import LedgerSQLite

extension Samples {
    /// An act that puts `text` in force, as Casework would make it.
    func activate(_ text: String, at version: Int, key: String? = nil, withText: Bool = true) -> Act {
        let bytes = Array(text.utf8)
        let name = Hexadecimal.text(digest.hash(bytes))
        let activation = PlanActivation(
            plan: "zhoucun-2019", planVersion: String(name.prefix(12)), title: "工作方案", digest: name, byteCount: bytes.count,
            fileName: "zhoucun-2019.yaml", reason: version == 0 ? nil : "修订")
        return Act(
            key: IdempotencyKey(key ?? "plan \(version) \(name)"), actor: officer, happened: Instant(milliseconds: 1_556_600_000_000),
            changes: [StreamChange(.plan, expectedVersion: version, events: [.planActivated(activation)])],
            material: Material(plans: withText ? [name: bytes] : [:]))
    }

    func planDigest(of text: String) -> String { Hexadecimal.text(digest.hash(Array(text.utf8))) }
}

@Suite("Every ledger keeps the plan in force, and every text that ever was")
struct PlanContractTests {
    @Test(
        "The text comes back to the letter; the latest activation is in force; earlier ones stay in the history",
        arguments: StoreKind.allCases)
    func texts(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        #expect(try await store.planInForce() == nil)
        _ = try await store.append(s.activate("\u{FEFF}plan: a\r\n", at: 0))
        _ = try await store.append(s.activate("plan: b\n", at: 1))
        #expect(try await store.planInForce()?.activation.digest == s.planDigest(of: "plan: b\n"))
        #expect(try await store.planInForce()?.version == 2)
        #expect(try await store.planText(s.planDigest(of: "\u{FEFF}plan: a\r\n")) == Array("\u{FEFF}plan: a\r\n".utf8))
        #expect(try await store.history(of: .plan).compactMap { PlanState(after: $0)?.activatedBy } == [s.officer, s.officer])
        #expect(try await store.verify { _ in }.broken == [])
        #expect(try await store.compareStateWithLog() == [])
    }

    @Test("Of two officers only one puts his version in force; a repeated order gets its first answer", arguments: StoreKind.allCases)
    func once(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        _ = try await store.append(s.activate("plan: a", at: 0))
        let first = try await store.append(s.activate("plan: b", at: 1, key: "mine"))
        await #expect(throws: LedgerError.versionMustBeCurrent(stream: .plan, expected: 1, actual: 2)) {
            try await store.append(s.activate("plan: c", at: 1))
        }
        let again = try await store.append(s.activate("plan: b", at: 1, key: "mine"))
        #expect(again.repeated && again.first == first.first)
    }

    @Test("A text that is not what its digest says, or that nobody has sent, puts nothing in force", arguments: StoreKind.allCases)
    func honest(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        var false1 = s.activate("plan: a", at: 0)
        false1.material.plans = [s.planDigest(of: "plan: a"): Array("plan: z".utf8)]
        await #expect(throws: LedgerError.digestMustMatchMaterial("plan \(s.planDigest(of: "plan: a").prefix(12))")) {
            try await store.append(false1)
        }
        await #expect(throws: LedgerError.planTextMustExist(s.planDigest(of: "plan: a"))) {
            try await store.append(s.activate("plan: a", at: 0, withText: false))
        }
        var stray = s.activate("plan: a", at: 0)
        stray.material.plans[s.planDigest(of: "plan: stray")] = Array("plan: stray".utf8)
        await #expect(throws: LedgerError.materialMustComeWithItsEvent(.plan)) { try await store.append(stray) }
        #expect(try await store.head().size == 0)

        _ = try await store.append(s.activate("plan: a", at: 0))
        _ = try await store.append(s.activate("plan: b", at: 1))
        // a text on file need not be sent again
        _ = try await store.append(s.activate("plan: a", at: 2, withText: false))
        #expect(try await store.planInForce()?.activation.digest == s.planDigest(of: "plan: a"))
    }

    @Test("What was judged under a plan is not recorded once another is in force", arguments: StoreKind.allCases)
    func leaning(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        try await store.fill(1)
        _ = try await store.append(s.activate("plan: a", at: 0))
        let judged = s.entry("E-1", at: 1, [.verdictProposed(s.proposal(.doubtful))])
        _ = try await store.append(s.activate("plan: b", at: 1))
        await #expect(throws: LedgerError.versionMustBeCurrent(stream: .plan, expected: 1, actual: 2)) {
            try await store.append(s.act("late", [StreamChange(.plan, expectedVersion: 1, events: []), judged]))
        }
        #expect(try await store.entry(EntryNumber("E-1"))?.version == 1)
        _ = try await store.append(s.act("new", [StreamChange(.plan, expectedVersion: 2, events: []), judged]))
        #expect(try await store.entry(EntryNumber("E-1"))?.version == 2)
        #expect(try await store.planInForce()?.version == 2)
    }

    @Test("An event about the plan fits no other stream, and no other event fits the plan's", arguments: StoreKind.allCases)
    func ownStream(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        var act = s.activate("plan: a", at: 0)
        act.changes[0].stream = .entry(EntryNumber("E-1"))
        await #expect(throws: LedgerError.eventMustFitStream(.entry(EntryNumber("E-1")), event: "planActivated")) {
            try await store.append(act)
        }
        await #expect(throws: LedgerError.eventMustFitStream(.plan, event: "verdictSigned")) {
            try await store.append(s.act("x", [StreamChange(.plan, expectedVersion: 0, events: [s.signed(.legal)])]))
        }
    }
}

@Suite("The GeoPackage store guards the plan's texts")
struct PlanStoreTests {
    private func raw(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    @Test(
        "A text is not changed, deleted or replaced; one changed behind the program's back is found by verify",
        arguments: ["UPDATE plan_text SET body = 'x'", "DELETE FROM plan_text", "REPLACE INTO plan_text SELECT * FROM plan_text"])
    func appendOnly(sql: String) async throws {
        let path = try TemporaryFolder().path("store.gpkg")
        let store = try GeoPackageLedger(path: path, clock: TestClock().clock)
        _ = try await store.append(store.samples.activate("plan: a", at: 0))
        #expect(throws: DatabaseError.self) { try raw(path, sql) }
        try raw(path, "DROP TRIGGER plan_text_is_not_changed; UPDATE plan_text SET body = 'plan: b'")
        let name = store.samples.planDigest(of: "plan: a").prefix(12)
        #expect(try await store.verify { _ in }.broken == ["plan \(name)"])
    }

    @Test("A state that says another plan than the log is found, and set right by a rebuild")
    func rebuilt() async throws {
        let path = try TemporaryFolder().path("store.gpkg")
        let store = try GeoPackageLedger(path: path, clock: TestClock().clock)
        _ = try await store.append(store.samples.activate("plan: a", at: 0))
        try raw(path, "DROP TRIGGER plan_is_ours_update; UPDATE plan SET plan_version = 'x'")
        #expect(try await store.compareStateWithLog() == [.plan])
        try await store.rebuildState()
        #expect(try await store.compareStateWithLog() == [])
    }

    @Test("A store made before plans stood in the log opens, keeps its history, and takes a plan")
    func older() async throws {
        let path = try TemporaryFolder().path("store.gpkg")
        do {
            let pool = try DatabasePool(path: path, configuration: StoreFile.configuration)
            try await pool.writeWithoutTransaction { try $0.execute(sql: StoreFile.writerSettings) }
            try Schema.migrator.migrate(pool, upTo: "0002 entries by cell")
            try pool.close()
        }
        let refused = try await DatabaseQueue(path: path).read { db in
            try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'event'")
        }
        #expect(refused?.contains("'plan'") == false)

        let store = try GeoPackageLedger(path: path, clock: TestClock().clock)
        try await store.fill(3)
        _ = try await store.append(store.samples.activate("plan: a", at: 0))
        #expect(try await store.verify { _ in }.broken == [])
        let again = try GeoPackageLedger(path: path, clock: TestClock().clock, quickCheck: true)
        #expect(try await again.planInForce()?.version == 1)
        #expect(try await again.head().size == store.head().size)
    }
}
