import Enforcement
import Foundation
import GRDB
import GeoFiles

/// Opening the file (开库): is it ours, is it durable, are its tables the newest.
enum StoreFile {
    /// Waits up to 10 s for another process's write; temporary tables stay in memory. What a doctored schema may call is held
    /// to innocuous functions where the store is read; the writer must trust the schema, for the triggers that GeoPackage
    /// prescribes write to R-trees, which SQLite does not count as innocuous.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;
                    """)
            try SpatialFunctions.register(on: db)
        }
        return configuration
    }

    /// Refuses an existing file that is no store of ours, without changing it.
    static func check(_ path: String) throws {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard let size, size > 0 else { return }
        var configuration = Configuration()
        configuration.readonly = true
        do {
            try DatabaseQueue(path: path, configuration: configuration).read { db in
                let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                let identity = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                if tables.isEmpty, identity == 0 { return }
                guard identity == 0x4750_4B47 else { throw LedgerError.storeMustBeOurs(path: path, found: "application_id \(identity)") }
                guard tables.contains("setting") else { throw LedgerError.storeMustBeOurs(path: path, found: "GeoPackage") }
                let format = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'format'") ?? ""
                guard format == Schema.format else { throw LedgerError.storeMustBeOurs(path: path, found: format) }
                if try Schema.migrator.hasBeenSuperseded(db) {
                    throw LedgerError.storeMustBeOurs(path: path, found: "\(format), newer tables")
                }
            }
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
            throw LedgerError.storeMustBeOurs(path: path, found: error.message ?? "")
        }
    }

    /// GRDB sets synchronous = NORMAL when it opens a WAL database, after `prepareDatabase`: acknowledged acts would be
    /// lost in a power cut. FULL is therefore set after opening, and read back.
    static let writerSettings =
        "PRAGMA trusted_schema = ON; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -64000"

    /// Makes the writer durable, brings the tables up to date and gives the store's hash function.
    static func prepare(_ pool: DatabasePool, path: String, digest: DigestAlgorithm, quickCheck: Bool, settings: String) throws -> LogDigest
    {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: settings)
            try Durability.check(db)
            if quickCheck { try Durability.quickCheck(db) }
        }
        try Schema.migrator.migrate(pool)
        if let changed = try pool.read(Schema.differences).first {
            throw LedgerError.storeMustBeOurs(path: path, found: "trigger \(changed)")
        }
        let name = try pool.write { db in
            try db.execute(
                sql: "INSERT INTO setting (name, value) VALUES ('digest', ?) ON CONFLICT DO NOTHING", arguments: [digest.rawValue])
            return try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'digest'") ?? ""
        }
        // GDAL reads the application's mark from the file itself, not from the log of changes beside it
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
        guard let kept = DigestAlgorithm(rawValue: name) else {
            throw LedgerError.storeMustBeOurs(path: path, found: "digest \(name)")
        }
        return LogDigest(kept)
    }
}

/// What the connection that writes must be set to (耐久设置).
enum Durability {
    private static let needed = [("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1")]

    static func check(_ db: Database) throws {
        for (setting, value) in needed {
            let found = try String.fetchOne(db, sql: "PRAGMA \(setting)") ?? ""
            guard found == value else { throw LedgerError.storeMustBeDurable(setting: setting, found: found) }
        }
    }

    static func quickCheck(_ db: Database) throws {
        let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard found == "ok" else { throw LedgerError.storeMustBeDurable(setting: "quick_check", found: found) }
    }
}
