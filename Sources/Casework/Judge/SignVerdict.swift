import Enforcement

/// What an officer signs (判定签署单).
public struct VerdictOrder: Sendable, Equatable, Codable {
    public var entry: EntryNumber
    /// Version of the entry the officer saw.
    public var expectedVersion: Int
    public var verdict: Verdict
    public var kind: String?
    public var reason: String?
    public var key: IdempotencyKey

    public init(entry: EntryNumber, expectedVersion: Int, verdict: Verdict, kind: String?, reason: String?, key: IdempotencyKey) {
        self.entry = entry
        self.expectedVersion = expectedVersion
        self.verdict = verdict
        self.kind = kind
        self.reason = reason
        self.key = key
    }
}

extension Casework {
    /// Signs a verdict (判定): accepts the proposal, or overrules it with a reason.
    public func signVerdict(_ order: VerdictOrder, by officer: Officer) async throws -> EntryState {
        throw CaseworkError.entryMustExist(order.entry)
    }

    /// Overlays entries with the layers in force and proposes verdicts (套合、初判). Nil takes every entry not yet signed.
    public func judge(_ numbers: [EntryNumber]?, by officer: Officer, progress: ProgressReport = { _ in }) async throws -> Int {
        0
    }
}
