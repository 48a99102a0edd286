import LandGeometry

/// What is known of an entry now: the fold of its events (条目现状).
///
/// `EntryState(folding:)` and `apply` are the only places that give events their meaning; state tables
/// are written from the result and can be rebuilt from the log.
public struct EntryState: Codable, Equatable, Sendable {
    public enum Stage: String, Codable, CaseIterable, Sendable {
        /// Registered, not yet overlaid with the layers in force (已登记).
        case registered
        /// A proposal waits for a signature (待判定).
        case proposed
        /// Signed as illegal: work for the unit (违法待整改).
        case judged
        /// Evidence is owed (存疑待举证).
        case doubtful
        /// Signed as legal, other or false change (非违法办结).
        case closed
    }
    public var number: EntryNumber
    public var version: Int
    public var stage: Stage
    public var category: String
    public var place: Place
    public var area: Area
    /// The patch whose shape is the entry's ground: the one it began with, or the first later one that has an area.
    public var patch: PatchID
    /// The patch or clue the entry began with.
    public var origin: PatchID
    public var sourceNumber: String?
    /// Patches attached later, in order.
    public var attached: [Attached]
    public var seen: Day?
    /// Sequence of the registration's recording, and of the latest event.
    public var registeredAt: Instant
    public var changedAt: Instant
    public var findings: [Finding]
    public var proposal: Proposal?
    /// Version of the entry at which the present proposal was made.
    public var proposalVersion: Int?
    public var signed: SignedVerdict?
    public var signedBy: OfficerID?

    /// The verdict that counts: the signed one, else the proposed one.
    public var verdict: Verdict? { signed?.verdict ?? proposal?.verdict }

    /// The state after the first event of an entry, which must be `registered`; nil otherwise.
    public init?(beginning recorded: RecordedEvent) {
        guard case .registered(let it) = recorded.event else { return nil }
        number = EntryNumber(recorded.stream.id)
        version = recorded.version
        stage = .registered
        category = it.category
        place = it.place
        area = it.area
        patch = it.patch
        origin = it.patch
        sourceNumber = it.sourceNumber
        attached = []
        seen = it.seen
        registeredAt = recorded.recorded
        changedAt = recorded.recorded
        findings = []
    }

    /// The state after all of an entry's events, in order; nil when the first is not a registration.
    public init?(folding history: [RecordedEvent]) {
        guard let first = history.first else { return nil }
        self.init(beginning: first)
        for recorded in history.dropFirst() { apply(recorded) }
    }

    public mutating func apply(_ recorded: RecordedEvent) {
        version = recorded.version
        changedAt = recorded.recorded
        switch recorded.event {
        case .attached(let it):
            attached.append(it)
            if let ground = it.ground {
                patch = it.patch
                area = ground.area
                place = ground.place
            }
        case .overlaid(let it):
            findings = it.findings
        case .verdictProposed(let it):
            proposal = it
            proposalVersion = recorded.version
            if signed == nil { stage = .proposed }
        case .verdictSigned(let it):
            signed = it
            signedBy = recorded.actor
            stage = Stage(signing: it.verdict)
        case .registered, .batchReceived, .batchWithdrawn, .batchRestored, .batchRegistered, .layerAdopted, .planActivated:
            break
        }
    }
}

extension EntryState.Stage {
    init(signing verdict: Verdict) {
        switch verdict {
        case .illegal: self = .judged
        case .doubtful: self = .doubtful
        case .legal, .other, .falseChange: self = .closed
        }
    }
}
