import Enforcement
import GRDB

extension GeoPackageLedger {
    /// Compares every column that follows from the log, so that an edited cell is found even where the full state is right.
    public func compareStateWithLog() async throws -> [Stream] {
        try await pool.read { db in
            let reasonings = ReasoningShelf().reasonings(in: db)
            var folded = try GeoPackageLedger.fold(db, reasonings)
            var differing = try GeoPackageLedger.streamsMisfiled(db)
            let entries = try Row.fetchCursor(
                db, sql: "SELECT number, \(EntryRow.columns.joined(separator: ", ")) FROM entry ORDER BY number")
            while let row = try entries.next() {
                let stream = Stream(kind: .entry, id: row.text(0))
                guard case .entry(let state)? = folded.removeValue(forKey: stream),
                    try EntryRow(state) == EntryRow(stored: row, from: 1)
                else {
                    differing.append(stream)
                    continue
                }
            }
            for (table, kind) in [("batch", Stream.Kind.batch), ("layer_version", .layer), ("plan", .plan)] {
                for id in try String.fetchAll(db, sql: "SELECT id FROM \(table)") {
                    let stream = Stream(kind: kind, id: id)
                    let kept = try? StateReader(db: db, reasonings: reasonings).state(of: stream)
                    let agrees = try GeoPackageLedger.columnsAgree(db, kept)
                    if kept == nil || folded.removeValue(forKey: stream) != kept || !agrees { differing.append(stream) }
                }
            }
            return Set(differing + folded.keys).sorted { $0.description < $1.description }
        }
    }

    /// Entries counted under another facet than theirs.
    private static func streamsMisfiled(_ db: Database) throws -> [Stream] {
        let sql = """
            SELECT e.number FROM entry e LEFT JOIN entry_total t ON t.id = e.facet
            WHERE (t.stage, t.verdict, t.unit, t.category, t.flags) IS NOT (e.stage, ifnull(e.verdict, ''), ifnull(e.unit, ''), e.category, e.flags)
            """
        return try String.fetchAll(db, sql: sql).map { Stream(kind: .entry, id: $0) }
    }

    /// Whether the columns that other programs read of a layer version say what its state says.
    private static func columnsAgree(_ db: Database, _ state: StreamState?) throws -> Bool {
        if case .plan(let plan)? = state { return try PlanReader(db: db).columnsAgree(with: plan) }
        guard case .layer(let version)? = state else { return true }
        let columns = [
            "layer", "title", "version", "valid_from", "valid_to", "approval", "source_file", "source_digest", "code_scheme",
            "feature_count",
        ].map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")
        let row = try Row.fetchOne(db, sql: "SELECT \(columns) FROM layer_version WHERE id = ?", arguments: [version.id.text])
        let told: [String?] = [
            version.layer.text, version.title, version.version, version.validFrom?.text, version.validTo?.text, version.approval,
            version.sourceFile, version.sourceDigest, version.codeScheme, String(version.featureCount),
        ]
        return row.map { row in told.indices.map { row[$0] as String? } } == told
    }

    /// Folds the log anew and writes the state tables from it (重建), in one transaction.
    public func rebuildState() async throws {
        try await pool.write { db in
            let reasonings = ReasoningShelf().reasonings(in: db)
            let folded = try GeoPackageLedger.fold(db, reasonings)
            try db.execute(sql: "DELETE FROM entry_patch; DELETE FROM entry; DELETE FROM entry_cell; DELETE FROM entry_total")
            let writer = try EntryWriter(db: db, patches: PatchIndex(db))
            try LogReader(db: db).forEach { row in
                let event = try row.event(reasonings)
                if event.version == 1, case .entry(let state)? = folded[event.stream] { try writer.insert(state, fid: event.sequence) }
                try writer.writeLineage(event, entry: nil)
            }
            try writer.finish()
            for state in folded.values {
                if case .batch(let batch) = state { try BatchWriter(db: db).update(batch) }
                if case .plan(let plan) = state { try PlanWriter(db: db).update(plan) }
            }
        }
    }

    private static func fold(_ db: Database, _ reasonings: Reasonings) throws -> [Stream: StreamState] {
        var folded: [Stream: StreamState] = [:]
        try LogReader(db: db).forEach { row in
            let event = try row.event(reasonings)
            folded[event.stream] = try StreamState.following(folded[event.stream], event)
        }
        return folded
    }
}
