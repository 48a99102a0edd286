import LandGeometry

/// A store that lives in memory (内存台账): the twin of the stores on disk, under the same contract suite.
///
/// For tests, dry runs and examples. What it holds is gone when it goes.
public actor InMemoryLedger: Ledger, BatchArchive, LayerArchive, PlanArchive, Directory {
    public nonisolated let digest: LogDigest
    let clock: Clock
    var log: [LogRow] = []
    var recordedEvents: [RecordedEvent] = []
    var acts: [IdempotencyKey: (content: [UInt8], receipt: Receipt)] = [:]
    var reasoningsOnFile: [String: [UInt8]] = [:]
    var states: [Stream: StreamState] = [:]
    var entryNumbers: [EntryNumber] = []
    var batchOrder: [BatchID] = []
    var patchesOnFile: [PatchID: (patch: Patch, digest: [UInt8])] = [:]
    var remarksOnFile: [BatchID: [Remark]] = [:]
    var featuresOnFile: [LayerVersionID: [LayerFeature]] = [:]
    var featureDigests: [LayerVersionID: [[UInt8]]] = [:]
    var plansOnFile: [String: [UInt8]] = [:]
    var mappings: [String: FieldMapping] = [:]
    var officersOnFile: [OfficerID: (officer: Officer, hash: String)] = [:]
    var unitsOnFile: [UnitID: ResponsibleUnit] = [:]

    public init(digest: LogDigest, clock: Clock) {
        self.digest = digest
        self.clock = clock
    }

    public func append(_ act: Act) async throws -> Receipt {
        let prepared = try PreparedAct(act, digest: digest)
        if let earlier = acts[act.key] {
            guard earlier.content == prepared.content else { throw LedgerError.keyMustNotBeReused(act.key) }
            return Receipt(first: earlier.receipt.first, last: earlier.receipt.last, recorded: earlier.receipt.recorded, repeated: true)
        }
        var fold = ActFold(prepared, head: log.count, lastRecorded: log.last?.recorded, now: clock.now())
        try fold.run { states[$0] }
        let incoming = Dictionary(
            zip(act.material.patches, prepared.patchDigests).map { ($0.id, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
        try fold.checkPatches(
            patch: { id in
                (incoming[id] ?? patchesOnFile[id]).map { PatchOnFile(batch: $0.0.batch, digest: Hexadecimal.text($0.1)) }
            },
            state: { states[$0] })
        try fold.checkPlans { plansOnFile[$0] != nil }
        keep(prepared, incoming)
        write(fold)
        acts[act.key] = (prepared.content, fold.receipt)
        return fold.receipt
    }

    private func keep(_ prepared: PreparedAct, _ patches: [PatchID: (Patch, [UInt8])]) {
        for (id, patch) in patches { patchesOnFile[id] = (patch.0, patch.1) }
        reasoningsOnFile.merge(prepared.reasonings) { kept, _ in kept }
        plansOnFile.merge(prepared.act.material.plans) { kept, _ in kept }
        remarksOnFile.merge(prepared.act.material.remarks) { _, new in new }
        featuresOnFile.merge(prepared.act.material.features) { _, new in new }
        featureDigests.merge(prepared.featureDigests) { _, new in new }
    }

    private func write(_ fold: ActFold) {
        for (place, event) in fold.events.enumerated() {
            let previous = log.last?.chain ?? LogLeaf.beginning
            log.append(LogRow(event, body: fold.bodies[place], seal: fold.seals[place], after: previous, digest: digest))
            recordedEvents.append(event)
        }
        for stream in fold.touched where fold.before[stream] == nil {
            switch stream.kind {
            case .entry: entryNumbers.append(EntryNumber(stream.id))
            case .batch: batchOrder.append(BatchID(stream.id))
            case .layer, .plan: break
            }
        }
        states.merge(fold.after) { _, new in new }
    }
}
