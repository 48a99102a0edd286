import GRDB

/// The plan in force and every text that ever was (方案档案).
enum PlanTables {
    /// `plan` holds the one stream's state, folded from the log.
    static let sql = [
        """
        CREATE TABLE plan_text (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
            body BLOB NOT NULL CHECK (length(body) > 0));
        \(Schema.appendOnly("plan_text", sameAs: "id = NEW.id OR digest = NEW.digest"))
        """,
        """
        CREATE TABLE plan (
            fid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id = 'in-force'),
            version INTEGER NOT NULL CHECK (version >= 1),
            plan TEXT NOT NULL,
            plan_version TEXT NOT NULL,
            digest TEXT NOT NULL,
            state TEXT NOT NULL);
        \(Schema.ours("plan"))
        """,
    ]

    /// Lets the log have events about the plan.
    ///
    /// SQLite cannot change a CHECK; copying the log to a new table would touch every row of it. What SQLite itself describes for
    /// constraints that do not change what is on the disk (lang_altertable.html, "Making Other Kinds Of Table Schema Changes")
    /// is done instead: the text of the table is edited. The tables made after it make other connections read it anew.
    static func admitToLog(_ db: Database) throws {
        let (narrow, wide) = ("('entry', 'batch', 'layer')", "('entry', 'batch', 'layer', 'plan')")
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(
            sql: "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'event'", arguments: [narrow, wide])
        try db.execute(sql: "PRAGMA writable_schema = RESET")
    }
}
