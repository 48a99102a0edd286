/// A row of the log as it is kept (日志行): the event's body in the bytes that were hashed, its salt, leaf and chain value.
public struct LogRow: Equatable, Sendable {
    public var sequence: Int
    public var stream: Stream
    public var version: Int
    public var name: String
    public var actor: OfficerID
    public var happened: Instant
    public var recorded: Instant
    public var key: IdempotencyKey
    /// JSON of the event, `LedgerJSON`.
    public var body: [UInt8]
    public var salt: [UInt8]
    public var leaf: [UInt8]
    public var chain: [UInt8]

    public init(
        sequence: Int, stream: Stream, version: Int, name: String, actor: OfficerID, happened: Instant, recorded: Instant,
        key: IdempotencyKey, body: [UInt8], salt: [UInt8], leaf: [UInt8], chain: [UInt8]
    ) {
        self.sequence = sequence
        self.stream = stream
        self.version = version
        self.name = name
        self.actor = actor
        self.happened = happened
        self.recorded = recorded
        self.key = key
        self.body = body
        self.salt = salt
        self.leaf = leaf
        self.chain = chain
    }

    /// The row that comes after `previous` in the chain.
    public init(_ event: RecordedEvent, body: [UInt8], seal: BodySeal, after previous: [UInt8], digest: LogDigest) {
        self.init(
            sequence: event.sequence, stream: event.stream, version: event.version, name: event.event.name, actor: event.actor,
            happened: event.happened, recorded: event.recorded, key: event.key, body: body, salt: seal.salt, leaf: [], chain: [])
        leaf = LogLeaf.leaf(header: header, sealed: seal.sealed, digest: digest)
        chain = LogLeaf.chain(after: previous, leaf: leaf, digest: digest)
    }

    /// The leaf that what stands in the row gives.
    public func expectedLeaf(by digest: LogDigest) -> [UInt8] {
        LogLeaf.leaf(header: header, salt: salt, body: body, digest: digest)
    }

    private var header: [UInt8] {
        LogLeaf.header(
            sequence: sequence, stream: stream, version: version, name: name, actor: actor, happened: happened, recorded: recorded,
            key: key)
    }

    /// The event of the row, with the reasoning its proposal names.
    /// - Throws: `logMustMatchItsChain` when the body is not what was written.
    public func event(_ reasonings: Reasonings) throws(LedgerError) -> RecordedEvent {
        guard let event = try? LedgerJSON.value(Event.self, from: body, reasonings: reasonings), event.name == name else {
            throw .logMustMatchItsChain(sequence: sequence)
        }
        return RecordedEvent(
            sequence: sequence, stream: stream, version: version, event: event, actor: actor, happened: happened, recorded: recorded,
            key: key)
    }
}

extension LogLeaf {
    /// The chain value before the first event.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// A new salt, 16 random bytes.
    public static func salt() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<2).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
    }
}
