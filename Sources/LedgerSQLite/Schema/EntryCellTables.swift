/// Entries counted by squares of the map (条目格网计数), kept by triggers, so that a map of a million entries is read from few rows.
///
/// Three levels: what a tile shows is never added up from more than 1,024 squares.
enum EntryCellTables {
    static let levels = [9, 12, 15]
    static let finest = 15

    static let sql = [table, insert, delete, update, fill]

    private static let table = """
        CREATE TABLE entry_cell (
            level INTEGER NOT NULL, cell INTEGER NOT NULL,
            stage TEXT NOT NULL, verdict TEXT NOT NULL, unit TEXT NOT NULL, category TEXT NOT NULL, flags TEXT NOT NULL,
            entries INTEGER NOT NULL CHECK (entries >= 0),
            PRIMARY KEY (level, cell, stage, verdict, unit, category, flags)) WITHOUT ROWID;
        """

    private static let insert = "CREATE TRIGGER entry_cell_insert AFTER INSERT ON entry BEGIN \(add) END;"

    private static let delete = "CREATE TRIGGER entry_cell_delete AFTER DELETE ON entry BEGIN \(subtract) END;"

    private static let update = """
        CREATE TRIGGER entry_cell_update AFTER UPDATE OF stage, verdict, unit, category, flags, geom ON entry
        WHEN (OLD.stage, ifnull(OLD.verdict, ''), ifnull(OLD.unit, ''), OLD.category, OLD.flags, landledger_cell(OLD.geom))
            IS NOT (NEW.stage, ifnull(NEW.verdict, ''), ifnull(NEW.unit, ''), NEW.category, NEW.flags, landledger_cell(NEW.geom))
        BEGIN \(subtract) \(add) END;
        """

    private static let add = levels.map { level in
        """
        INSERT INTO entry_cell
        SELECT \(level), landledger_cell(NEW.geom) >> \(2 * (finest - level)),
            NEW.stage, ifnull(NEW.verdict, ''), ifnull(NEW.unit, ''), NEW.category, NEW.flags, 1
        WHERE landledger_cell(NEW.geom) IS NOT NULL
        ON CONFLICT DO UPDATE SET entries = entries + 1;
        """
    }.joined(separator: "\n")

    private static let subtract = levels.map { level in
        """
        UPDATE entry_cell SET entries = entries - 1
        WHERE level = \(level) AND cell = landledger_cell(OLD.geom) >> \(2 * (finest - level))
            AND stage = OLD.stage AND verdict = ifnull(OLD.verdict, '') AND unit = ifnull(OLD.unit, '')
            AND category = OLD.category AND flags = OLD.flags;
        """
    }.joined(separator: "\n")

    /// Counts what a ledger of an older program holds.
    private static let fill = levels.map { level in
        """
        INSERT INTO entry_cell
        SELECT \(level), landledger_cell(geom) >> \(2 * (finest - level)) AS cell,
            stage, ifnull(verdict, ''), ifnull(unit, ''), category, flags, count(*)
        FROM entry WHERE landledger_cell(geom) IS NOT NULL GROUP BY 2, 3, 4, 5, 6, 7;
        """
    }.joined(separator: "\n")
}
