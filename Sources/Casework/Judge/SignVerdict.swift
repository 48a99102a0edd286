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

extension Caseworker {
    /// Signs a verdict (判定): accepts the proposal, or overrules it with a reason. The signature names the
    /// proposal it was put under, so that a later proposal never changes what was signed.
    public func signVerdict(_ order: VerdictOrder, by officer: Officer) async throws -> EntryState {
        try require(.signVerdict, of: officer)
        guard let entry = try await store.entry(order.entry) else { throw CaseworkError.entryMustExist(order.entry) }
        let signature = try Signature.decide(order, on: entry)
        try await append(
            StreamChange(.entry(order.entry), expectedVersion: order.expectedVersion, events: [.verdictSigned(signature)]),
            key: order.key, by: officer)
        guard let signed = try await store.entry(order.entry) else { throw CaseworkError.entryMustExist(order.entry) }
        return signed
    }
}

/// Decides what a signature says (签署决定): pure.
enum Signature {
    static func decide(_ order: VerdictOrder, on entry: EntryState) throws(CaseworkError) -> SignedVerdict {
        guard let proposal = entry.proposal, let version = entry.proposalVersion else { throw .proposalMustExist(entry.number) }
        let kind = order.kind.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        let reason = order.reason.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        let overrules = order.verdict != proposal.verdict || (kind != nil && kind != proposal.kind)
        guard !overrules || reason != nil else { throw .reasonMustBeGiven }
        return SignedVerdict(
            verdict: order.verdict, kind: overrules ? kind : proposal.kind, proposalVersion: version, overrules: overrules, reason: reason)
    }
}
