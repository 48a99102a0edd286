import Enforcement
import GRDB

/// Reads the log (读日志).
struct LogReader {
    var db: Database

    private static let selection = """
        SELECT e.sequence, e.stream_kind, e.stream_id, e.version, e.name, e.body, e.actor, e.happened, e.recorded, a.idempotency_key,
            e.salt, e.leaf, e.chain
        FROM event e LEFT JOIN act a ON a.id = e.act
        """

    func lastRow() throws -> LogRow? {
        let statement = try db.cachedStatement(sql: "\(LogReader.selection) ORDER BY e.sequence DESC LIMIT 1")
        return try Row.fetchOne(statement).map(LogReader.row)
    }

    func rows(of stream: Stream) throws -> [LogRow] {
        let sql = "\(LogReader.selection) WHERE e.stream_id = ? AND e.stream_kind = ? ORDER BY e.version"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [stream.id, stream.kind.rawValue]).map(LogReader.row)
    }

    func rows(after sequence: Int, limit: Int) throws -> [LogRow] {
        let sql = "\(LogReader.selection) WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [sequence, max(0, limit)]).map(LogReader.row)
    }

    /// Every row in order, one at a time.
    func forEach(_ body: (LogRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "\(LogReader.selection) ORDER BY e.sequence")
        while let row = try rows.next() { try body(LogReader.row(row)) }
    }

    /// What cannot be read stands as empty, so that the row does not match its leaf.
    private static func row(_ row: Row) -> LogRow {
        let kind = Stream.Kind(rawValue: row.text(1)) ?? .entry
        return LogRow(
            sequence: row.integer(0), stream: Stream(kind: kind, id: row.text(2)), version: row.integer(3), name: row.text(4),
            actor: OfficerID(row.text(6)), happened: Instant(milliseconds: row.value(7) ?? 0),
            recorded: Instant(milliseconds: row.value(8) ?? 0), key: IdempotencyKey(row.text(9)), body: row.bytes(5), salt: row.bytes(10),
            leaf: row.bytes(11), chain: row.bytes(12))
    }
}

extension GeoPackageLedger {
    public func history(of stream: Stream) async throws -> [RecordedEvent] {
        try await pool.read { [shelf] db in
            let reasonings = shelf.reasonings(in: db)
            return try LogReader(db: db).rows(of: stream).map { try $0.event(reasonings) }
        }
    }

    public func events(after sequence: Int, limit: Int) async throws -> [RecordedEvent] {
        try await pool.read { [shelf] db in
            let reasonings = shelf.reasonings(in: db)
            return try LogReader(db: db).rows(after: sequence, limit: limit).map { try $0.event(reasonings) }
        }
    }

    public func head() async throws -> LogHead {
        try await pool.read { [digest] in try LogReader(db: $0).head(digest) }
    }

    public func head(at size: Int) async throws -> LogHead? {
        guard size > 0 else {
            return size == 0 ? LogHead(size: 0, chain: Hexadecimal.text(LogLeaf.beginning), algorithm: digest.name) : nil
        }
        return try await pool.read { [digest] in
            try LogReader(db: $0).rows(after: size - 1, limit: 1).first { $0.sequence == size }
                .map { LogHead(size: size, chain: Hexadecimal.text($0.chain), algorithm: digest.name) }
        }
    }
}

extension LogReader {
    func head(_ digest: LogDigest) throws -> LogHead {
        let last = try lastRow()
        return LogHead(
            size: last?.sequence ?? 0, chain: Hexadecimal.text(last?.chain ?? LogLeaf.beginning), algorithm: digest.name)
    }
}
