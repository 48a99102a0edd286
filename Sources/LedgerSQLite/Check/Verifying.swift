import Enforcement
import GRDB

extension GeoPackageLedger {
    /// One consistent reading of the whole store; acts go on meanwhile.
    public func verify(progress: @escaping @Sendable (Int) -> Void) async throws -> VerificationReport {
        try await pool.read { [digest] db in
            // read anew, not from what pages have read before
            let reasonings = ReasoningShelf().reasonings(in: db)
            var check = LogCheck(digest: digest, reasonings: reasonings)
            for row in try Row.fetchAll(db, sql: "SELECT digest, body FROM reasoning ORDER BY id") {
                check.check(reasoning: row.text(0), body: row.bytes(1))
            }
            try LogReader(db: db).forEach { row in
                check.check(row)
                if row.sequence % 1000 == 0 { progress(row.sequence) }
            }
            progress(check.events)
            try GeoPackageLedger.checkBatches(db, &check)
            try GeoPackageLedger.checkLayers(db, digest, &check)
            for (digest, text) in try PlanReader(db: db).texts() { check.check(plan: digest, text: text) }
            return check.report(try LogReader(db: db).head(digest))
        }
    }

    private static func checkBatches(_ db: Database, _ check: inout LogCheck) throws {
        let tables = try String.fetchAll(db, sql: "SELECT id FROM batch ORDER BY fid").map { BatchID($0) }
        let reader = MaterialReader(db: db)
        for batch in tables + Set(check.batches.keys).subtracting(tables).sorted() {
            let (found, unreadable) = try reader.checkable(batch)
            check.check(batch, patches: found, remarks: try reader.remarks(of: batch, offset: 0, limit: .max), unreadable: unreadable)
        }
    }

    private static func checkLayers(_ db: Database, _ digest: LogDigest, _ check: inout LogCheck) throws {
        let tables = try String.fetchAll(db, sql: "SELECT id FROM layer_version ORDER BY fid").map { LayerVersionID($0) }
        for version in tables + Set(check.layers.keys).subtracting(tables).sorted() {
            check.check(version, features: try LayerReader(db: db).checkable(version, digest))
        }
    }
}
