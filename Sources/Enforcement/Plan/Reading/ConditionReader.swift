import Yams

/// Reads conditions and example facts against the facts of the plan (条件读取).
struct ConditionReader {
    let plan: Plan
    let notes: PlanNotes

    /// A mapping: every fact must have its value; `any:` and `none:` hold lists of such mappings.
    func condition(_ node: Node) -> Condition {
        guard let mapping = node.mapping else {
            notes.report(.valueMustBeMapping, at: node, found: "if")
            return .always
        }
        let parts = mapping.compactMap { part($0.key, $0.value) }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .always : .all(parts)
    }

    private func part(_ key: Node, _ value: Node) -> Condition? {
        let name = key.word ?? ""
        guard ["any", "all", "none"].contains(name) else {
            let wanted = values(of: name, key, value)
            return wanted.isEmpty ? nil : .term(Condition.Term(fact: name, wanted: wanted))
        }
        guard let sequence = value.sequence else {
            notes.report(.valueMustBeList, at: value, found: name)
            return nil
        }
        let parts = sequence.map(condition)
        return name == "any" ? .any(parts) : name == "all" ? .all(parts) : .none(parts)
    }

    /// Facts with one value each, as examples give them.
    func given(_ node: Node) -> [String: FactValue.Value] {
        guard let mapping = node.mapping else {
            notes.report(.valueMustBeMapping, at: node, found: "given")
            return [:]
        }
        var facts: [String: FactValue.Value] = [:]
        for pair in mapping {
            let name = pair.key.word ?? ""
            if pair.value.word == "unknown", domain(of: name) != nil {
                facts[name] = .unknown
            } else {
                facts[name] = values(of: name, pair.key, pair.value).first
            }
        }
        return facts
    }

    /// The words allowed for a fact; nil when there is no such fact.
    private func domain(of name: String) -> [String]? {
        if name == "category" { return plan.categories.map(\.id) }
        return plan.fact(name)?.domain.compactMap(\.word)
    }

    private func values(of name: String, _ key: Node, _ value: Node) -> [FactValue.Value] {
        guard let domain = domain(of: name) else {
            let names = plan.facts.map(\.name) + ["category"]
            notes.report(.nameMustBeDeclared, at: key, found: name, suggestion: Nearest.name(to: name, among: names))
            return []
        }
        let nodes = value.sequence.map { Array($0) } ?? [value]
        return nodes.compactMap { node in
            guard let word = node.word, domain.contains(word) else {
                let near = node.word.flatMap { Nearest.name(to: $0, among: domain) } ?? domain.joined(separator: " / ")
                notes.report(.valueMustBeOneOf, at: node, found: node.word ?? name, suggestion: near)
                return nil
            }
            return FactValue.Value(word: word)
        }
    }
}
