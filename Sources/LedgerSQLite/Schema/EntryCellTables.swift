/// Entries counted by squares of the map (条目格网计数), kept by `Facets`, so that a map of a million entries is read from few rows.
///
/// Three levels: what a tile shows is never added up from more than 1,024 squares.
enum EntryCellTables {
    static let levels = [9, 12, 15]
    static let finest = 15

    static let sql = [
        """
        CREATE TABLE entry_cell (
            level INTEGER NOT NULL, cell INTEGER NOT NULL, facet INTEGER NOT NULL REFERENCES entry_total(id),
            entries INTEGER NOT NULL CHECK (entries >= 0),
            PRIMARY KEY (level, cell, facet)) WITHOUT ROWID;
        """
    ]
}
