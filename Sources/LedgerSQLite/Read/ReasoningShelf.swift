import Enforcement
import GRDB
import Synchronization

/// The reasonings of a store as read so far (判定理由缓存). They never change, so one copy serves every page.
final class ReasoningShelf: Sendable {
    private let known = Mutex<[String: Proposal]>([:])
    /// Beyond it the shelf is emptied: a province's years may have more than memory should hold.
    private static let capacity = 4000

    /// To read JSON with, on this connection, within one call.
    func reasonings(in db: Database) -> Reasonings {
        Reasonings { try self.reasoning($0, in: db) }
    }

    /// Those read so far alone, for threads beside the connection's own: what is not among them counts as absent.
    var remembered: Reasonings {
        Reasonings { digest in self.known.withLock { $0[digest] } }
    }

    private func reasoning(_ digest: String, in db: Database) throws -> Proposal? {
        if let found = known.withLock({ $0[digest] }) { return found }
        let statement = try db.cachedStatement(sql: "SELECT body FROM reasoning WHERE digest = ?")
        guard let body = try String.fetchOne(statement, arguments: [digest]) else { return nil }
        let proposal = try LedgerJSON.value(Proposal.self, from: body)
        known.withLock { known in
            if known.count >= Self.capacity { known = [:] }
            known[digest] = proposal
        }
        return proposal
    }
}
