import Enforcement
import GRDB

/// Writes the states of the entries an act touches (写台账).
struct EntryWriter {
    var db: Database

    func write(_ fold: ActFold) throws {
        for event in fold.events where event.version == 1 {
            if case .entry(let state)? = fold.after[event.stream] { try insert(state, fid: event.sequence) }
        }
        for stream in fold.touched where fold.before[stream] != nil {
            if case .entry(let state)? = fold.after[stream] { try update(state) }
        }
        for event in fold.events { try writeLineage(event) }
    }

    /// The ground is the patch's, copied inside the database.
    func insert(_ state: EntryState, fid: Int) throws {
        let row = try EntryRow(state)
        let statement = try db.cachedStatement(sql: EntryWriter.insertion)
        let leading: [DatabaseValue] = [fid.databaseValue, state.number.text.databaseValue]
        try statement.execute(arguments: StatementArguments(leading + row.values + [state.patch.text.databaseValue]))
        guard db.changesCount == 1 else { throw LedgerError.patchMustExist(state.patch) }
    }

    private func update(_ state: EntryState) throws {
        let row = try EntryRow(state)
        let statement = try db.cachedStatement(sql: EntryWriter.change)
        try statement.execute(arguments: StatementArguments(row.values + [state.number.text.databaseValue]))
    }

    /// Which patches an entry stands on, for the batch's page and for source numbers.
    func writeLineage(_ event: RecordedEvent) throws {
        let line: (patch: PatchID, relation: String, number: String?)
        switch event.event {
        case .registered(let it): line = (it.patch, "registered", it.sourceNumber)
        case .attached(let it): line = (it.patch, "attached", it.sourceNumber)
        default: return
        }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO entry_patch (entry, patch, batch, relation, source_number)
                SELECT (SELECT fid FROM entry WHERE number = ?), fid, batch, ?, ? FROM patch WHERE id = ?
                """)
        try statement.execute(arguments: [event.stream.id, line.relation, line.number, line.patch.text])
    }

    private static let insertion = """
        INSERT INTO entry (fid, number, \(EntryRow.columns.joined(separator: ", ")), patch, geom)
        SELECT ?, ?, \(EntryRow.columns.map { _ in "?" }.joined(separator: ", ")), fid, geom FROM patch WHERE id = ?
        """

    private static let change = """
        UPDATE entry SET \(EntryRow.columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?
        """
}
