import LandGeometry

/// Proposes verdicts by the rules of a plan (初判). Pure: the same thing and plan always give the same proposal.
public enum Judge {
    /// The proposal with its whole trace.
    ///
    /// Rows are tried in order. Where facts are unknown and which verdict follows depends on them, the
    /// proposal is `doubtful` and names what is missing; it is never legal or illegal for want of evidence.
    public static func propose(for thing: JudgedThing, under plan: Plan) -> Proposal {
        let reader = FactReader(thing, plan)
        return finished(decision(reader), reader)
    }

    /// What the decision table says and why: depends on nothing but the values of the facts it reads, and on the evidence on file.
    static func decision(_ reader: FactReader) -> Decision {
        let plan = reader.plan
        let decision = plan.judge.decide(plan.partition, reader.read)
        let rows = plan.judge.rows
        var proposal: Proposal
        var split: String?
        switch decision.outcome {
        case .row(let index):
            proposal = self.proposal(rows[index], reader)
            split = rows[index].split
        case .undecided(let candidates, _):
            proposal = doubtful(plan, rule: "undecided", missing: missing(candidates.map { rows[$0] }, reader))
        case .gap, .rows:
            proposal = doubtful(plan, rule: "gap", missing: [])
        }
        proposal.trace = rows.prefix(decision.tried).map { row in
            RowTrace(rule: row.id, condition: row.condition, read: reader.read)
        }
        return Decision(proposal: proposal, split: split)
    }

    /// The whole proposal: the split in areas, the flags, and every fact read on the way.
    static func finished(_ decision: Decision, _ reader: FactReader) -> Proposal {
        var proposal = decision.proposal
        if let lawful = decision.split.flatMap({ reader.value(of: $0).area }) {
            proposal.split = LawfulSplit(lawful: lawful, unlawful: reader.thing.area - lawful)
        }
        raiseFlags(&proposal, reader)
        proposal.facts = reader.values
        return proposal
    }

    /// The trace of a proposal anew, from the facts it kept; the same as when it was made under this plan.
    public static func trace(of proposal: Proposal, under plan: Plan) -> [RowTrace] {
        let values = Dictionary(proposal.facts.map { ($0.name, $0.value) }) { first, _ in first }
        let read = { (fact: String) in values[fact] ?? .unknown }
        let end = plan.judge.rows.firstIndex { $0.condition.truth(read) == .yes } ?? plan.judge.rows.count - 1
        let rows = plan.judge.rows.prefix(end + 1).map { RowTrace(rule: $0.id, condition: $0.condition, read: read) }
        let flags = plan.flags.filter { $0.verdicts.isEmpty || $0.verdicts.contains(proposal.verdict) }
        return rows + flags.map { RowTrace(rule: "flags.\($0.id)", condition: $0.condition, read: read) }
    }

    /// The category an entry belongs to by what is known of it: the first whose scope surely holds.
    public static func category(of thing: JudgedThing, under plan: Plan) -> Category? {
        let reader = FactReader(thing, plan)
        return plan.categories.first { category in
            category.scope.truth(reader.read) == .yes && !category.exclude.contains { $0.truth(reader.read) == .yes }
        }
    }

    private static func proposal(_ row: JudgeRow, _ reader: FactReader) -> Proposal {
        let filed = Set(reader.thing.evidence)
        let missing = row.needs.filter { !filed.contains($0) }.map { MissingEvidence(fact: nil, title: $0) }
        return Proposal(
            verdict: row.verdict, kind: row.kind, plan: reader.plan.id, planVersion: reader.plan.version, rule: row.id,
            title: row.title, clause: row.clause, facts: [], missing: missing, flags: [])
    }

    private static func doubtful(_ plan: Plan, rule: String, missing: [MissingEvidence]) -> Proposal {
        let words = plan.judge.undecided
        return Proposal(
            verdict: .doubtful, kind: words.kind, plan: plan.id, planVersion: plan.version, rule: rule, title: words.title,
            clause: words.clause, facts: [], missing: missing, flags: [])
    }

    /// Evidence for the unknown facts of the rows still open, in the order the rows ask.
    private static func missing(_ rows: [JudgeRow], _ reader: FactReader) -> [MissingEvidence] {
        var seen: Set<String> = []
        var found: [MissingEvidence] = []
        for term in rows.flatMap(\.condition.terms) where reader.read(term.fact) == .unknown && seen.insert(term.fact).inserted {
            for evidence in MissingEvidence.all(for: term.fact, reader) where !found.contains(evidence) { found.append(evidence) }
        }
        return found
    }

    private static func raiseFlags(_ proposal: inout Proposal, _ reader: FactReader) {
        reader.split = proposal.split
        for flag in reader.plan.flags where flag.verdicts.isEmpty || flag.verdicts.contains(proposal.verdict) {
            let trace = RowTrace(rule: "flags.\(flag.id)", condition: flag.condition, read: reader.read)
            if trace.outcome == .held { proposal.flags.append(flag.id) }
            proposal.trace.append(trace)
        }
    }
}

extension MissingEvidence {
    /// What would make a fact known: the documents a question asks for, or the layer or field that is missing.
    static func all(for name: String, _ reader: FactReader) -> [MissingEvidence] {
        guard let fact = reader.plan.fact(name) else {
            return [MissingEvidence(fact: name, title: PlanWording(plan: reader.plan).title(name))]
        }
        switch fact.source {
        case .asked(let it):
            return (it.evidence.isEmpty ? [fact.title] : it.evidence).map { MissingEvidence(fact: name, title: $0) }
        case .overlay(let it):
            let layer = reader.plan.layer(it.selection.layer)?.title ?? it.selection.layer.text
            return [MissingEvidence(fact: name, title: "\(fact.title)（\(layer)）")]
        case .quantity(let it):
            let documents = it.quantity.evidence.isEmpty ? [it.quantity.title] : it.quantity.evidence
            return documents.map { MissingEvidence(fact: name, title: $0) }
        case .attribute(let it):
            return [MissingEvidence(fact: name, title: "\(fact.title)（\(it.fields.joined(separator: "、"))）")]
        case .elapsed(let it):
            return [MissingEvidence(fact: name, title: "\(fact.title)（\(it.fields.joined(separator: "、"))）")]
        case .derived(.condition(let condition)):
            return unknown(condition.terms.map(\.fact), reader)
        case .derived(.strictest(let facts)):
            return unknown(facts, reader)
        case .occurred, .today, .earlier:
            return [MissingEvidence(fact: name, title: fact.title)]
        }
    }

    /// What would make facts known that are not, those they are made of included.
    private static func unknown(_ facts: [String], _ reader: FactReader) -> [MissingEvidence] {
        facts.filter { reader.read($0) == .unknown }.flatMap { all(for: $0, reader) }
    }
}
