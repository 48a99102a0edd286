import Enforcement
import GRDB

extension GeoPackageLedger {
    public func batch(_ id: BatchID) async throws -> BatchState? {
        try await pool.read { db in
            let statement = try db.cachedStatement(sql: "SELECT state FROM batch WHERE id = ?")
            return try String.fetchOne(statement, arguments: [id.text]).map { try LedgerJSON.value(BatchState.self, from: $0) }
        }
    }

    public func batches() async throws -> [BatchState] {
        try await pool.read { db in
            try String.fetchAll(db, sql: "SELECT state FROM batch ORDER BY fid DESC").map {
                try LedgerJSON.value(BatchState.self, from: $0)
            }
        }
    }

    public func patches(of batch: BatchID) async throws -> [Patch] {
        try await pool.read { try MaterialReader(db: $0).patches(of: batch) }
    }

    public func patch(_ id: PatchID) async throws -> Patch? {
        try await pool.read { try MaterialReader(db: $0).patch(id) }
    }

    public func patches(_ ids: [PatchID]) async throws -> [Patch] {
        try await pool.read { db in
            let reader = MaterialReader(db: db)
            return try ids.compactMap { try reader.patch($0) }
        }
    }

    public func remarks(of batch: BatchID, offset: Int, limit: Int) async throws -> [Remark] {
        try await pool.read { try MaterialReader(db: $0).remarks(of: batch, offset: offset, limit: limit) }
    }

    public func remarks(of batch: BatchID, row: Int) async throws -> [Remark] {
        try await pool.read { try MaterialReader(db: $0).remarks(of: batch, row: row) }
    }

    public func remarkCounts(of batch: BatchID) async throws -> [RemarkCount] {
        try await pool.read { try MaterialReader(db: $0).remarkCounts(of: batch) }
    }

    public func mapping(for signature: String) async throws -> FieldMapping? {
        try await pool.read { db in
            try String.fetchOne(db, sql: "SELECT mapping FROM mapping WHERE signature = ?", arguments: [signature]).map {
                try LedgerJSON.value(FieldMapping.self, from: $0)
            }
        }
    }

    public func remember(_ mapping: FieldMapping, for signature: String, by officer: OfficerID) async throws {
        try await pool.write { [clock] db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO mapping (signature, mapping, by_officer, at) VALUES (?, ?, ?, ?)",
                arguments: [signature, try LedgerJSON.text(of: mapping), officer.text, clock.now().milliseconds])
        }
    }
}
