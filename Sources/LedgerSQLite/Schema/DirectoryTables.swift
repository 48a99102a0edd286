/// Accounts, units, remembered mappings and the store's own settings (人员、单位、字段对应、设置).
enum DirectoryTables {
    static let sql = [
        """
        CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TRIGGER setting_is_not_changed BEFORE UPDATE ON setting
        WHEN OLD.name IN ('format', 'digest')
        BEGIN SELECT RAISE(ABORT, 'format and digest are chosen once'); END;
        """,
        """
        CREATE TABLE unit (
            fid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            level TEXT NOT NULL,
            division TEXT);
        """,
        """
        CREATE TABLE officer (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            role TEXT NOT NULL,
            unit TEXT,
            password_hash TEXT NOT NULL CHECK (password_hash <> '')) WITHOUT ROWID;
        """,
        """
        CREATE TABLE mapping (
            signature TEXT NOT NULL PRIMARY KEY,
            mapping TEXT NOT NULL,
            by_officer TEXT NOT NULL,
            at INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ]
}
