import LandGeometry

/// What became of one row of the rules on the way to a proposal (规则逐条记录).
public struct RowTrace: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, Sendable {
        case held, failed
        /// An unknown fact leaves it open.
        case undecided
    }
    /// Id of the row; a flag is written `flags.<id>`.
    public var rule: String
    public var title: String
    public var clause: String
    public var outcome: Outcome
    /// The terms that settled it: those that failed, those that are unknown, or all when the row held.
    public var terms: [TermTrace]

    public init(rule: String, title: String, clause: String, outcome: Outcome, terms: [TermTrace]) {
        self.rule = rule
        self.title = title
        self.clause = clause
        self.outcome = outcome
        self.terms = terms
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

extension RowTrace {
    init(rule: String, title: String, clause: String, condition: Condition, read: (String) -> FactValue.Value) {
        let truth = condition.truth(read)
        let outcome: Outcome = truth == .yes ? .held : truth == .no ? .failed : .undecided
        let terms = condition.terms.compactMap { term -> TermTrace? in
            let found = read(term.fact)
            let says = term.truth(of: found)
            guard outcome == .held ? says == .yes : says == truth else { return nil }
            return TermTrace(fact: term.fact, wanted: term.wanted, found: found)
        }
        self.init(rule: rule, title: title, clause: clause, outcome: outcome, terms: terms)
    }
}
