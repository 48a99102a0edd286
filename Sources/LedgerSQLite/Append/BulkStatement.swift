import GRDB
import GRDBSQLite

/// A statement run for row after row (批量语句): values go straight into SQLite, without the boxes GRDB makes for each.
///
/// `add` the values in order, then `run`. Belongs to one connection and one transaction.
final class BulkStatement {
    private let statement: Statement
    private let connection: OpaquePointer?
    private var place: Int32 = 0
    /// SQLite copies what it is given.
    private static let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        connection = db.sqliteConnection
    }

    @discardableResult
    func add(_ text: String?) -> BulkStatement {
        place += 1
        guard var text else { return null() }
        text.withUTF8 { bind(text: UnsafeRawBufferPointer($0)) }
        return self
    }

    @discardableResult
    func add(_ number: (some BinaryInteger)?) -> BulkStatement {
        place += 1
        guard let number else { return null() }
        sqlite3_bind_int64(statement.sqliteStatement, place, Int64(number))
        return self
    }

    @discardableResult
    func add(_ number: Double?) -> BulkStatement {
        place += 1
        guard let number else { return null() }
        sqlite3_bind_double(statement.sqliteStatement, place, number)
        return self
    }

    @discardableResult
    func add(blob: [UInt8]?) -> BulkStatement {
        place += 1
        guard let blob else { return null() }
        guard !blob.isEmpty else {
            sqlite3_bind_zeroblob(statement.sqliteStatement, place, 0)
            return self
        }
        blob.withUnsafeBytes { _ = sqlite3_bind_blob(statement.sqliteStatement, place, $0.baseAddress, Int32($0.count), Self.copied) }
        return self
    }

    /// Bytes of UTF-8 as a text.
    @discardableResult
    func add(text bytes: [UInt8]) -> BulkStatement {
        place += 1
        bytes.withUnsafeBytes { bind(text: $0) }
        return self
    }

    @discardableResult
    func add(_ value: DatabaseValue) -> BulkStatement {
        switch value.storage {
        case .null: add(String?.none)
        case .int64(let number): add(number)
        case .double(let number): add(number)
        case .string(let text): add(text)
        case .blob(let data): add(blob: [UInt8](data))
        }
    }

    /// - Returns: rows changed.
    @discardableResult
    func run() throws -> Int {
        place = 0
        let code = sqlite3_step(statement.sqliteStatement)
        let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(connection))
        sqlite3_reset(statement.sqliteStatement)
        guard message == nil else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql) }
        return Int(sqlite3_changes(connection))
    }

    private func null() -> BulkStatement {
        sqlite3_bind_null(statement.sqliteStatement, place)
        return self
    }

    private func bind(text: UnsafeRawBufferPointer) {
        guard let start = text.bindMemory(to: CChar.self).baseAddress, !text.isEmpty else {
            sqlite3_bind_text(statement.sqliteStatement, place, "", 0, Self.copied)
            return
        }
        sqlite3_bind_text(statement.sqliteStatement, place, start, Int32(text.count), Self.copied)
    }
}
