extension DerivedFact {
    /// What must hold for the fact to have a value.
    func condition(for value: FactValue.Value) -> Condition {
        switch (self, value) {
        case (.condition(let condition), .yes): condition
        case (.condition(let condition), _): .none([condition])
        case (.strictest(let facts), .text(let word)): Self.first(word, of: facts)
        case (.strictest(let facts), _): .none(facts.map(Self.holds))
        }
    }

    private static func holds(_ fact: String) -> Condition { .term(Condition.Term(fact: fact, wanted: [.yes])) }

    private static func first(_ word: String, of facts: [String]) -> Condition {
        guard let place = facts.firstIndex(of: word) else { return .none(facts.map(holds)) }
        return .all([holds(word), .none(facts[..<place].map(holds))])
    }

    /// Its value, and unknown as long as what decides it is.
    func value(_ read: (String) -> FactValue.Value) -> FactValue.Value {
        switch self {
        case .condition(let condition): return FactValue.Value(condition.truth(read))
        case .strictest(let facts):
            // Every candidate is read, so that all of them stand in the trace.
            let found = facts.map { (name: $0, value: read($0)) }
            guard let first = found.first(where: { $0.value != .no }) else { return .text("none") }
            return first.value == .yes ? .text(first.name) : .unknown
        }
    }
}

extension FactPartition {
    /// The condition with facts made of others replaced by what they are made of, except where their value is known.
    func spelledOut(_ condition: Condition, _ known: (String) -> FactValue.Value) -> Condition {
        switch condition {
        case .always: condition
        case .all(let parts): .all(parts.map { spelledOut($0, known) })
        case .any(let parts): .any(parts.map { spelledOut($0, known) })
        case .none(let parts): .none(parts.map { spelledOut($0, known) })
        case .term(let term): spelledOut(term, known)
        }
    }

    private func spelledOut(_ term: Condition.Term, _ known: (String) -> FactValue.Value) -> Condition {
        guard let fact = derived[term.fact], known(term.fact) == .unknown else { return .term(term) }
        return .any(term.wanted.map { spelledOut(fact.condition(for: $0), known) })
    }
}

extension Plan {
    /// The value of a fact in a case of facts: as given, or worked out from those it is made of.
    func value(of name: String, in given: [String: FactValue.Value]) -> FactValue.Value {
        if let value = given[name] { return value }
        guard case .derived(let it) = fact(name)?.source else { return .unknown }
        return it.value { value(of: $0, in: given) }
    }
}
