import Enforcement
import GRDB
import LandGeometry

/// Reads how many entries lie where (读条目格网计数).
struct CellReader {
    var db: Database

    func counts(_ query: EntryQuery, in cell: MercatorCell, level: Int) throws -> [EntryCellCount] {
        guard let kept = EntryCellTables.levels.first(where: { $0 >= level && $0 >= cell.level }) else { return [] }
        let keys = cell.keys(at: kept)
        var conditions = EntryFilter(query).facets
        conditions.add("level = \(kept) AND cell >= ? AND cell < ?", [keys.lowerBound.databaseValue, keys.upperBound.databaseValue])
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT cell >> \(2 * (kept - level)), stage, verdict, sum(c.entries)
                    FROM entry_cell c JOIN entry_total t ON t.id = c.facet\(conditions.clause)
                    GROUP BY 1, 2, 3 HAVING sum(c.entries) > 0 ORDER BY 1, 2, 3
                    """),
            arguments: StatementArguments(conditions.values))
        var counts: [EntryCellCount] = []
        while let row = try rows.next() {
            counts.append(
                EntryCellCount(
                    cell: MercatorCell(level: level, key: row.value(0) ?? 0),
                    stage: EntryState.Stage(rawValue: row.text(1)) ?? .registered, verdict: Verdict(rawValue: row.text(2)),
                    count: row.integer(3)))
        }
        return counts
    }
}
