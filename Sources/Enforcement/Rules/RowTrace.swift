import LandGeometry

/// What became of one row of the rules on the way to a proposal (规则逐条记录).
///
/// Titles and clauses are those of the plan, by `Plan.rule(_:)`; the trace is kept with every entry and stays small.
public struct RowTrace: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, Sendable {
        case held, failed
        /// An unknown fact leaves it open.
        case undecided
    }
    /// Id of the row; a flag is written `flags.<id>`.
    public var rule: String
    public var outcome: Outcome
    /// The terms that settled it: the first that failed, those that are unknown, or all when the row held.
    public var terms: [TermTrace]

    public init(rule: String, outcome: Outcome, terms: [TermTrace]) {
        self.rule = rule
        self.outcome = outcome
        self.terms = terms
    }

    init(rule: String, condition: Condition, read: (String) -> FactValue.Value) {
        let truth = condition.truth(read)
        let outcome: Outcome = truth == .yes ? .held : truth == .no ? .failed : .undecided
        self.init(rule: rule, outcome: outcome, terms: condition.settling(truth, read))
    }
}

/// One comparison of a row (逐项比对).
public struct TermTrace: Codable, Equatable, Sendable {
    public var fact: String
    public var wanted: [FactValue.Value]
    public var found: FactValue.Value

    public init(fact: String, wanted: [FactValue.Value], found: FactValue.Value) {
        self.fact = fact
        self.wanted = wanted
        self.found = found
    }
}

/// The lawful and the unlawful part of an entry's area (合法部分与违法部分); together the whole.
public struct LawfulSplit: Codable, Equatable, Sendable {
    public var lawful: Area
    public var unlawful: Area

    public init(lawful: Area, unlawful: Area) {
        self.lawful = lawful
        self.unlawful = unlawful
    }
}

extension Condition {
    /// The terms that make the condition `truth`; reads no fact that finding its truth did not read.
    func settling(_ truth: Truth, _ read: (String) -> FactValue.Value) -> [TermTrace] {
        switch self {
        case .always: []
        case .term(let term): [TermTrace(fact: term.fact, wanted: term.wanted, found: read(term.fact))]
        case .all(let parts): Self.settling(parts, truth, enough: .no, read)
        case .any(let parts): Self.settling(parts, truth, enough: .yes, read)
        case .none(let parts): Self.settling(parts, truth.negated, enough: .yes, read)
        }
    }

    /// Of parts of which one that is `enough` settles the whole, that one; else all that share the whole's truth.
    private static func settling(
        _ parts: [Condition], _ truth: Truth, enough: Truth, _ read: (String) -> FactValue.Value
    ) -> [TermTrace] {
        guard truth == enough else {
            return parts.filter { $0.truth(read) == truth }.flatMap { $0.settling(truth, read) }
        }
        return parts.first { $0.truth(read) == truth }?.settling(truth, read) ?? []
    }
}
