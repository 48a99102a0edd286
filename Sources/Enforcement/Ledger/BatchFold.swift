extension BatchState {
    /// The state after a batch's first event, which must be `batchReceived`; nil otherwise.
    public init?(beginning recorded: RecordedEvent) {
        guard case .batchReceived(let it) = recorded.event else { return nil }
        self.init(
            batch: it.batch, stage: .received, version: recorded.version, receivedAt: recorded.recorded, receivedBy: recorded.actor)
    }

    /// The state after one more event (批次现状).
    /// - Throws: `batchMustBe` when the batch is not in the stage the event needs.
    public mutating func apply(_ recorded: RecordedEvent) throws(LedgerError) {
        switch recorded.event {
        case .batchWithdrawn:
            try move(from: .received, to: .withdrawn)
        case .batchRestored:
            try move(from: .withdrawn, to: .received)
        case .batchRegistered(let it):
            try move(from: .received, to: .registered)
            created = it.created
            attached = it.attached
        default:
            throw .eventMustFitStream(recorded.stream, event: recorded.event.name)
        }
        version = recorded.version
    }

    private mutating func move(from needed: Stage, to next: Stage) throws(LedgerError) {
        guard stage == needed else { throw .batchMustBe(needed, actual: stage, batch.id) }
        stage = next
    }
}
