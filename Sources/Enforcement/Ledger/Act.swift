/// What a sequence of events is about (事件流): an entry, a batch, a layer version, or the plan in force.
public struct Stream: Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case entry, batch, layer, plan
    }
    public var kind: Kind
    public var id: String

    public init(kind: Kind, id: String) {
        self.kind = kind
        self.id = id
    }

    public static func entry(_ number: EntryNumber) -> Stream { Stream(kind: .entry, id: number.text) }
    public static func batch(_ id: BatchID) -> Stream { Stream(kind: .batch, id: id.text) }
    public static func layer(_ id: LayerVersionID) -> Stream { Stream(kind: .layer, id: id.text) }
    /// The one stream of the plan in force (现行方案).
    public static let plan = Stream(kind: .plan, id: "in-force")

    public var description: String { "\(kind.rawValue) \(id)" }
}

/// Events for one stream, to be appended only if the stream still stands at `expectedVersion` (预期版本).
///
/// A change without events changes nothing, but the act leans on the stream: it is refused when the stream has moved on.
public struct StreamChange: Equatable, Sendable {
    public var stream: Stream
    /// Number of events the caller has seen; 0 for a new stream.
    public var expectedVersion: Int
    public var events: [Event]

    public init(_ stream: Stream, expectedVersion: Int, events: [Event]) {
        self.stream = stream
        self.expectedVersion = expectedVersion
        self.events = events
    }
}

/// What is stored beside the log in the same transaction (随附数据): received patches and remarks, layer features, plan texts.
/// Immutable like the log; events carry the digests.
public struct Material: Sendable {
    public var patches: [Patch]
    public var remarks: [BatchID: [Remark]]
    public var features: [LayerVersionID: [LayerFeature]]
    /// Bytes of plan files by their hexadecimal digest.
    public var plans: [String: [UInt8]]

    public init(
        patches: [Patch] = [], remarks: [BatchID: [Remark]] = [:], features: [LayerVersionID: [LayerFeature]] = [:],
        plans: [String: [UInt8]] = [:]
    ) {
        self.patches = patches
        self.remarks = remarks
        self.features = features
        self.plans = plans
    }
}

/// One act of one officer (一次操作): all of it happens, in one transaction, or none.
public struct Act: Sendable {
    public var key: IdempotencyKey
    public var actor: OfficerID
    /// When it happened, as given; may precede the recording. The server adds when it was recorded.
    public var happened: Instant
    public var changes: [StreamChange]
    public var material: Material

    public init(key: IdempotencyKey, actor: OfficerID, happened: Instant, changes: [StreamChange], material: Material = Material()) {
        self.key = key
        self.actor = actor
        self.happened = happened
        self.changes = changes
        self.material = material
    }
}

/// The answer to an act (回执). A repeated act gets the first answer again.
public struct Receipt: Equatable, Sendable, Codable {
    /// Sequence numbers of the events in the log.
    public var first: Int
    public var last: Int
    public var recorded: Instant
    /// True when the act had been carried out before under the same key.
    public var repeated: Bool

    public init(first: Int, last: Int, recorded: Instant, repeated: Bool) {
        self.first = first
        self.last = last
        self.recorded = recorded
        self.repeated = repeated
    }
}

/// An event as the log keeps it (入账事件).
public struct RecordedEvent: Equatable, Sendable {
    /// Place in the log, from 1, without gaps.
    public var sequence: Int
    public var stream: Stream
    /// Version of the stream after this event, from 1.
    public var version: Int
    public var event: Event
    public var actor: OfficerID
    public var happened: Instant
    public var recorded: Instant
    public var key: IdempotencyKey

    public init(
        sequence: Int, stream: Stream, version: Int, event: Event, actor: OfficerID, happened: Instant, recorded: Instant,
        key: IdempotencyKey
    ) {
        self.sequence = sequence
        self.stream = stream
        self.version = version
        self.event = event
        self.actor = actor
        self.happened = happened
        self.recorded = recorded
        self.key = key
    }
}
