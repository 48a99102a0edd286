import LandGeometry

/// Whether a use of land is lawful (合法性判定).
public enum Verdict: String, Codable, CaseIterable, Sendable {
    case legal
    case illegal
    /// Lawful for another reason the plan names: facility farmland, temporary use, rural road.
    case other
    /// Nothing changed on the ground (实地伪变化).
    case falseChange
    /// Evidence is missing (存疑); never turned into legal or illegal by itself.
    case doubtful
}

/// What the rules propose for an entry, with everything needed to check it (判定建议). A person signs.
///
/// In JSON a proposal is written whole, or, in a ledger, by its reasoning's digest and its own areas (`Reasonings`).
public struct Proposal: Codable, Equatable, Sendable {
    public var verdict: Verdict
    /// Kind within the verdict, as the plan names it: `未报即用`, `设施农用地`.
    public var kind: String?
    /// The plan and its version, and the rule that held, as `judge[3]`-like id in the plan.
    public var plan: String
    public var planVersion: String
    public var rule: String
    public var title: String
    public var clause: String
    /// Facts read on the way to the rule, with values and sources, in order of reading.
    public var facts: [FactValue]
    /// Facts that nobody has answered and evidence the rule asks for.
    public var missing: [MissingEvidence]
    /// Thresholds and marks of the plan that hold, such as `serious`.
    public var flags: [String]
    /// Every row tried, in order, and after them the flags; with what settled each.
    public var trace: [RowTrace]
    /// Set where the rule that held finds only a part of the area lawful.
    public var split: LawfulSplit?
    /// Digest of the reasoning under which the ledger keeps it (判定理由摘要); nil before it is kept. Not compared:
    /// it says nothing that the proposal does not say.
    public internal(set) var reasoning: String?

    public init(
        verdict: Verdict, kind: String?, plan: String, planVersion: String, rule: String, title: String, clause: String,
        facts: [FactValue], missing: [MissingEvidence], flags: [String], trace: [RowTrace] = [], split: LawfulSplit? = nil
    ) {
        self.verdict = verdict
        self.kind = kind
        self.plan = plan
        self.planVersion = planVersion
        self.rule = rule
        self.title = title
        self.clause = clause
        self.facts = facts
        self.missing = missing
        self.flags = flags
        self.trace = trace
        self.split = split
    }
}

/// A fact with its value and where the value comes from (事实).
public struct FactValue: Codable, Equatable, Sendable {
    public enum Value: Codable, Hashable, Sendable {
        case yes
        case no
        /// Not known: the layer is missing, the attribute is blank, the officer has not answered.
        case unknown
        case text(String)
        case number(Double)
    }
    public var name: String
    public var title: String
    public var value: Value
    /// Layer version, attribute or officer the value was taken from.
    public var source: String
    /// The area behind an overlay fact.
    public var area: Area?
    /// The share of the entry behind an overlay fact, 0…1.
    public var share: Double?

    public init(name: String, title: String, value: Value, source: String, area: Area? = nil, share: Double? = nil) {
        self.name = name
        self.title = title
        self.value = value
        self.source = source
        self.area = area
        self.share = share
    }
}

/// Evidence without which a verdict cannot be signed as proposed (缺少的举证).
public struct MissingEvidence: Codable, Equatable, Sendable {
    /// Fact that is unknown for want of it; nil when the rule itself asks for the document.
    public var fact: String?
    public var title: String

    public init(fact: String?, title: String) {
        self.fact = fact
        self.title = title
    }
}

/// An officer's signature under a verdict (判定签署): the proposal accepted, or overruled with a reason.
public struct SignedVerdict: Codable, Equatable, Sendable {
    public var verdict: Verdict
    public var kind: String?
    /// Sequence version of the entry at which the proposal stood.
    public var proposalVersion: Int
    public var overrules: Bool
    /// Required when the signature overrules the proposal.
    public var reason: String?

    public init(verdict: Verdict, kind: String?, proposalVersion: Int, overrules: Bool, reason: String?) {
        self.verdict = verdict
        self.kind = kind
        self.proposalVersion = proposalVersion
        self.overrules = overrules
        self.reason = reason
    }
}
