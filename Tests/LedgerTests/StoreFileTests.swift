import Enforcement
import Foundation
import GRDB
import GeoFiles
import LandGeometry
import LedgerSQLite
import Testing

@Suite("The store's file")
struct StoreFileTests {
    let folder: TemporaryFolder
    var path: String { folder.path("store.gpkg") }
    let clock = TestClock().clock

    init() throws { folder = try TemporaryFolder() }

    @Test("What was acknowledged is there after the store is closed and opened again, under the digest chosen first")
    func reopened() async throws {
        let first = try GeoPackageLedger(path: path, digest: .sha256, clock: clock)
        try await first.fill(3)
        let (head, page) = (try await first.head(), try await first.entries(EntryQuery(), offset: 0, limit: 9))
        try first.close()
        let second = try GeoPackageLedger(path: path, digest: .sm3, clock: clock, quickCheck: true)
        #expect(head.algorithm == "SHA-256" && second.digest.name == "SHA-256")
        #expect(try await second.head() == head)
        #expect(try await second.entries(EntryQuery(), offset: 0, limit: 9) == page)
        #expect(try await second.verify { _ in }.broken == [])
    }

    @Test("A file that is something else is refused and left as it is", arguments: ["text", "sqlite", "geopackage"])
    func notOurs(what: String) async throws {
        switch what {
        case "text": try Data("编号,面积\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
        case "sqlite": try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
        default: try await DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA application_id = 0x47504B47; CREATE TABLE t (a)") }
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = #expect(throws: LedgerError.self) { _ = try GeoPackageLedger(path: path, clock: clock) }
        guard case .storeMustBeOurs(path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(
        "A store whose triggers were taken away or added to is not opened",
        arguments: [
            "DROP TRIGGER event_is_not_changed", "CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
            "CREATE VIEW more AS SELECT 1",
        ])
    func doctored(sql: String) async throws {
        let store = try GeoPackageLedger(path: path, clock: clock)
        try await store.fill(1)
        try store.close()
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        #expect(throws: LedgerError.self) { _ = try GeoPackageLedger(path: path, clock: clock) }
    }

    @Test("The quick check refuses a file with a damaged page")
    func damaged() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock)
        try await store.fill(200)
        try store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let size = try file.seekToEnd()
        for page in stride(from: UInt64(4096), to: size, by: 4096) {
            try file.seek(toOffset: page)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
        }
        try file.close()
        #expect(throws: (any Error).self) { _ = try GeoPackageLedger(path: path, clock: clock, quickCheck: true) }
    }

    @Test("A backup made while acts go on is a whole store of its own")
    func backup() async throws {
        let store = try GeoPackageLedger(path: path, clock: clock)
        try await store.fill(50)
        let s = store.samples
        let copy = folder.path("copy.gpkg")
        async let acts: Void = {
            for number in 1...50 {
                _ = try await store.append(s.act("sign \(number)", [s.entry("E-\(number)", at: 1, [s.signed(.legal)])]))
            }
        }()
        try await store.backup(to: copy)
        try await acts
        try await store.backup(to: copy)
        let other = try GeoPackageLedger(path: copy, clock: clock, quickCheck: true)
        #expect(try await other.head() == store.head())
        #expect(try await other.verify { _ in }.broken == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test("Two programs that have the same store open do not overwrite each other")
    func twoProcesses() async throws {
        let (a, b) = (try GeoPackageLedger(path: path, clock: clock), try GeoPackageLedger(path: path, clock: clock))
        try await a.fill(1)
        let s = a.samples
        _ = try await b.append(s.act("b", [s.entry("E-1", at: 1, [s.signed(.illegal)])]))
        await #expect(throws: LedgerError.versionMustBeCurrent(stream: .entry("E-1"), expected: 1, actual: 2)) {
            _ = try await a.append(s.act("a", [s.entry("E-1", at: 1, [s.signed(.legal)])]))
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                let id = BatchID("P\(number)")
                group.addTask { _ = try? await (number % 2 == 0 ? a : b).append(s.receive(id, [s.patch(id, 1)])) }
            }
        }
        #expect(try await a.batches().count == 21)
        #expect(try await b.verify { _ in }.broken == [])
    }
}
