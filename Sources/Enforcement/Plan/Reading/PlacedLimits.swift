import Yams

/// Facts held against a number that differs from place to place (因地而异的界限): one fact for each place, and one made of them.
struct PlacedLimits {
    let reading: Reading

    /// The parts of such a fact; nil when its limit is the same everywhere.
    func source(_ draft: FactDraft, _ node: Node, _ whole: (ParameterValue) -> Fact.Source?) -> Fact.Source? {
        guard let name = draft.parameter, let parameter = reading.plan.parameters.first(where: { $0.name == name }),
            let by = parameter.by, !parameter.values.isEmpty
        else { return nil }
        guard let place = reading.plan.fact(by) else {
            reading.notes.report(.nameMustBeDeclared, at: node, found: by, suggestion: nil)
            return nil
        }
        reportOptions(of: place, parameter)
        let parts = parameter.values.compactMap { placed -> Condition? in
            guard let source = whole(placed.value) else { return nil }
            let title = Self.title(of: placed.option, place)
            let part = Fact(
                name: "\(draft.name)@\(placed.option)", title: "\(draft.title)（\(title)）", source: source, clause: draft.clause, note: nil,
                position: draft.position)
            reading.plan.facts.append(part)
            return .all([term(by, FactValue.Value(word: placed.option)), term(part.name, .yes)])
        }
        return .derived(.condition(.any(parts)))
    }

    private func term(_ fact: String, _ value: FactValue.Value) -> Condition { .term(Condition.Term(fact: fact, wanted: [value])) }

    private static func title(of option: String, _ fact: Fact) -> String {
        if case .asked(let it) = fact.source, let known = it.options.first(where: { $0.id == option }) { return known.title }
        return option
    }

    /// Every option has a number, and every number an option.
    private func reportOptions(of place: Fact, _ parameter: Parameter) {
        let options = place.domain.compactMap(\.word)
        for placed in parameter.values where !options.contains(placed.option) {
            let near = Nearest.name(to: placed.option, among: options) ?? options.joined(separator: " / ")
            reading.notes.report(.valueMustBeOneOf, at: parameter.position, found: placed.option, suggestion: near)
        }
        for option in options where !parameter.values.contains(where: { $0.option == option }) {
            reading.notes.report(.keyMustBePresent, at: parameter.position, found: "values: \(option)")
        }
    }
}
