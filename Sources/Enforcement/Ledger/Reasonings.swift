/// Where a ledger's reasonings are found when its JSON is read (判定理由查找).
///
/// `@unchecked Sendable` because `JSONDecoder` asks for it: handed to a decoder that runs within one call, on the caller's
/// thread, and not kept.
public final class Reasonings: @unchecked Sendable {
    private let find: (String) throws -> Proposal?
    private static let source = CodingUserInfoKey(rawValue: "landledger.reasonings")
    private static let keeping = CodingUserInfoKey(rawValue: "landledger.keeping")

    /// - Parameter find: the reasoning of a digest; nil where there is none.
    public init(_ find: @escaping (String) throws -> Proposal?) {
        self.find = find
    }

    func proposal(_ digest: String) throws -> Proposal? { try find(digest) }

    /// What a decoder needs to read proposals in their kept form.
    var userInfo: [CodingUserInfoKey: any Sendable] { Self.source.map { [$0: self] } ?? [:] }

    /// What makes an encoder write proposals in their kept form.
    static var keepingInfo: [CodingUserInfoKey: any Sendable] { keeping.map { [$0: true] } ?? [:] }

    static func areKept(by encoder: any Encoder) -> Bool { keeping.flatMap { encoder.userInfo[$0] } != nil }

    static func of(_ decoder: any Decoder) -> Reasonings? { source.flatMap { decoder.userInfo[$0] as? Reasonings } }
}

/// Gives every reasoning of an act its digest and its bytes, once (判定理由归档).
struct ReasoningKeeper {
    let digest: LogDigest
    private(set) var bodies: [String: [UInt8]] = [:]
    private var known: [Reasoning: String] = [:]

    init(digest: LogDigest) {
        self.digest = digest
    }

    /// The event, its proposal told by digest.
    mutating func keep(_ event: Event) throws -> Event {
        guard case .verdictProposed(var proposal) = event else { return event }
        proposal.reasoning = try keep(Reasoning(of: proposal))
        return .verdictProposed(proposal)
    }

    private mutating func keep(_ reasoning: Reasoning) throws -> String {
        if let text = known[reasoning] { return text }
        let body = try LedgerJSON.bytes(of: reasoning.shared)
        let text = Hexadecimal.text(digest.hash(body))
        known[reasoning] = text
        bodies[text] = body
        return text
    }
}
