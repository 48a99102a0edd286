/// What an act does to a ledger (入账推演): its events with their places in the log, and the states after it.
///
/// Pure but for the two lookups. Every store runs it inside its transaction and then writes what it finds here.
public struct ActFold: Sendable {
    /// In order of the log.
    public private(set) var events: [RecordedEvent] = []
    /// Bodies of `events`.
    public private(set) var bodies: [[UInt8]] = []
    /// Seals of `bodies`.
    public private(set) var seals: [BodySeal] = []
    /// Streams the act touches, in order of first touch.
    public private(set) var touched: [Stream] = []
    /// States of the touched streams before (absent for new ones) and after.
    public private(set) var before: [Stream: StreamState] = [:]
    public private(set) var after: [Stream: StreamState] = [:]
    public let recorded: Instant
    let prepared: PreparedAct
    private let head: Int

    /// - Parameters:
    ///   - head: sequence of the last event, 0 for none.
    ///   - lastRecorded: when it was recorded. The new time is the clock's, or one millisecond later than the last.
    public init(_ prepared: PreparedAct, head: Int, lastRecorded: Instant?, now: Instant) {
        self.prepared = prepared
        self.head = head
        recorded = lastRecorded.map { max(now, Instant(milliseconds: $0.milliseconds + 1)) } ?? now
    }

    /// The answer to the act.
    public var receipt: Receipt {
        Receipt(first: head + 1, last: head + events.count, recorded: recorded, repeated: false)
    }

    /// Folds every change into the state of its stream.
    /// - Parameter state: the state of a stream as it stands in the store.
    /// - Throws: `LedgerError` for a stale version or an event that may not follow.
    public mutating func run(state: (Stream) throws -> StreamState?) throws {
        for change in prepared.act.changes where change.events.isEmpty { try lean(on: change, state) }
        for (place, change) in prepared.act.changes.enumerated() where !change.events.isEmpty {
            var current = try after[change.stream] ?? begin(change.stream, state)
            if case .layer(let version) = current { throw LedgerError.layerVersionMustBeNew(version.id) }
            let actual = current?.version ?? 0
            guard actual == change.expectedVersion else {
                throw LedgerError.versionMustBeCurrent(stream: change.stream, expected: change.expectedVersion, actual: actual)
            }
            seals += prepared.seals[place]
            for (event, body) in zip(change.events, prepared.bodies[place]) {
                let entered = enter(event, change.stream, version: (current?.version ?? 0) + 1)
                current = try StreamState.following(current, entered)
                events.append(entered)
                bodies.append(body)
            }
            after[change.stream] = current
        }
    }

    /// A change without events only asks that its stream has not moved on.
    private func lean(on change: StreamChange, _ state: (Stream) throws -> StreamState?) throws {
        let actual = try state(change.stream)?.version ?? 0
        guard actual == change.expectedVersion else {
            throw LedgerError.versionMustBeCurrent(stream: change.stream, expected: change.expectedVersion, actual: actual)
        }
    }

    private mutating func begin(_ stream: Stream, _ state: (Stream) throws -> StreamState?) rethrows -> StreamState? {
        touched.append(stream)
        let found = try state(stream)
        before[stream] = found
        return found
    }

    private func enter(_ event: Event, _ stream: Stream, version: Int) -> RecordedEvent {
        RecordedEvent(
            sequence: head + events.count + 1, stream: stream, version: version, event: event, actor: prepared.act.actor,
            happened: prepared.act.happened, recorded: recorded, key: prepared.act.key)
    }
}

/// A patch as a store has it, as far as the ledger's rules ask (在档图斑).
public struct PatchOnFile: Sendable {
    public var batch: BatchID
    /// Hexadecimal.
    public var digest: String

    public init(batch: BatchID, digest: String) {
        self.batch = batch
        self.digest = digest
    }
}

extension ActFold {
    /// Checks that the patches the events name are on file, are what the events say, and belong to no withdrawn batch.
    public func checkPatches(
        patch: (PatchID) throws -> PatchOnFile?, state: (Stream) throws -> StreamState?
    ) throws {
        var stages: [BatchID: BatchState.Stage] = [:]
        for claim in events.compactMap({ $0.event.patchClaim }) {
            guard let found = try patch(claim.patch) else { throw LedgerError.patchMustExist(claim.patch) }
            guard found.digest == claim.digest else { throw LedgerError.digestMustMatchMaterial("patch \(claim.patch)") }
            let stage = try stages[found.batch] ?? stage(of: found.batch, state)
            stages[found.batch] = stage
            if stage == .withdrawn { throw LedgerError.batchMustBe(.received, actual: stage, found.batch) }
        }
    }

    private func stage(of batch: BatchID, _ state: (Stream) throws -> StreamState?) throws -> BatchState.Stage {
        let stream = Stream.batch(batch)
        guard case .batch(let found)? = try after[stream] ?? state(stream) else { throw LedgerError.batchMustExist(batch) }
        return found.stage
    }
}

extension Event {
    /// The patch an event names, with the digest it had then.
    var patchClaim: (patch: PatchID, digest: String)? {
        switch self {
        case .registered(let it): (it.patch, it.patchDigest)
        case .attached(let it): (it.patch, it.patchDigest)
        default: nil
        }
    }
}
