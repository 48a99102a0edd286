/// The rules of the ledger that an act can break (台账规则).
public enum LedgerError: Error, Equatable, Sendable {
    /// Somebody else changed the stream first.
    case versionMustBeCurrent(stream: Stream, expected: Int, actual: Int)
    /// The key was used before, for a different act.
    case keyMustNotBeReused(IdempotencyKey)
    case entryMustExist(EntryNumber)
    case batchMustExist(BatchID)
    case layerVersionMustBeNew(LayerVersionID)
    /// The batch is not in the stage the act needs.
    case batchMustBe(BatchState.Stage, actual: BatchState.Stage, BatchID)
    case actMustChangeSomething
    /// The store file cannot keep its promises: the value found is given.
    case storeMustBeDurable(setting: String, found: String)
    case storeMustBeOurs(path: String, found: String)
    /// A row of the log or of the tables beside it does not match the chain.
    case logMustMatchItsChain(sequence: Int)
}
