import Yams

/// Reads conditions and example facts against the facts of the plan (条件读取).
struct ConditionReader {
    let reading: Reading
    private var notes: PlanNotes { reading.notes }

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// A mapping: every fact must have its value; `any:`, `all:` and `none:` hold lists of such mappings.
    func condition(_ node: Node) -> Condition {
        guard let mapping = node.mapping else {
            notes.report(.valueMustBeMapping, at: node, found: reading.key)
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
            notes.report(.valueMustBeMapping, at: node, found: reading.key)
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
        if name == "category" { return reading.declared(.category) }
        if name == "subtype" { return reading.declared(.subtype) }
        return reading.plan.fact(name)?.domain.compactMap(\.word)
    }

    private func suggestion(for word: String, of fact: String, among domain: [String]) -> String? {
        if let plain = Repair.yesNo(word), domain.contains(plain) { return plain }
        if case .asked(let it) = reading.plan.fact(fact)?.source,
            let option = Nearest.meant(by: word, among: it.options.map { ($0.id, $0.title) })
        {
            return option
        }
        return Nearest.name(to: word, among: domain)
    }

    private func values(of name: String, _ key: Node, _ value: Node) -> [FactValue.Value] {
        guard let domain = domain(of: name) else {
            let names = reading.plan.facts.map(\.name) + ["category", "subtype"]
            let meant = Nearest.meant(by: name, among: reading.plan.facts.map { (name: $0.name, title: $0.title) })
            notes.report(.nameMustBeDeclared, at: key, found: name, suggestion: meant ?? Nearest.name(to: name, among: names))
            return []
        }
        let nodes = value.sequence.map { Array($0) } ?? [value]
        return nodes.compactMap { node in
            guard let word = node.word, domain.contains(word) else {
                let near = node.word.flatMap { suggestion(for: $0, of: name, among: domain) } ?? domain.joined(separator: " / ")
                notes.report(.valueMustBeOneOf, at: node, found: node.word ?? name, suggestion: near)
                return nil
            }
            return FactValue.Value(word: word)
        }
    }
}

extension Kind where Value == Condition {
    static var condition: Kind {
        Kind(.condition, read: { ConditionReader($1).condition($0) }, tell: { .text($1.wording.condition($0)) })
    }
}

extension Kind where Value == [Condition] {
    static var conditions: Kind {
        Kind(
            .list(.condition), read: { node, reading in reading.list(node)?.map { ConditionReader(reading).condition($0) } },
            tell: { conditions, teller in .text(conditions.map(teller.wording.condition).joined(separator: "；或")) })
    }
}

extension Kind where Value == [String: FactValue.Value] {
    static var given: Kind {
        Kind(.given, read: { ConditionReader($1).given($0) }, tell: { _, _ in .nothing })
    }
}

extension Kind where Value == [Example] {
    static var examples: Kind {
        Kind(
            .list(.given),
            read: { node, reading in
                reading.list(node)?.map { Example(given: ConditionReader(reading).given($0), position: $0.position) }
            }, tell: { _, _ in .nothing })
    }
}
