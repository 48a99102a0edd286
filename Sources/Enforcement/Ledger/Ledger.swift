import LandGeometry

/// The one ledger (一本账): an append-only log of events and the tables folded from it.
///
/// Every implementation runs the same contract suite. All methods may be called from any task.
public protocol Ledger: Sendable {
    /// The hash function of this ledger's log; digests in events are made with it.
    nonisolated var digest: LogDigest { get }

    /// The only way anything changes. All events and material of the act are stored in one transaction,
    /// with the state tables; recorded times never go back.
    /// - Throws: `LedgerError` when a rule of the ledger is broken; nothing is stored then.
    func append(_ act: Act) async throws -> Receipt

    func entry(_ number: EntryNumber) async throws -> EntryState?
    /// Totals are sums of areas of record, so that parts add up to the whole to 0.01 m².
    func entries(_ query: EntryQuery, offset: Int, limit: Int) async throws -> EntryPage
    /// Ordered by group; groups without entries are left out. An entry without unit or verdict counts under the empty text,
    /// one with several flags under each.
    func counts(_ query: EntryQuery, by grouping: EntryGrouping) async throws -> [EntryCount]
    /// Entries whose ground's box touches `box`; at most `limit`, largest first.
    func grounds(in box: BoundingBox, _ query: EntryQuery, limit: Int) async throws -> [EntryGround]
    /// The same for many boxes at once, in their order: one question to the store instead of thousands.
    func grounds(inEach boxes: [BoundingBox], _ query: EntryQuery, limit: Int) async throws -> [[EntryGround]]
    /// Entries with ground in `cell`, counted in its squares of `level` (at most 15), by cell, stage and verdict.
    /// Nil when the query asks for more than stages, verdicts, units, categories and flags, which stores keep counts of.
    func cellCounts(_ query: EntryQuery, in cell: MercatorCell, level: Int) async throws -> [EntryCellCount]?
    func ground(of number: EntryNumber) async throws -> EntryGround?
    /// Those of the entries that exist, in the order asked for.
    func entries(numbered numbers: [EntryNumber]) async throws -> [EntryState]
    /// Entries that carry this source number.
    func entries(withSourceNumber number: String) async throws -> [EntryNumber]
    /// The highest running number used under `prefix` (`370306-2019`, with or without the last hyphen); 0 when none.
    func lastNumber(under prefix: String) async throws -> Int

    func history(of stream: Stream) async throws -> [RecordedEvent]
    /// Events of the whole log after `sequence`, in order, at most `limit`.
    func events(after sequence: Int, limit: Int) async throws -> [RecordedEvent]
    /// Number and chain value of the last event.
    func head() async throws -> LogHead
    /// The head as it was when the log had `size` events; nil when it has fewer. As kept: `verify` tells whether it is right.
    func head(at size: Int) async throws -> LogHead?
    /// Recomputes every hash of the log and of the material it names. `progress` is told the events done.
    func verify(progress: @escaping @Sendable (Int) -> Void) async throws -> VerificationReport
    /// Folds the log anew and compares with the state tables; names the streams that differ.
    func compareStateWithLog() async throws -> [Stream]
}

/// The end of the log (日志头).
public struct LogHead: Equatable, Sendable, Codable {
    public var size: Int
    /// Hex of the chain value over events 1…size.
    public var chain: String
    public var algorithm: String

    public init(size: Int, chain: String, algorithm: String) {
        self.size = size
        self.chain = chain
        self.algorithm = algorithm
    }
}

/// What a verification of the log found (校验报告).
public struct VerificationReport: Equatable, Sendable, Codable {
    public var head: LogHead
    public var events: Int
    public var patches: Int
    public var features: Int
    /// Rows that do not match, `event 17`, `patch …/3`; empty when all is intact.
    public var broken: [String]

    public init(head: LogHead, events: Int, patches: Int, features: Int, broken: [String]) {
        self.head = head
        self.events = events
        self.patches = patches
        self.features = features
        self.broken = broken
    }
}

