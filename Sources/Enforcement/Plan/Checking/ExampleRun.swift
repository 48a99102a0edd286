/// What became of one example of a plan (示例结果): the tests an officer reads.
public struct ExampleResult: Sendable, Equatable {
    /// `judge`, `flags`, or the id of a category.
    public var table: String
    public var row: String
    /// True where the row is said to hold.
    public var wanted: Bool
    public var isRight: Bool
    /// The case in the words of the plan.
    public var facts: String
    /// What came out.
    public var found: String
    public var position: SourcePosition
}

extension Plan {
    /// Runs every example of every row and flag (运行示例).
    public var exampleResults: [ExampleResult] {
        judgeExamples + categories.flatMap(routeExamples) + allFlags.flatMap(flagExamples)
    }

    private var judgeExamples: [ExampleResult] {
        judge.rows.enumerated().flatMap { index, row in
            examples(of: row).map { example, wanted in
                let facts = judge.usual.merging(example.given) { $1 }
                let outcome = judge.decide(partition) { value(of: $0, in: facts) }.outcome
                return result("judge", row.id, example, wanted, outcome == .row(index), found(outcome, judge.rows))
            }
        }
    }

    private func routeExamples(_ category: Category) -> [ExampleResult] {
        guard let table = category.decide else { return [] }
        let partition = partition(of: category)
        return table.rows.enumerated().flatMap { index, row in
            examples(of: row).map { example, wanted in
                let facts = ["category": FactValue.Value.text(category.id)].merging(table.usual) { $1 }.merging(example.given) { $1 }
                // An entry of another category does not come to this table at all.
                let isElsewhere = facts["category"] != .text(category.id)
                let outcome = isElsewhere ? .gap : table.decide(partition) { value(of: $0, in: facts) }.outcome
                return result(category.id, row.id, example, wanted, decides(outcome, index), found(outcome, table.rows))
            }
        }
    }

    private func decides(_ outcome: TableDecision.Outcome, _ index: Int) -> Bool {
        if case .rows(let rows) = outcome { return rows.contains(index) }
        return outcome == .row(index)
    }

    /// Facts not given are unknown.
    private func flagExamples(_ flag: Flag) -> [ExampleResult] {
        (flag.holds.map { ($0, true) } + flag.fails.map { ($0, false) }).map { example, wanted in
            let truth = flag.condition.truth { value(of: $0, in: example.given) }
            return result("flags", flag.id, example, wanted, truth == .yes, truth.rawValue)
        }
    }

    private func examples(of row: some TableRow) -> [(Example, Bool)] {
        row.holds.map { ($0, true) } + row.fails.map { ($0, false) }
    }

    private func result(
        _ table: String, _ row: String, _ example: Example, _ wanted: Bool, _ held: Bool, _ found: String
    ) -> ExampleResult {
        ExampleResult(
            table: table, row: row, wanted: wanted, isRight: held == wanted, facts: PlanCheck.words(example.given, self), found: found,
            position: example.position)
    }

    private func found(_ outcome: TableDecision.Outcome, _ rows: [some TableRow]) -> String {
        switch outcome {
        case .row(let index): rows[index].id
        case .rows(let found): found.map { rows[$0].id }.joined(separator: " + ")
        case .undecided(let open, let gap): (open.map { rows[$0].id } + (gap ? ["–"] : [])).joined(separator: " / ") + " ?"
        case .gap: "–"
        }
    }
}

extension PlanCheck {
    /// Every row and flag has examples both ways, and every one comes out as said.
    static func checkExamples(_ plan: Plan, _ notes: PlanNotes) {
        // A row that alone takes everything never fails: nothing can show that it does.
        let isAlone = plan.judge.rows.count == 1 && plan.judge.rows[0].condition == .always
        for row in plan.judge.rows where !(isAlone && !row.holds.isEmpty) {
            mustHaveExamples(row.id, row.holds, row.fails, row.position, notes)
        }
        for row in plan.categories.flatMap({ $0.decide?.rows ?? [] }) {
            mustHaveExamples(row.id, row.holds, row.fails, row.position, notes)
        }
        for flag in plan.allFlags { mustHaveExamples(flag.id, flag.holds, flag.fails, flag.position, notes) }
        for result in plan.exampleResults where !result.isRight {
            notes.report(.exampleMustComeOut, at: result.position, found: result.row, suggestion: result.found)
        }
    }

    private static func mustHaveExamples(
        _ id: String, _ holds: [Example], _ fails: [Example], _ position: SourcePosition, _ notes: PlanNotes
    ) {
        if holds.isEmpty || fails.isEmpty { notes.report(.rowMustHaveExamples, at: position, found: id) }
    }
}
