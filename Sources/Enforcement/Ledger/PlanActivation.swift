/// A version of the plan came into force (方案启用): which, known by what digest, and why.
///
/// The text itself stands beside the log under its digest, so that what was in force on any day can be read to the letter.
public struct PlanActivation: Codable, Equatable, Sendable {
    /// Id of the plan, and its version as proposals name it.
    public var plan: String
    public var planVersion: String
    public var title: String
    /// Hexadecimal digest of the file's bytes by the ledger's own hash function.
    public var digest: String
    public var byteCount: Int
    public var fileName: String
    /// Why it replaces the one before; nil for the first.
    public var reason: String?

    public init(
        plan: String, planVersion: String, title: String, digest: String, byteCount: Int, fileName: String, reason: String? = nil
    ) {
        self.plan = plan
        self.planVersion = planVersion
        self.title = title
        self.digest = digest
        self.byteCount = byteCount
        self.fileName = fileName
        self.reason = reason
    }
}

/// The plan in force as the log has it (现行方案记录): the fold of the ledger's one stream of activations.
public struct PlanState: Codable, Equatable, Sendable {
    /// Number of activations so far; what acts judged under this plan lean on.
    public var version: Int
    public var activation: PlanActivation
    public var activatedAt: Instant
    public var activatedBy: OfficerID

    /// The state after an activation; nil for any other event.
    public init?(after recorded: RecordedEvent) {
        guard case .planActivated(let it) = recorded.event else { return nil }
        version = recorded.version
        activation = it
        activatedAt = recorded.recorded
        activatedBy = recorded.actor
    }
}

/// Every plan text ever in force (方案档案). Texts are known by their digest, stored with their first activation, and never changed.
public protocol PlanArchive: Sendable {
    /// Nil for a ledger nobody has given a plan.
    func planInForce() async throws -> PlanState?
    /// The bytes of the file, as it was given.
    func planText(_ digest: String) async throws -> [UInt8]?
}
