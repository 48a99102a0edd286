import Enforcement
import Foundation
import GRDB
import GeoFiles
import LandGeometry
import Testing

@testable import LedgerSQLite

@Suite("A batch of thousands")
struct BulkTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("store.gpkg") }
    private let clock = TestClock()

    init() throws { folder = try TemporaryFolder() }

    /// One act that registers and judges every patch of batch `A`, as a registration does.
    private func judged(_ patches: [Patch], _ s: Samples) -> Act {
        let changes = zip(1..., patches).map { number, patch -> StreamChange in
            var proposal = s.proposal(number % 3 == 0 ? .illegal : .doubtful, flags: number % 5 == 0 ? ["serious"] : [])
            proposal.facts[0].area = Area(mu: Double(number))
            let unit = "town-\(number % 4)"
            return s.entry(
                "E-\(number)", at: 0,
                [s.registered(patch, unit: unit), .overlaid(Overlaid(findings: [], kernelVersion: "1")), .verdictProposed(proposal)])
        }
        let done = BatchRegistered(created: patches.count, attached: 0)
        return s.act("register A", changes + [StreamChange(.batch(BatchID("A")), expectedVersion: 1, events: [.batchRegistered(done)])])
    }

    @Test("State built anew from the log is the state that was kept; the shared reasonings are few and verified")
    func rebuilt() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock.clock)
        let s = store.samples
        let patches = (1...3000).map { s.patch("A", $0) }
        _ = try await store.append(s.receive("A", patches))
        _ = try await store.append(judged(patches, s))
        for number in stride(from: 1, through: 3000, by: 7) {
            _ = try await store.append(s.act("sign \(number)", [s.entry("E-\(number)", at: 3, [s.signed(.illegal, seenAt: 3)])]))
        }
        let queries = [
            EntryQuery(), EntryQuery(stages: [.judged], order: .area, descending: true),
            EntryQuery(units: [UnitID("town-1")], order: .unit),
            EntryQuery(flags: ["serious"], order: .changed),
        ]
        var before: [EntryPage] = []
        for query in queries { before.append(try await store.entries(query, offset: 40, limit: 50)) }
        let counts = try await store.counts(EntryQuery(), by: .unit)

        #expect(try await store.compareStateWithLog() == [])
        #expect(try await store.verify { _ in }.broken == [])
        try await store.rebuildState()
        #expect(try await store.compareStateWithLog() == [])
        for (query, page) in zip(queries, before) { #expect(try await store.entries(query, offset: 40, limit: 50) == page) }
        #expect(try await store.counts(EntryQuery(), by: .unit) == counts)
        let reasonings = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reasoning") ?? 0 }
        #expect(reasonings == 4)
        let entry = try #require(try await store.entry("E-7"))
        #expect(entry.proposal?.facts.first?.area == Area(mu: 7))
    }

    @Test("The last page is the end of the first order, whatever way it is walked")
    func pages() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock.clock)
        let s = store.samples
        let patches = (1...260).map { s.patch("A", $0) }
        _ = try await store.append(s.receive("A", patches))
        _ = try await store.append(judged(patches, s))
        for order in EntryQuery.Order.allCases {
            for descending in [false, true] {
                let query = EntryQuery(order: order, descending: descending)
                let all = try await store.entries(query, offset: 0, limit: 1000).entries.map(\.number)
                var paged: [EntryNumber] = []
                for offset in stride(from: 0, to: 300, by: 50) {
                    paged += try await store.entries(query, offset: offset, limit: 50).entries.map(\.number)
                }
                #expect(paged == all && Set(all).count == 260)
            }
        }
    }

    @Test("A reasoning that somebody changed is named, and nobody changes one unseen")
    func tampered() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock.clock)
        let s = store.samples
        let patches = (1...3).map { s.patch("A", $0) }
        _ = try await store.append(s.receive("A", patches))
        _ = try await store.append(judged(patches, s))
        let raw = try DatabaseQueue(path: path)
        for sql in ["UPDATE reasoning SET body = '{}'", "DELETE FROM reasoning", "REPLACE INTO reasoning SELECT * FROM reasoning"] {
            await #expect(throws: DatabaseError.self) { try await raw.write { try $0.execute(sql: sql) } }
        }
        let digest = try await raw.write { db in
            for verb in ["changed", "deleted", "replaced"] { try db.execute(sql: "DROP TRIGGER reasoning_is_not_\(verb)") }
            try db.execute(sql: "UPDATE reasoning SET body = replace(body, '未报即用', '未批先用') WHERE body LIKE '%未报即用%'")
            return try String.fetchOne(db, sql: "SELECT digest FROM reasoning WHERE body LIKE '%未批先用%'") ?? ""
        }
        #expect(try await store.verify { _ in }.broken == ["reasoning \(digest.prefix(12))"])
        try await raw.write { try $0.execute(sql: "DELETE FROM reasoning WHERE body LIKE '%未批先用%'") }
        #expect(try await store.verify { _ in }.broken == ["event 10"])
    }

    @Test("Geometry that came in just as it lies on the ground is kept once, and any geometry is given back byte for byte")
    func received() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock.clock)
        let s = store.samples
        let shape = s.square(117.9, 36.7)
        let whole = WKB.encode(shape)
        let given: [[UInt8]?] = [whole, Array(whole.dropFirst(9)), Array(whole.dropFirst(8)), [0x67, 0x65, 0x6F, 0x6D], [], nil]
        var patches = zip(1..., given).map { row, bytes in
            var patch = s.patch("A", row, shape: shape)
            patch.receivedGeometry = bytes
            return patch
        }
        let point = Position(longitude: 117.9, latitude: 36.7)
        patches.append(s.patch("A", 7, point: point))
        patches[6].receivedGeometry = WKB.encode(point)
        _ = try await store.append(s.receive("A", patches))
        #expect(try await store.patches(of: "A") == patches)
        #expect(try await store.verify { _ in }.broken == [])
        let kinds = try await store.pool.read { try String.fetchAll($0, sql: "SELECT typeof(received) FROM patch ORDER BY row_number") }
        #expect(kinds == ["text", "text", "blob", "blob", "blob", "null", "text"])
    }

    @Test("An entry that began at a point shows the ground a later patch gave it, on the map and in its row")
    func givenGround() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock.clock)
        let s = store.samples
        let alarm = s.patch("A", 1, point: Position(longitude: 117.9, latitude: 36.7), area: .zero)
        let shape = s.square(117.8995, 36.6995)
        let patch = s.patch("B", 1, shape: shape)
        _ = try await store.append(s.receive("A", [alarm]))
        _ = try await store.append(s.receive("B", [patch]))
        _ = try await store.append(s.act("1", [s.entry("E-1", at: 0, [s.registered(alarm)])]))
        guard case .attached(var attached) = s.attached(patch) else { return }
        attached.ground = GivenGround(area: patch.area, place: Place(words: "张庄"))
        _ = try await store.append(s.act("2", [s.entry("E-1", at: 1, [.attached(attached)])]))
        #expect(try await store.ground(of: "E-1")?.shape == shape)
        #expect(try await store.grounds(in: shape.box, EntryQuery(), limit: 9).map(\.shape) == [shape])
        #expect(try await store.compareStateWithLog() == [])
        let counted = try await store.counts(EntryQuery(), by: .stage)
        #expect(counted.map(\.area) == [patch.area.recorded], "\(counted)")
    }

    @Test(
        "A store that could lose an acknowledged act in a power cut does not open",
        arguments: [
            ("PRAGMA synchronous = NORMAL", LedgerError.storeMustBeDurable(setting: "synchronous", found: "1")),
            ("PRAGMA synchronous = OFF", .storeMustBeDurable(setting: "synchronous", found: "0")),
            ("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL", .storeMustBeDurable(setting: "journal_mode", found: "delete")),
            ("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL", .storeMustBeDurable(setting: "foreign_keys", found: "0")),
        ])
    func durable(settings: String, error: LedgerError) throws {
        #expect(throws: error) {
            _ = try GeoPackageLedger(path: path, digest: .sm3, clock: clock.clock, quickCheck: false, settings: settings)
        }
        #expect(throws: Never.self) { _ = try GeoPackageLedger(path: path, clock: clock.clock) }
    }

    @Test("A ledger of a former format is refused with its name, and left as it is")
    func formerFormat() async throws {
        try GeoPackageLedger(path: path, clock: clock.clock).close()
        try await DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: "DROP TRIGGER setting_is_not_changed; UPDATE setting SET value = 'landledger-store-1' WHERE name = 'format'")
        }
        #expect(throws: LedgerError.storeMustBeOurs(path: path, found: "landledger-store-1")) {
            _ = try GeoPackageLedger(path: path, clock: clock.clock)
        }
    }
}
