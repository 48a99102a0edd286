import Enforcement
import Foundation
import GRDB

/// Writes the act and its events into the log (写日志).
struct LogWriter {
    var db: Database
    var digest: LogDigest

    func write(_ fold: ActFold, _ prepared: PreparedAct, after head: [UInt8]) throws {
        let receipt = fold.receipt
        try db.execute(
            sql: "INSERT INTO act (idempotency_key, content, actor, first, last, recorded) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                prepared.act.key.text, Data(prepared.content), prepared.act.actor.text, receipt.first, receipt.last,
                receipt.recorded.milliseconds,
            ])
        let act = db.lastInsertedRowID
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO event (sequence, stream_kind, stream_id, version, name, body, actor, happened, recorded, act, salt, leaf, chain)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var chain = head
        for (event, body) in zip(fold.events, fold.bodies) {
            let row = LogRow(event, body: body, salt: LogLeaf.salt(), after: chain, digest: digest)
            try insert.execute(arguments: arguments(row, act: act))
            chain = row.chain
        }
    }

    private func arguments(_ row: LogRow, act: Int64) -> StatementArguments {
        [
            row.sequence, row.stream.kind.rawValue, row.stream.id, row.version, row.name, String(decoding: row.body, as: UTF8.self),
            row.actor.text, row.happened.milliseconds, row.recorded.milliseconds, act, Data(row.salt), Data(row.leaf), Data(row.chain),
        ]
    }
}
