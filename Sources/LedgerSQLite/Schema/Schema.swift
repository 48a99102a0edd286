import GRDB

/// The tables of the store (库表), made and changed by numbered migrations that are never rewritten.
enum Schema {
    /// What `setting.format` holds: a file with another value is not ours.
    static let format = "landledger-store-2"

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 house") { db in
            for sql in GeoPackageTables.sql + LogTables.sql + MaterialTables.sql + EntryTables.sql + DirectoryTables.sql {
                try db.execute(sql: sql)
            }
            for table in SpatialTable.all { try table.register(db) }
            for table in AttributeTable.all { try table.register(db) }
            for title in ColumnTitle.all { try title.register(db) }
            for term in Term.all { try term.register(db) }
            try db.execute(sql: "INSERT INTO setting (name, value) VALUES ('format', ?)", arguments: [format])
        }
        migrator.registerMigration("0002 entries by cell") { db in
            for sql in EntryCellTables.sql { try db.execute(sql: sql) }
        }
        migrator.registerMigration("0003 plan in force") { db in
            try PlanTables.admitToLog(db)
            for sql in PlanTables.sql { try db.execute(sql: sql) }
            try AttributeTable(name: "plan", identifier: "现行工作方案").register(db)
        }
        return migrator
    }

    /// The triggers and views a store of ours has, with their text. A file with others was doctored: a trigger taken away
    /// would let history be changed, one added would run with every act.
    static func differences(_ db: Database) throws -> [String] {
        var configuration = StoreFile.configuration
        configuration.journalMode = .default
        let fresh = try DatabaseQueue(configuration: configuration)
        try fresh.writeWithoutTransaction { try $0.execute(sql: "PRAGMA trusted_schema = ON") }
        try migrator.migrate(fresh)
        let expected = try fresh.read(rules)
        let found = try rules(db)
        return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
    }

    private static func rules(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
        return Dictionary(rows.map { ($0.text(0), $0.text(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Triggers that keep a table's rows as they were written. `REPLACE` runs no delete triggers, so a row that
    /// stands in the way of a new one is looked for as well.
    static func appendOnly(_ table: String, sameAs condition: String) -> String {
        """
        CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)_is_not_replaced BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(condition))
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        """
    }

    /// Triggers that call a function only this program has: another program that opens the file, such as QGIS in an
    /// editing session, is told `no such function: only_landledger_writes_this` and changes nothing.
    static func ours(_ table: String) -> String {
        ["INSERT", "UPDATE", "DELETE"].map { verb in
            """
            CREATE TRIGGER \(table)_is_ours_\(verb.lowercased()) BEFORE \(verb) ON \(table)
            BEGIN SELECT only_landledger_writes_this(); END;
            """
        }.joined(separator: "\n")
    }
}
