/// The hash function of the log (日志散列): SM3 or SHA-256, chosen once when a store is made.
public struct LogDigest: Sendable {
    public var name: String
    public var hash: @Sendable ([UInt8]) -> [UInt8]

    public init(name: String, hash: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.name = name
        self.hash = hash
    }
}

/// The bytes of the log that are hashed (日志叶).
///
/// leaf = H(0x00 ‖ header ‖ H(salt ‖ body)), as RFC 9162 hashes leaves, so that a Merkle tree can be built
/// over the same leaves later without rewriting one. The salted body hash lets a body be erased by
/// law without breaking the log. chain(n) = H(0x02 ‖ chain(n−1) ‖ leaf(n)), chain(0) = 32 zero bytes.
public enum LogLeaf {
    /// The canonical header: one line per field, in this order, `\n`-ended.
    public static func header(
        sequence: Int, stream: Stream, version: Int, name: String, actor: OfficerID, happened: Instant, recorded: Instant,
        key: IdempotencyKey
    ) -> [UInt8] {
        let lines = [
            "landledger-event-1", String(sequence), stream.kind.rawValue, stream.id, String(version), name, actor.text,
            String(happened.milliseconds), String(recorded.milliseconds), key.text,
        ]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    public static func leaf(header: [UInt8], salt: [UInt8], body: [UInt8], digest: LogDigest) -> [UInt8] {
        leaf(header: header, sealed: digest.hash(salt + body), digest: digest)
    }

    /// - Parameter sealed: H(salt ‖ body).
    static func leaf(header: [UInt8], sealed: [UInt8], digest: LogDigest) -> [UInt8] {
        digest.hash([0x00] + header + sealed)
    }

    public static func chain(after previous: [UInt8], leaf: [UInt8], digest: LogDigest) -> [UInt8] {
        digest.hash([0x02] + previous + leaf)
    }
}

/// The salt of an event and what it makes of the body (正文封签).
public struct BodySeal: Sendable {
    public let salt: [UInt8]
    /// H(salt ‖ body).
    public let sealed: [UInt8]

    public init(of body: [UInt8], by digest: LogDigest) {
        salt = LogLeaf.salt()
        sealed = digest.hash(salt + body)
    }
}
