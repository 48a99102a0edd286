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
        let insert = try BulkStatement(
            db,
            """
            INSERT INTO event (sequence, stream_kind, stream_id, version, name, body, actor, happened, recorded, act, salt, leaf, chain)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var chain = head
        for (place, event) in fold.events.enumerated() {
            let row = LogRow(event, body: fold.bodies[place], seal: fold.seals[place], after: chain, digest: digest)
            insert.add(row.sequence).add(row.stream.kind.rawValue).add(row.stream.id).add(row.version).add(row.name)
            insert.add(text: row.body).add(row.actor.text).add(row.happened.milliseconds).add(row.recorded.milliseconds).add(act)
            try insert.add(blob: row.salt).add(blob: row.leaf).add(blob: row.chain).run()
            chain = row.chain
        }
    }
}