/// Received files and what was remarked about them (批次档案).
public protocol BatchArchive: Sendable {
    func batch(_ id: BatchID) async throws -> BatchState?
    /// Newest first.
    func batches() async throws -> [BatchState]
    func patches(of batch: BatchID) async throws -> [Patch]
    func patch(_ id: PatchID) async throws -> Patch?
    /// Those of the patches that are on file, in the order asked for.
    func patches(_ ids: [PatchID]) async throws -> [Patch]
    func remarks(of batch: BatchID, offset: Int, limit: Int) async throws -> [Remark]
    /// What was remarked about one row.
    func remarks(of batch: BatchID, row: Int) async throws -> [Remark]
    /// Most frequent first.
    func remarkCounts(of batch: BatchID) async throws -> [RemarkCount]
    /// The mapping a user gave for files of this layout, if any.
    func mapping(for signature: String) async throws -> FieldMapping?
    func remember(_ mapping: FieldMapping, for signature: String, by: OfficerID) async throws
}

extension BatchArchive {
    /// Looks through all remarks of the batch; stores with an index do better.
    public func remarks(of batch: BatchID, row: Int) async throws -> [Remark] {
        var found: [Remark] = []
        var offset = 0
        while true {
            let some = try await remarks(of: batch, offset: offset, limit: 1000)
            found += some.filter { $0.row == row }
            offset += some.count
            if some.count < 1000 { return found }
        }
    }
}

extension Ledger {
    /// One question after another; stores on disk do better.
    public func grounds(inEach boxes: [BoundingBox], _ query: EntryQuery, limit: Int) async throws -> [[EntryGround]] {
        var found: [[EntryGround]] = []
        for box in boxes { found.append(try await grounds(in: box, query, limit: limit)) }
        return found
    }

    public func entries(numbered numbers: [EntryNumber]) async throws -> [EntryState] {
        var found: [EntryState] = []
        for number in numbers { if let entry = try await entry(number) { found.append(entry) } }
        return found
    }
}

extension BatchArchive {
    public func patches(_ ids: [PatchID]) async throws -> [Patch] {
        var found: [Patch] = []
        for id in ids { if let patch = try await patch(id) { found.append(patch) } }
        return found
    }
}

/// How many remarks a batch has of one rule and effect (备注计数).
public struct RemarkCount: Equatable, Sendable, Codable {
    public var rule: String
    public var effect: Remark.Effect
    public var count: Int

    public init(rule: String, effect: Remark.Effect, count: Int) {
        self.rule = rule
        self.effect = effect
        self.count = count
    }
}

/// Control layers in their versions (图层档案).
public protocol LayerArchive: Sendable {
    /// All versions, by layer, then by the day they came into force.
    func layerVersions() async throws -> [LayerVersion]
    func features(of version: LayerVersionID) async throws -> [LayerFeature]
    /// At most `limit` features numbered higher than `number`, by number: a version larger than memory is read in turns.
    func features(of version: LayerVersionID, after number: Int, limit: Int) async throws -> [LayerFeature]
    /// Features whose box touches `box`, at most `limit`, largest box first.
    func features(of version: LayerVersionID, in box: BoundingBox, limit: Int) async throws -> [LayerFeature]
}

/// Accounts and units (人员与单位).
public protocol Directory: Sendable {
    func officer(_ id: OfficerID) async throws -> Officer?
    func officers() async throws -> [Officer]
    /// The stored password hash, in the encoded form of its algorithm.
    func passwordHash(of id: OfficerID) async throws -> String?
    func save(_ officer: Officer, passwordHash: String) async throws
    func units() async throws -> [ResponsibleUnit]
    func save(_ units: [ResponsibleUnit]) async throws
}

/// Everything a store offers. `LedgerSQLite` and the in-memory twin both give it.
public typealias Store = Ledger & BatchArchive & LayerArchive & PlanArchive & Directory
