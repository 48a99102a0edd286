/// A decision table as people draw one (规则表): rules as rows, the facts they ask as columns.
public struct PlanTable: Sendable, Equatable {
    public struct Column: Sendable, Equatable {
        public var fact: String
        public var title: String
        /// Where the fact comes from, in words.
        public var source: String
    }
    /// An example of a rule (示例): a case of facts, and whether the rule decides it.
    public struct Sample: Sendable, Equatable {
        public var facts: String
        public var holds: Bool
    }
    public struct Row: Sendable, Equatable {
        public var id: String
        /// Where it stands in the outline.
        public var path: [String]
        public var title: String
        public var clause: String
        public var basis: String?
        /// What each column must be, in words; empty where the rule does not ask.
        public var cells: [String]
        /// Conditions that bind several facts together and fit no column.
        public var others: [String]
        public var outcome: String
        public var needs: [String]
        public var samples: [Sample]
    }
    public var path: [String]
    public var title: String
    /// What happens when several rows hold; nil for marks, each of which stands for itself.
    public var policy: String?
    public var columns: [Column]
    public var rows: [Row]

    /// The table of legality, those of the routes, and the marks; tables without rows are left out.
    public static func all(of plan: Plan) -> [PlanTable] {
        let maker = TableMaker(plan)
        let tables = [maker.judge] + plan.categories.compactMap(maker.table) + [maker.flags]
        return tables.filter { !$0.rows.isEmpty }
    }
}

/// Draws the tables of one plan (规则表整理).
private struct TableMaker {
    let plan: Plan
    let wording: PlanWording
    let samples: [String: [PlanTable.Sample]]

    init(_ plan: Plan) {
        self.plan = plan
        wording = PlanWording(plan: plan)
        samples = Dictionary(grouping: plan.exampleResults) { "\($0.table)/\($0.row)" }.mapValues { results in
            results.map { PlanTable.Sample(facts: $0.facts, holds: $0.wanted) }
        }
    }

    var judge: PlanTable {
        draw(
            ["judge"], Plan.title(of: "judge"), plan.judge.policy,
            plan.judge.rows.map { row in
                Draft(
                    row.condition,
                    .init(
                        id: row.id, path: ["judge", "rows", row.id], title: row.title, clause: row.clause, basis: row.basis, cells: [],
                        others: [],
                        outcome: PlanWording.title(of: row.verdict, kind: row.kind), needs: row.needs,
                        samples: samples["judge/\(row.id)"] ?? []))
            })
    }

    func table(_ category: Category) -> PlanTable? {
        category.decide.map { table in
            draw(
                ["categories", category.id, "decide"], category.title, table.policy,
                table.rows.map { row in
                    Draft(
                        row.condition,
                        .init(
                            id: row.id, path: ["categories", category.id, "decide", "rows", row.id], title: row.title, clause: row.clause,
                            basis: row.basis, cells: [], others: [], outcome: plan.route(row.route, in: category.id)?.title ?? row.route,
                            needs: [], samples: samples["\(category.id)/\(row.id)"] ?? []))
                })
        }
    }

    var flags: PlanTable {
        let own = plan.flags.map { (["flags", $0.id], $0) }
        let more = plan.categories.flatMap { category in category.flags.map { (["categories", category.id, "flags", $0.id], $0) } }
        return draw(
            ["flags"], Plan.title(of: "flags"), nil,
            (own + more).map { path, flag in
                Draft(
                    flag.condition,
                    .init(
                        id: flag.id, path: path, title: flag.title, clause: flag.clause, basis: flag.basis, cells: [], others: [],
                        outcome: flag.verdicts.map(\.gloss.zh).joined(separator: "、"), needs: [flag.qualifies].compactMap { $0 },
                        samples: samples["flags/\(flag.id)"] ?? []))
            })
    }

    /// A row before its facts are put into columns.
    private struct Draft {
        var parts: [Condition]
        var row: PlanTable.Row

        init(_ condition: Condition, _ row: PlanTable.Row) {
            parts = condition.conjuncts
            self.row = row
        }
    }

    private func draw(_ path: [String], _ title: String, _ policy: HitPolicy?, _ drafts: [Draft]) -> PlanTable {
        var columns: [PlanTable.Column] = []
        for fact in drafts.flatMap(\.parts).compactMap(\.onlyFact) where !columns.contains(where: { $0.fact == fact }) {
            let source = plan.fact(fact).map { wording.source($0) } ?? ""
            columns.append(PlanTable.Column(fact: fact, title: wording.title(fact), source: source))
        }
        let rows = drafts.map { draft in
            var row = draft.row
            row.cells = columns.map { column in
                draft.parts.filter { $0.onlyFact == column.fact }.map { wording.cell($0) }.joined(separator: "，且")
            }
            row.others = draft.parts.filter { $0.onlyFact == nil }.map { wording.condition($0) }
            return row
        }
        return PlanTable(path: path, title: title, policy: policy?.gloss.zh, columns: columns, rows: rows)
    }
}

extension Plan {
    /// What a section is called.
    static func title(of section: String) -> String { form.slots.first { $0.key == section }?.gloss.zh ?? section }
}

extension Condition {
    /// Parts that must all hold.
    fileprivate var conjuncts: [Condition] {
        switch self {
        case .all(let parts): parts.flatMap(\.conjuncts)
        case .none(let parts): parts.map { .none([$0]) }
        case .always, .term, .any: [self]
        }
    }

    /// The fact, where the condition asks one alone.
    fileprivate var onlyFact: String? {
        switch self {
        case .term(let term): return term.fact
        case .none(let parts), .any(let parts), .all(let parts):
            let facts = Set(parts.map(\.onlyFact))
            return facts.count == 1 ? facts.first ?? nil : nil
        case .always: return nil
        }
    }
}

extension PlanWording {
    /// A condition on one fact, without naming the fact.
    fileprivate func cell(_ condition: Condition) -> String {
        switch condition {
        case .term(let term): term.wanted.map { value($0, of: term.fact) }.joined(separator: "或")
        case .none(let parts): "非" + parts.map(cell).joined(separator: "、")
        case .any(let parts): parts.map(cell).joined(separator: "或")
        case .all(let parts): parts.map(cell).joined(separator: "，且")
        case .always: self.condition(.always)
        }
    }
}
