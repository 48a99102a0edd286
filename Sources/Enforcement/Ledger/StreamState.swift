/// The state of any stream (事件流现状): what the rules of the ledger look at before an event is let in.
///
/// `following` is the only place where an event may be refused for what went before it; every store uses it.
public enum StreamState: Equatable, Sendable {
    case entry(EntryState)
    case batch(BatchState)
    case layer(LayerVersion)
    case plan(PlanState)

    /// Number of events so far.
    public var version: Int {
        switch self {
        case .entry(let it): it.version
        case .batch(let it): it.version
        case .layer: 1
        case .plan(let it): it.version
        }
    }

    /// The state after `recorded`, which comes after `state` (nil for the first event of a stream).
    public static func following(_ state: StreamState?, _ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        switch (recorded.stream.kind, state) {
        case (.entry, nil): try begunEntry(recorded)
        case (.batch, nil): try begunBatch(recorded)
        case (.layer, nil): try begunLayer(recorded)
        case (.plan, nil), (.plan, .plan): try activated(recorded)
        case (.entry, .entry(let entry)): try continued(entry, recorded)
        case (.batch, .batch(let batch)): try continued(batch, recorded)
        case (.layer, .layer(let version)): throw .layerVersionMustBeNew(version.id)
        default: throw .eventMustFitStream(recorded.stream, event: recorded.event.name)
        }
    }

    private static func begunEntry(_ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        guard let entry = EntryState(beginning: recorded) else {
            guard recorded.event.streamKind == .entry else { throw .eventMustFitStream(recorded.stream, event: recorded.event.name) }
            throw .entryMustExist(EntryNumber(recorded.stream.id))
        }
        return .entry(entry)
    }

    private static func begunBatch(_ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        guard let batch = BatchState(beginning: recorded) else {
            guard recorded.event.streamKind == .batch else { throw .eventMustFitStream(recorded.stream, event: recorded.event.name) }
            throw .batchMustExist(BatchID(recorded.stream.id))
        }
        guard batch.batch.id.text == recorded.stream.id else {
            throw .eventMustFitStream(recorded.stream, event: recorded.event.name)
        }
        return .batch(batch)
    }

    private static func begunLayer(_ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        guard case .layerAdopted(let version) = recorded.event, version.id.text == recorded.stream.id else {
            throw .eventMustFitStream(recorded.stream, event: recorded.event.name)
        }
        return .layer(version)
    }

    private static func activated(_ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        guard recorded.stream == .plan, let state = PlanState(after: recorded) else {
            throw .eventMustFitStream(recorded.stream, event: recorded.event.name)
        }
        return .plan(state)
    }

    private static func continued(_ entry: EntryState, _ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        if case .registered = recorded.event { throw .eventMustFitStream(recorded.stream, event: recorded.event.name) }
        guard recorded.event.streamKind == .entry else { throw .eventMustFitStream(recorded.stream, event: recorded.event.name) }
        var entry = entry
        entry.apply(recorded)
        return .entry(entry)
    }

    private static func continued(_ batch: BatchState, _ recorded: RecordedEvent) throws(LedgerError) -> StreamState {
        var batch = batch
        try batch.apply(recorded)
        return .batch(batch)
    }
}

extension Event {
    /// The kind of stream the event belongs to.
    public var streamKind: Stream.Kind {
        switch self {
        case .batchReceived, .batchWithdrawn, .batchRestored, .batchRegistered: .batch
        case .layerAdopted: .layer
        case .planActivated: .plan
        case .registered, .attached, .overlaid, .verdictProposed, .verdictSigned: .entry
        }
    }
}
