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
    /// An event of another kind of stream, a second beginning, or an event about another batch or layer than the stream's.
    case eventMustFitStream(Stream, event: String)
    case patchMustExist(PatchID)
    /// The act activates a plan whose text is not on file and did not come with it.
    case planTextMustExist(String)
    /// A patch is known as `<batch>/<row>`, nothing else.
    case patchMustBeNamedByItsRow(PatchID)
    /// Patches, remarks and features come in the same act as the event that answers for them, and only there.
    case materialMustComeWithItsEvent(Stream)
    /// The counts of a batch or layer version are not those of its material.
    case countsMustAddUp(Stream, told: Int, found: Int)
    /// The digest an event carries is not that of the material: `patch …/3`, `batch …`, `layer farmland@2019`.
    case digestMustMatchMaterial(String)
    /// The store file cannot keep its promises: the value found is given.
    case storeMustBeDurable(setting: String, found: String)
    case storeMustBeOurs(path: String, found: String)
    /// A row of the log or of the tables beside it does not match the chain.
    case logMustMatchItsChain(sequence: Int)
}
