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
    private var cells: [Square: Int] = [:]

    /// A square of one level with one facet.
    private struct Square: Hashable {
        var level: Int
        var cell: Int64
        var facet: Int64
    }

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

    /// - Parameter cell: the finest square its ground lies in.
    func add(_ state: EntryState, at cell: Int64?) throws { try count(state, cell, 1) }

    func remove(_ state: EntryState, at cell: Int64?) throws { try count(state, cell, -1) }

    func write() throws {
        let statement = try BulkStatement(db, "UPDATE entry_total SET entries = entries + ?, area_dm2 = area_dm2 + ? WHERE id = ?")
        for (id, change) in changes where change != (0, 0) { try statement.add(change.entries).add(change.area).add(id).run() }
        changes = [:]
        try writeCells()
    }

    private func writeCells() throws {
        let statement = try BulkStatement(
            db,
            """
            INSERT INTO entry_cell (level, cell, facet, entries) VALUES (?1, ?2, ?3, max(?4, 0))
            ON CONFLICT DO UPDATE SET entries = entries + ?4
            """)
        for (square, change) in cells where change != 0 {
            try statement.add(square.level).add(square.cell).add(square.facet).add(change).run()
        }
        cells = [:]
    }

    private func count(_ state: EntryState, _ cell: Int64?, _ sign: Int) throws {
        let id = try id(of: Facet(state))
        changes[id, default: (0, 0)].entries += sign
        changes[id, default: (0, 0)].area += sign * state.area.hundredths
        guard let cell else { return }
        for level in EntryCellTables.levels {
            cells[Square(level: level, cell: cell >> Int64(2 * (EntryCellTables.finest - level)), facet: id), default: 0] += sign
        }
    }
}
