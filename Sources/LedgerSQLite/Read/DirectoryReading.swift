import Enforcement
import GRDB

extension GeoPackageLedger {
    public func officer(_ id: OfficerID) async throws -> Officer? {
        try await pool.read { db in
            try Row.fetchOne(db, sql: "SELECT id, title, role, unit FROM officer WHERE id = ?", arguments: [id.text])
                .flatMap(Officer.init(stored:))
        }
    }

    public func officers() async throws -> [Officer] {
        try await pool.read { db in
            try Row.fetchAll(db, sql: "SELECT id, title, role, unit FROM officer ORDER BY id").compactMap(Officer.init(stored:))
        }
    }

    public func passwordHash(of id: OfficerID) async throws -> String? {
        try await pool.read { db in
            try String.fetchOne(db, sql: "SELECT password_hash FROM officer WHERE id = ?", arguments: [id.text])
        }
    }

    public func save(_ officer: Officer, passwordHash: String) async throws {
        try await pool.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO officer (id, title, role, unit, password_hash) VALUES (?, ?, ?, ?, ?)",
                arguments: [officer.id.text, officer.title, officer.role.rawValue, officer.unit?.text, passwordHash])
        }
    }

    public func units() async throws -> [ResponsibleUnit] {
        try await pool.read { db in
            try Row.fetchAll(db, sql: "SELECT id, title, level, division FROM unit ORDER BY id").compactMap(ResponsibleUnit.init(stored:))
        }
    }

    public func save(_ units: [ResponsibleUnit]) async throws {
        try await pool.write { db in
            for unit in units {
                try db.execute(
                    sql: """
                        INSERT INTO unit (id, title, level, division) VALUES (?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, level = excluded.level, division = excluded.division
                        """,
                    arguments: [unit.id.text, unit.title, unit.level.rawValue, unit.division])
            }
        }
    }
}

extension Officer {
    /// Nil for a role this version does not know: such an account may do nothing here.
    fileprivate init?(stored row: Row) {
        guard let role = Role(rawValue: row.text(2)) else { return nil }
        self.init(id: OfficerID(row.text(0)), title: row.text(1), role: role, unit: row.value(3, String.self).map { UnitID($0) })
    }
}

extension ResponsibleUnit {
    fileprivate init?(stored row: Row) {
        guard let level = Level(rawValue: row.text(2)) else { return nil }
        self.init(id: UnitID(row.text(0)), title: row.text(1), level: level, division: row.value(3))
    }
}
