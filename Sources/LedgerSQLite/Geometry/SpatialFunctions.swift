import GRDB
import GRDBSQLite
import LandGeometry

/// The SQL functions the store's triggers call (空间函数): those of GeoPackage's R-tree triggers, and the one that only this
/// program has.
///
/// Registered in C because they run for every feature, and as innocuous for connections that do not trust the schema.
enum SpatialFunctions {
    private typealias Function = @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    static func register(on db: Database) throws {
        try register("ST_MinX", 1, on: db) { edge($0, $2, 0) }
        try register("ST_MaxX", 1, on: db) { edge($0, $2, 1) }
        try register("ST_MinY", 1, on: db) { edge($0, $2, 2) }
        try register("ST_MaxY", 1, on: db) { edge($0, $2, 3) }
        try register("ST_IsEmpty", 1, on: db) { context, _, values in
            guard let bytes = blob(values), bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return }
            sqlite3_result_int(context, Int32((bytes[3] >> 4) & 1))
        }
        try register("landledger_cell", 1, on: db) { context, _, values in
            guard let bytes = blob(values), let box = GeometryBlob.box(bytes), !box.isEmpty,
                let cell = MercatorCell(level: EntryCellTables.finest, at: box.centre)
            else { return }
            sqlite3_result_int64(context, cell.key)
        }
        try register("only_landledger_writes_this", 0, on: db) { context, _, _ in sqlite3_result_int(context, 1) }
    }

    private static func register(_ name: String, _ arguments: Int32, on db: Database, _ function: Function) throws {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        let code = sqlite3_create_function_v2(db.sqliteConnection, name, arguments, flags, nil, function, nil, nil, nil)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}

private func blob(_ values: UnsafeMutablePointer<OpaquePointer?>?) -> UnsafeRawBufferPointer? {
    guard let value = values?[0], let start = sqlite3_value_blob(value) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
}

/// West, east, south or north of the envelope; NULL without one.
private func edge(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, _ side: Int) {
    guard let bytes = blob(values), let box = GeometryBlob.box(bytes), !box.isEmpty else { return }
    switch side {
    case 0: sqlite3_result_double(context, box.west)
    case 1: sqlite3_result_double(context, box.east)
    case 2: sqlite3_result_double(context, box.south)
    default: sqlite3_result_double(context, box.north)
    }
}
