import Enforcement
import GRDB

/// Reads plan texts and the plan in force (读方案).
struct PlanReader {
    var db: Database

    func isOnFile(_ digest: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM plan_text WHERE digest = ?")
        return try Int.fetchOne(statement, arguments: [digest]) != nil
    }

    func text(_ digest: String) throws -> [UInt8]? {
        try Row.fetchOne(db, sql: "SELECT body FROM plan_text WHERE digest = ?", arguments: [digest])?.bytes(0)
    }

    /// Every text with the digest it is kept under.
    func texts() throws -> [(digest: String, text: [UInt8])] {
        try Row.fetchAll(db, sql: "SELECT digest, body FROM plan_text ORDER BY id").map { ($0.text(0), $0.bytes(1)) }
    }

    /// Whether the columns that other programs read say what the state says.
    func columnsAgree(with state: PlanState) throws -> Bool {
        let row = try Row.fetchOne(
            db, sql: "SELECT CAST(version AS TEXT), plan, plan_version, digest FROM plan WHERE id = ?",
            arguments: [Enforcement.Stream.plan.id])
        let told = [String(state.version), state.activation.plan, state.activation.planVersion, state.activation.digest]
        return row.map { row in told.indices.map { row.text($0) } } == told
    }
}

extension GeoPackageLedger {
    public func planInForce() async throws -> PlanState? {
        try await pool.read { db in
            let statement = try db.cachedStatement(sql: "SELECT state FROM plan WHERE id = ?")
            return try String.fetchOne(statement, arguments: [Enforcement.Stream.plan.id]).map {
                try LedgerJSON.value(PlanState.self, from: $0)
            }
        }
    }

    public func planText(_ digest: String) async throws -> [UInt8]? {
        try await pool.read { try PlanReader(db: $0).text(digest) }
    }
}
