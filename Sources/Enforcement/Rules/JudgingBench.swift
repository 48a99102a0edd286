/// What the decision table says before areas and flags are added (规则表结论).
struct Decision: Sendable {
    var proposal: Proposal
    /// Overlay fact whose area is the lawful part.
    var split: String?
}

/// Judges many entries under one plan (批量初判): each gets the proposal `Judge.propose` gives, in a fraction of the time.
///
/// Which rule holds depends on the values of the facts alone, and a batch has few patterns of values. The bench remembers
/// each pattern as a path: which fact is read first, then, for each value it took, which is read next. An entry walks the
/// path reading its own facts; only one whose pattern is new goes through the table. A value, for one thread.
public struct JudgingBench: Sendable {
    private struct Step: Sendable {
        var fact: String?
        var next: [FactValue.Value: Int] = [:]
        var decision: Decision?
    }
    private let plan: Plan
    private var steps = [Step()]
    /// Patterns are few; a plan that has more is judged without memory of the rest.
    private static let capacity = 100_000

    public init(_ plan: Plan) {
        self.plan = plan
    }

    /// Evidence on file is no fact: what it changes is not remembered.
    public mutating func propose(for thing: JudgedThing) -> Proposal {
        let reader = FactReader(thing, plan)
        guard thing.evidence.isEmpty else { return Judge.finished(Judge.decision(reader), reader) }
        if let known = walk(reader) { return Judge.finished(known, reader) }
        let decision = Judge.decision(reader)
        if steps.count < Self.capacity { learn(decision, along: reader.values) }
        return Judge.finished(decision, reader)
    }

    /// Reads the facts the table would read, in its order, as far as the pattern is known.
    private func walk(_ reader: FactReader) -> Decision? {
        var place = 0
        while let fact = steps[place].fact {
            guard let next = steps[place].next[reader.read(fact)] else { return nil }
            place = next
        }
        return steps[place].decision
    }

    private mutating func learn(_ decision: Decision, along facts: [FactValue]) {
        var place = 0
        for fact in facts {
            if steps[place].fact == nil { steps[place].fact = fact.name }
            if let next = steps[place].next[fact.value] {
                place = next
            } else {
                steps.append(Step())
                steps[place].next[fact.value] = steps.count - 1
                place = steps.count - 1
            }
        }
        steps[place].decision = decision
    }
}
