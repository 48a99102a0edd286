/// One received file with its counts (批次).
public struct Batch: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case patches
        case clues
        case oldLedger
    }
    public var id: BatchID
    public var kind: Kind
    /// Name of the file as received, without folders.
    public var fileName: String
    public var byteCount: Int
    /// Where the patches come from, by the plan's code: `satellite`, `tower`, `patrol`, …
    public var origin: String
    /// Period the batch belongs to, such as `2019Q2` or `2018`; empty when it has none.
    public var period: String
    /// Coordinate system of the file and how it was known, in words for the record.
    public var coordinates: String
    public var encoding: String
    /// What the user named for this reading: coordinates, transformation, encoding, layer; empty when nothing.
    public var named: String
    /// Rows in the file; always `patches + refused`.
    public var rows: Int
    public var patches: Int
    public var refused: Int
    public var remarks: Int

    public init(
        id: BatchID, kind: Kind, fileName: String, byteCount: Int, origin: String, period: String,
        coordinates: String, encoding: String, named: String = "", rows: Int, patches: Int, refused: Int, remarks: Int
    ) {
        self.id = id
        self.kind = kind
        self.fileName = fileName
        self.byteCount = byteCount
        self.origin = origin
        self.period = period
        self.coordinates = coordinates
        self.encoding = encoding
        self.named = named
        self.rows = rows
        self.patches = patches
        self.refused = refused
        self.remarks = remarks
    }
}

/// A batch and how far it has come (批次状态).
public struct BatchState: Codable, Equatable, Sendable {
    public enum Stage: String, Codable, CaseIterable, Sendable {
        /// Read and kept, remarks shown, not yet in the ledger; may be withdrawn.
        case received
        case withdrawn
        case registered
    }
    public var batch: Batch
    public var stage: Stage
    public var version: Int
    public var receivedAt: Instant
    public var receivedBy: OfficerID
    public var created: Int
    public var attached: Int

    public init(
        batch: Batch, stage: Stage, version: Int, receivedAt: Instant, receivedBy: OfficerID, created: Int = 0, attached: Int = 0
    ) {
        self.batch = batch
        self.stage = stage
        self.version = version
        self.receivedAt = receivedAt
        self.receivedBy = receivedBy
        self.created = created
        self.attached = attached
    }
}
