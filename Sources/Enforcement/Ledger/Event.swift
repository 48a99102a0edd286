import LandGeometry

/// What happened to an entry, a batch, a layer or the plan in force (台账事件).
///
/// The list grows by adding; the meaning of a name never changes. The JSON form, `{"registered": {…}}`
/// (`EventCoding.swift`), is what the log keeps and hashes.
public enum Event: Equatable, Sendable {
    // Batches (批次)
    case batchReceived(BatchReceived)
    case batchWithdrawn(reason: String)
    case batchRestored(reason: String)
    case batchRegistered(BatchRegistered)

    // Control layers (管控图层)
    case layerAdopted(LayerVersion)

    // The plan in force (现行方案)
    case planActivated(PlanActivation)

    // Entries (台账条目)
    case registered(Registered)
    case attached(Attached)
    case overlaid(Overlaid)
    case verdictProposed(Proposal)
    case verdictSigned(SignedVerdict)

    /// The name in the log.
    public var name: String {
        switch self {
        case .batchReceived: "batchReceived"
        case .batchWithdrawn: "batchWithdrawn"
        case .batchRestored: "batchRestored"
        case .batchRegistered: "batchRegistered"
        case .layerAdopted: "layerAdopted"
        case .planActivated: "planActivated"
        case .registered: "registered"
        case .attached: "attached"
        case .overlaid: "overlaid"
        case .verdictProposed: "verdictProposed"
        case .verdictSigned: "verdictSigned"
        }
    }
}

/// A batch came in and was read (批次接收): its counts must add up, rows = patches + refused.
public struct BatchReceived: Codable, Equatable, Sendable {
    public var batch: Batch
    /// `BatchDigest` over the patches and remarks of the same act; checked when given.
    public var contentDigest: String?

    public init(batch: Batch, contentDigest: String? = nil) {
        self.batch = batch
        self.contentDigest = contentDigest
    }
}

/// A batch was taken into the ledger (批次登记).
public struct BatchRegistered: Codable, Equatable, Sendable {
    /// Entries that began with this batch.
    public var created: Int
    /// Patches that were found to lie on the ground of an entry already there.
    public var attached: Int

    public init(created: Int, attached: Int) {
        self.created = created
        self.attached = attached
    }
}

/// An entry began with a patch or clue (登记).
public struct Registered: Codable, Equatable, Sendable {
    public var patch: PatchID
    /// `PatchDigest.text` of the patch, so that a change of the patch beside the log is seen.
    public var patchDigest: String
    public var sourceNumber: String?
    public var category: String
    public var place: Place
    public var area: Area
    /// Day of the image or report on which the problem was first seen.
    public var seen: Day?

    public init(patch: PatchID, patchDigest: String, sourceNumber: String?, category: String, place: Place, area: Area, seen: Day?) {
        self.patch = patch
        self.patchDigest = patchDigest
        self.sourceNumber = sourceNumber
        self.category = category
        self.place = place
        self.area = area
        self.seen = seen
    }
}

/// Where an entry lies and which unit owes it (位置与责任单位).
public struct Place: Codable, Equatable, Sendable {
    /// Division code of the county or town, 6 or 9 digits, as the file or the division layer tells.
    public var division: String?
    public var unit: UnitID?
    /// Words of the source: village, road, name of the place.
    public var words: String?
    /// Other units whose ground the entry also touches; the owner is then a choice of an officer.
    public var alsoTouches: [UnitID]

    public init(division: String? = nil, unit: UnitID? = nil, words: String? = nil, alsoTouches: [UnitID] = []) {
        self.division = division
        self.unit = unit
        self.words = words
        self.alsoTouches = alsoTouches
    }
}

/// Another patch or clue points at the same problem (并入): same ground by containment or high overlap.
public struct Attached: Codable, Equatable, Sendable {
    public var patch: PatchID
    public var patchDigest: String
    public var sourceNumber: String?
    public var match: GroundMatch
    public var seen: Day?
    /// Set when the entry had no area of its own (a clue, an alarm at a point) and this patch gives it one.
    public var ground: GivenGround?

    public init(
        patch: PatchID, patchDigest: String, sourceNumber: String?, match: GroundMatch, seen: Day?, ground: GivenGround? = nil
    ) {
        self.patch = patch
        self.patchDigest = patchDigest
        self.sourceNumber = sourceNumber
        self.match = match
        self.seen = seen
        self.ground = ground
    }
}

/// The ground that a later patch gives an entry which began without one (补充图形).
public struct GivenGround: Codable, Equatable, Sendable {
    public var area: Area
    public var place: Place

    public init(area: Area, place: Place) {
        self.area = area
        self.place = place
    }
}

/// Why a patch was held to lie on the ground of an entry (同一地块依据).
public struct GroundMatch: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable {
        /// Same source number.
        case number
        /// The shared area is nearly all of both.
        case same
        /// The patch lies within the entry, or the entry within the patch.
        case contained
        /// A point within the entry.
        case point
    }
    public var kind: Kind
    /// Shared area over the patch's area; nil where there is no area.
    public var shareOfPatch: Double?
    /// Shared area over the entry's area.
    public var shareOfEntry: Double?

    public init(kind: Kind, shareOfPatch: Double?, shareOfEntry: Double?) {
        self.kind = kind
        self.shareOfPatch = shareOfPatch
        self.shareOfEntry = shareOfEntry
    }
}

/// The entry was overlaid with every control layer (套合).
public struct Overlaid: Codable, Equatable, Sendable {
    public var findings: [Finding]
    public var kernelVersion: String

    public init(findings: [Finding], kernelVersion: String) {
        self.findings = findings
        self.kernelVersion = kernelVersion
    }
}
