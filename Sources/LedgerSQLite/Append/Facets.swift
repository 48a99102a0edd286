import Enforcement
import GRDB
import LandGeometry

/// The kind of entry that counts are asked for by (分面): one row of `entry_total`.
struct Facet: Hashable {
    var stage: String
    var verdict: String
    var unit: String
    var category: String
    var flags: String

    init(_ state: EntryState) {
        stage = state.stage.rawValue
        verdict = state.verdict?.rawValue ?? ""
        unit = state.place.unit?.text ?? ""
        category = state.category
        flags = EntryRow.flags(state.flags)
    }
}

/// Keeps the counts per facet during one act (分面统计): summed in memory, written once at the end.
final class Facets {
    private let db: Database
    private var ids: [Facet: Int64] = [:]
    private var changes: [Int64: (entries: Int, area: Int)] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// The key of a facet; a new one gets its row.
    func id(of facet: Facet) throws -> Int64 {
        if let known = ids[facet] { return known }
        let values: StatementArguments = [facet.stage, facet.verdict, facet.unit, facet.category, facet.flags]
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM entry_total WHERE (stage, verdict, unit, category, flags) = (?, ?, ?, ?, ?)"),
            arguments: values)
        if let found {
            ids[facet] = found
            return found
        }
        try db.execute(
            sql: "INSERT INTO entry_total (stage, verdict, unit, category, flags, entries, area_dm2) VALUES (?, ?, ?, ?, ?, 0, 0)",
            arguments: values)
        ids[facet] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    func add(_ state: EntryState) throws { try count(state, 1) }

    func remove(_ state: EntryState) throws { try count(state, -1) }

    func write() throws {
        let statement = try BulkStatement(db, "UPDATE entry_total SET entries = entries + ?, area_dm2 = area_dm2 + ? WHERE id = ?")
        for (id, change) in changes where change != (0, 0) { try statement.add(change.entries).add(change.area).add(id).run() }
        changes = [:]
    }

    private func count(_ state: EntryState, _ sign: Int) throws {
        let id = try id(of: Facet(state))
        changes[id, default: (0, 0)].entries += sign
        changes[id, default: (0, 0)].area += sign * state.area.hundredths
    }
}
