import LandGeometry

/// Which route the plan gives an entry found unlawful, and why (处置建议). A person chooses.
public struct RouteProposal: Sendable, Equatable {
    public var category: String
    /// Rows that hold, and the routes they give; empty while undecided.
    public var rules: [String]
    public var routes: [String]
    /// Rows an unknown fact leaves open.
    public var candidates: [String]
    /// What must be known before the plan can say.
    public var missing: [MissingEvidence]
    public var facts: [FactValue]
    public var trace: [RowTrace]
}

extension Judge {
    /// The route under the table of the entry's category; nil where the category has none.
    public static func route(for thing: JudgedThing, under plan: Plan) -> RouteProposal? {
        guard case .text(let id) = FactReader(thing, plan).read("category"), let category = plan.categories.first(where: { $0.id == id })
        else { return nil }
        return route(for: thing, under: plan, category, plan.partition(of: category))
    }

    static func route(
        for thing: JudgedThing, under plan: Plan, _ category: Category, _ partition: FactPartition
    ) -> RouteProposal? {
        guard let table = category.decide else { return nil }
        let reader = FactReader(thing, plan)
        let decision = table.decide(partition, reader.read)
        var chosen: [Int] = []
        var open: [Int] = []
        switch decision.outcome {
        case .row(let row): chosen = [row]
        case .rows(let rows): chosen = rows
        case .undecided(let rows, _): open = rows
        case .gap: break
        }
        let unknown = open.flatMap { table.rows[$0].condition.terms.map(\.fact) }.filter { reader.read($0) == .unknown }
        var missing: [MissingEvidence] = []
        for evidence in unknown.flatMap({ MissingEvidence.all(for: $0, reader) }) where !missing.contains(evidence) {
            missing.append(evidence)
        }
        let trace = table.rows.prefix(decision.tried).map { RowTrace(rule: $0.id, condition: $0.condition, read: reader.read) }
        return RouteProposal(
            category: category.id, rules: chosen.map { table.rows[$0].id }, routes: chosen.map { table.rows[$0].route },
            candidates: open.map { table.rows[$0].id }, missing: missing, facts: reader.values, trace: trace)
    }
}

extension Plan {
    /// The cases of facts within one category: its own subtypes, without those another policy takes.
    func partition(of category: Category) -> FactPartition {
        FactPartition(facts: facts, categories: [category.id], subtypes: category.subtypes.filter { $0.policy == nil }.map(\.id))
    }
}
