import Enforcement
import GRDB

/// One act inside its transaction (入账): all of it is written, or the transaction is rolled back.
struct ActWriter {
    var db: Database
    var prepared: PreparedAct
    var digest: LogDigest
    var clock: Clock
    var shelf: ReasoningShelf

    func run() throws -> Receipt {
        if let earlier = try earlierReceipt() { return earlier }
        let head = try LogReader(db: db).lastRow()
        let states = StateReader(db: db, reasonings: shelf.reasonings(in: db))
        let patches = PatchIndex(db)
        var fold = ActFold(prepared, head: head?.sequence ?? 0, lastRecorded: head?.recorded, now: clock.now())
        try fold.run(state: states.state)
        try BatchWriter(db: db).write(fold)
        try MaterialWriter(db: db, prepared: prepared, index: patches).write()
        try fold.checkPatches(patch: patches.patchOnFile, state: states.state)
        try PlanWriter(db: db).write(fold, prepared.act.material)
        try LogWriter(db: db, digest: digest).write(fold, prepared, after: head?.chain ?? LogLeaf.beginning)
        try EntryWriter(db: db, patches: patches).write(fold)
        try ContentsWriter(db: db).note(fold, prepared.act.material)
        return fold.receipt
    }

    /// The first answer, when the same act was carried out before.
    private func earlierReceipt() throws -> Receipt? {
        let key = prepared.act.key
        let statement = try db.cachedStatement(sql: "SELECT content, first, last, recorded FROM act WHERE idempotency_key = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key.text]) else { return nil }
        guard row.bytes(0) == prepared.content else { throw LedgerError.keyMustNotBeReused(key) }
        return Receipt(
            first: row.integer(1), last: row.integer(2), recorded: Instant(milliseconds: Int64(row.integer(3))), repeated: true)
    }
}

/// The states of streams as the tables have them (现状读取).
struct StateReader {
    var db: Database
    var reasonings: Reasonings

    func state(of stream: Stream) throws -> StreamState? {
        switch stream.kind {
        case .entry:
            try text("entry", "number", stream).map { .entry(try LedgerJSON.value(EntryState.self, from: $0, reasonings: reasonings)) }
        case .batch: try text("batch", "id", stream).map { .batch(try LedgerJSON.value(BatchState.self, from: $0)) }
        case .plan: try text("plan", "id", stream).map { .plan(try LedgerJSON.value(PlanState.self, from: $0)) }
        case .layer: try text("layer_version", "id", stream).map { .layer(try LedgerJSON.value(LayerVersion.self, from: $0)) }
        }
    }

    private func text(_ table: String, _ column: String, _ stream: Stream) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT state FROM \(table) WHERE \(column) = ?")
        return try String.fetchOne(statement, arguments: [stream.id])
    }
}
