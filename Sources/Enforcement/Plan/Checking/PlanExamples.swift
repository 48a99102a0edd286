extension PlanCheck {
    /// Runs the examples of every row: where it is said to hold it must decide, where not, another must.
    static func checkExamples(_ plan: Plan, _ notes: PlanNotes) {
        for (index, row) in plan.judge.rows.enumerated() {
            if row.holds.isEmpty || row.fails.isEmpty { notes.report(.rowMustHaveExamples, at: row.position, found: row.id) }
            for example in row.holds {
                let outcome = outcome(of: example, plan)
                guard outcome != .row(index) else { continue }
                notes.report(.exampleMustComeOut, at: example.position, found: row.id, suggestion: words(outcome, plan))
            }
            for example in row.fails where outcome(of: example, plan) == .row(index) {
                notes.report(.exampleMustComeOut, at: example.position, found: row.id, suggestion: row.id)
            }
        }
    }

    /// Runs the examples of every flag; facts not given are unknown.
    static func checkFlags(_ plan: Plan, _ notes: PlanNotes) {
        for flag in plan.flags {
            if flag.holds.isEmpty || flag.fails.isEmpty { notes.report(.rowMustHaveExamples, at: flag.position, found: flag.id) }
            for (example, wanted) in flag.holds.map({ ($0, true) }) + flag.fails.map({ ($0, false) }) {
                let truth = flag.condition.truth { example.given[$0] ?? .unknown }
                guard (truth == .yes) != wanted else { continue }
                notes.report(.exampleMustComeOut, at: example.position, found: flag.id, suggestion: truth.rawValue)
            }
        }
    }

    static func outcome(of example: Example, _ plan: Plan) -> TableDecision.Outcome {
        let facts = plan.judge.usual.merging(example.given) { $1 }
        return plan.judge.decide(plan.partition) { facts[$0] ?? .unknown }.outcome
    }

    private static func words(_ outcome: TableDecision.Outcome, _ plan: Plan) -> String {
        switch outcome {
        case .row(let index): plan.judge.rows[index].id
        case .undecided(let rows, let gap): (rows.map { plan.judge.rows[$0].id } + (gap ? ["–"] : [])).joined(separator: " / ") + " ?"
        case .gap: "–"
        }
    }
}
