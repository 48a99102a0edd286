import Enforcement
import GRDB

/// Writes the states of the entries an act touches (写台账).
struct EntryWriter {
    private let db: Database
    private let patches: PatchIndex
    private let facets: Facets
    private let insertion: BulkStatement
    private let change: BulkStatement
    private let ground: BulkStatement
    private let lineage: BulkStatement

    init(db: Database, patches: PatchIndex) throws {
        self.db = db
        self.patches = patches
        facets = Facets(db)
        insertion = try BulkStatement(
            db,
            """
            INSERT INTO entry (fid, number, facet, \(EntryRow.columns.joined(separator: ", ")), patch, geom)
            SELECT ?, ?, ?, \(EntryRow.columns.map { _ in "?" }.joined(separator: ", ")), fid, geom FROM patch WHERE fid = ?
            """)
        change = try BulkStatement(
            db, "UPDATE entry SET facet = ?, \(EntryRow.columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?")
        ground = try BulkStatement(
            db, "UPDATE entry SET (patch, geom) = (SELECT fid, geom FROM patch WHERE fid = ?) WHERE number = ?")
        lineage = try BulkStatement(
            db,
            """
            INSERT INTO entry_patch (entry, patch, batch, relation, source_number)
            SELECT ?, fid, batch, ?, ? FROM patch WHERE fid = ?
            """)
    }

    func write(_ fold: ActFold) throws {
        var begun: [Stream: Int] = [:]
        for event in fold.events where event.version == 1 {
            guard case .entry(let state)? = fold.after[event.stream] else { continue }
            try insert(state, fid: event.sequence)
            begun[event.stream] = event.sequence
        }
        for stream in fold.touched {
            guard case .entry(let before)? = fold.before[stream], case .entry(let state)? = fold.after[stream] else { continue }
            try update(state, from: before)
        }
        for event in fold.events { try writeLineage(event, entry: begun[event.stream]) }
        try finish()
    }

    /// The ground is the patch's, copied inside the database.
    func insert(_ state: EntryState, fid: Int) throws {
        insertion.add(fid).add(state.number.text).add(try facets.id(of: Facet(state)))
        for value in try EntryRow(state).values { insertion.add(value) }
        let changed = try insertion.add(try patches.fid(of: state.patch)).run()
        guard changed == 1 else { throw LedgerError.patchMustExist(state.patch) }
        try facets.add(state, at: try patches.cell(of: state.patch))
    }

    private func update(_ state: EntryState, from before: EntryState) throws {
        change.add(try facets.id(of: Facet(state)))
        for value in try EntryRow(state).values { change.add(value) }
        try change.add(state.number.text).run()
        try facets.remove(before, at: try patches.cell(of: before.patch))
        try facets.add(state, at: try patches.cell(of: state.patch))
        if state.patch != before.patch { try ground.add(try patches.fid(of: state.patch)).add(state.number.text).run() }
    }

    /// Which patches an entry stands on, for the batch's page and for source numbers.
    /// - Parameter entry: key of the entry, where the caller has it.
    func writeLineage(_ event: RecordedEvent, entry: Int?) throws {
        let line: (patch: PatchID, relation: String, number: String?)
        switch event.event {
        case .registered(let it): line = (it.patch, "registered", it.sourceNumber)
        case .attached(let it): line = (it.patch, "attached", it.sourceNumber)
        default: return
        }
        let owner = try entry.map { Int64($0) } ?? fid(of: event.stream)
        try lineage.add(owner).add(line.relation).add(line.number).add(try patches.fid(of: line.patch)).run()
    }

    /// Writes what was only counted so far.
    func finish() throws { try facets.write() }

    private func fid(of stream: Stream) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT fid FROM entry WHERE number = ?"), arguments: [stream.id])
    }
}
