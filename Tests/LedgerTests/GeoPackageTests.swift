import Enforcement
import Foundation
import GRDB
import GeoFiles
import LandGeometry
import LedgerSQLite
import Testing

@Suite("The GeoPackage store keeps its promises")
struct GeoPackageTests {
    let clock = TestClock()
    let path: String
    let store: GeoPackageLedger

    init() throws {
        path = try TemporaryFolder().path("store.gpkg")
        store = try GeoPackageLedger(path: path, clock: clock.clock)
    }

    /// Another connection to the same file, as a careless or malicious hand would have it.
    func raw(_ sql: String, arguments: StatementArguments = []) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            for name in ["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"] {
                db.add(function: DatabaseFunction(name, argumentCount: 1) { _ in 0 })
            }
        }
        try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql, arguments: arguments) }
    }

    private func text(_ sql: String) throws -> String {
        try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: sql) ?? "" }
    }

    private func row(_ sql: String) throws -> Row? {
        try DatabaseQueue(path: path).read { try Row.fetchOne($0, sql: sql) }
    }

    private func dropTriggers(of table: String, like pattern: String = "%") throws {
        let names = try DatabaseQueue(path: path).read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name LIKE ?",
                arguments: [table, pattern])
        }
        for name in names { try raw("DROP TRIGGER \"\(name)\"") }
    }

    @Test(
        "Nobody changes or deletes what was written, not even by replacing it",
        arguments: [
            "UPDATE event SET body = '{}' WHERE sequence = 1", "DELETE FROM event WHERE sequence = 1",
            "REPLACE INTO event SELECT * FROM event WHERE sequence = 1",
            "REPLACE INTO event SELECT 99, stream_kind, stream_id, version, name, body, actor, happened, recorded, act, salt, leaf, chain FROM event",
            "UPDATE act SET actor = 'x'", "DELETE FROM act", "REPLACE INTO act SELECT * FROM act",
            "UPDATE patch SET area_m2 = 1", "DELETE FROM patch", "REPLACE INTO patch SELECT * FROM patch",
            "UPDATE remark SET found = 'x'", "DELETE FROM remark", "REPLACE INTO remark SELECT * FROM remark",
            "UPDATE layer_feature SET code = 'x'", "DELETE FROM layer_feature", "REPLACE INTO layer_feature SELECT * FROM layer_feature",
            "UPDATE layer_version SET title = 'x'", "DELETE FROM layer_version", "REPLACE INTO layer_version SELECT * FROM layer_version",
            "UPDATE setting SET value = 'SHA-256' WHERE name = 'digest'",
        ])
    func appendOnly(sql: String) async throws {
        try await store.fill(2)
        _ = try await store.append(store.samples.adopt("survey", "2019", store.samples.features(3)))
        #expect(throws: DatabaseError.self) { try raw(sql) }
        #expect(try await store.verify { _ in }.broken == [])
    }

    @Test(
        "A hand that edits the ledger in another program is refused",
        arguments: [
            "UPDATE entry SET stage = 'closed'", "DELETE FROM entry", "UPDATE batch SET stage = 'withdrawn'", "DELETE FROM entry_patch",
        ])
    func onlyOurs(sql: String) async throws {
        try await store.fill(2)
        let error = #expect(throws: DatabaseError.self) { try raw(sql) }
        #expect(error?.message?.contains("only_landledger_writes_this") == true)
    }

    @Test("The log takes no event out of order, and no time that steps back")
    func gapless() async throws {
        try await store.fill(1)
        let columns = "stream_kind, stream_id, version, name, body, actor, happened, recorded, act, salt, leaf, chain"
        let select = "name, body, actor, happened, recorded, act, salt, leaf, chain FROM event WHERE sequence = 1"
        #expect(throws: DatabaseError.self) { try raw("INSERT INTO event (sequence, \(columns)) SELECT 9, 'batch', 'Z', 1, \(select)") }
        #expect(throws: DatabaseError.self) { try raw("INSERT INTO event (sequence, \(columns)) SELECT 4, 'batch', 'Z', 2, \(select)") }
        #expect(throws: DatabaseError.self) { try raw("INSERT INTO event (sequence, \(columns)) SELECT 4, 'batch', 'Z', 1, \(select)") }
    }

    @Test(
        "Verification names the row that somebody changed",
        arguments: [
            ("event", "UPDATE event SET body = replace(body, 'town-1', 'town-2') WHERE sequence = 2", ["event 2"]),
            ("event", "UPDATE event SET recorded = recorded + 1 WHERE sequence = 3", ["event 3"]),
            ("event", "UPDATE event SET actor = 'somebody' WHERE sequence = 1", ["event 1"]),
            ("event", "UPDATE event SET chain = randomblob(32) WHERE sequence = 2", ["event 2", "event 3"]),
            ("event", "DELETE FROM event WHERE sequence = 2", ["event 2", "event 3"]),
            ("act", "UPDATE act SET idempotency_key = 'other' WHERE id = 1", ["event 1"]),
            ("patch", "UPDATE patch SET place = '李庄' WHERE fid = 1", ["patch A/1", "batch A"]),
            (
                "patch", "UPDATE patch SET geom = CAST(substr(geom, 1, length(geom) - 1) || x'41' AS BLOB) WHERE fid = 1",
                ["patch A/1", "batch A"]
            ),
            ("patch", "UPDATE patch SET area_m2 = area_m2 + 0.01, digest = randomblob(32) WHERE fid = 2", ["patch A/2", "batch A"]),
            ("patch", "DELETE FROM patch WHERE fid = 2", ["batch A", "patch A/2"]),
            ("patch", "UPDATE patch SET attributes = 'no json' WHERE fid = 2", ["patch A/2", "batch A"]),
            ("remark", "DELETE FROM remark", ["batch A"]),
            ("layer_feature", "UPDATE layer_feature SET code = '0301' WHERE number = 2", ["feature survey@2019/2", "layer survey@2019"]),
            (
                "layer_feature",
                "UPDATE layer_feature SET geom = CAST(substr(geom, 1, length(geom) - 1) || x'41' AS BLOB) WHERE number = 3",
                ["feature survey@2019/3", "layer survey@2019"]
            ),
            ("layer_feature", "DELETE FROM layer_feature WHERE number = 3", ["layer survey@2019"]),
        ])
    func tampered(table: String, sql: String, broken: [String]) async throws {
        let patches = [store.samples.patch("A", 1), store.samples.patch("A", 2)]
        _ = try await store.append(store.samples.receive("A", patches, remarks: [store.samples.remark(1)]))
        _ = try await store.append(
            store.samples.act("r", zip(1..., patches).map { store.samples.entry("E-\($0)", at: 0, [store.samples.registered($1)]) }))
        _ = try await store.append(store.samples.adopt("survey", "2019", store.samples.features(3)))
        #expect(try await store.verify { _ in }.broken == [])
        try dropTriggers(of: table)
        try raw(sql)
        #expect(try await store.verify { _ in }.broken == broken)
    }

    @Test("Every flipped bit of an event's body is found")
    func flippedBits() async throws {
        try await store.fill(1)
        try dropTriggers(of: "event")
        let body = try text("SELECT body FROM event WHERE sequence = 2")
        let bytes = Array(body.utf8)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var flipped = bytes
            flipped[place] ^= 1 << UInt8(place % 7)
            try raw("UPDATE event SET body = CAST(? AS TEXT) WHERE sequence = 2", arguments: [Data(flipped)])
            #expect(try await store.verify { _ in }.broken == ["event 2"], "byte \(place)")
        }
        try raw("UPDATE event SET body = ? WHERE sequence = 2", arguments: [body])
        #expect(try await store.verify { _ in }.broken == [])
    }

    @Test("A ledger state edited beside the log is found, and built anew from the log")
    func rebuild() async throws {
        try await store.fill(4)
        let s = store.samples
        _ = try await store.append(
            s.act(
                "judge",
                [s.entry("E-2", at: 1, [.verdictProposed(s.proposal(.illegal, flags: ["serious"])), s.signed(.illegal, seenAt: 2)])]))
        let page = try await store.entries(EntryQuery(), offset: 0, limit: 10)
        let counts = try await store.counts(EntryQuery(), by: .stage)
        #expect(try await store.compareStateWithLog() == [])
        for table in ["entry", "batch"] { try dropTriggers(of: table, like: "%_is_ours_%") }
        try raw("UPDATE entry SET verdict = 'legal' WHERE number = 'E-2'")
        try raw("UPDATE entry SET state = replace(state, '张庄', '李庄') WHERE number = 'E-3'")
        try raw("DELETE FROM entry WHERE number = 'E-4'")
        try raw("UPDATE batch SET state = replace(state, '\"created\":4', '\"created\":3')")
        #expect(try await store.compareStateWithLog().map(\.description) == ["batch A", "entry E-2", "entry E-3", "entry E-4"])
        try await store.rebuildState()
        #expect(try await store.compareStateWithLog() == [])
        #expect(try await store.entries(EntryQuery(), offset: 0, limit: 10) == page)
        #expect(try await store.counts(EntryQuery(), by: .stage) == counts)
        #expect(try await store.entries(withSourceNumber: "JC3") == ["E-3"])
    }

    @Test("The columns officers read say what the state says")
    func columns() async throws {
        try await store.fill(1)
        let s = store.samples
        _ = try await store.append(
            s.act("judge", [s.entry("E-1", at: 1, [.verdictProposed(s.proposal(.illegal)), s.signed(.illegal, seenAt: 2)])]))
        let row = try row(
            """
            SELECT number, stage, verdict, signed, category, kind, unit, area_m2, area_mu, division, place, source_number, seen,
                registered_on, signed_by, rule, patches FROM entry
            """)
        let expected: [(any DatabaseValueConvertible)?] = [
            "E-1", "judged", "illegal", 1, "耕地", nil, "town-1", Area(mu: 12.5).squareMetres, 12.5, "370306", "张庄村东 1", "JC1", "2019-04-20",
            "2019-05-01", "enforcement-1", "占用永久基本农田", 1,
        ]
        #expect(row.map { Array($0.databaseValues) } == expected.map { $0?.databaseValue ?? .null })
    }
}
