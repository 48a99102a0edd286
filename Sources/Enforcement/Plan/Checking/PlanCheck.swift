/// Checks a plan that reads well for what it says (方案检查): examples, gaps, rows that never hold, facts nobody uses.
public enum PlanCheck {
    public static func diagnostics(of plan: Plan) -> [PlanDiagnostic] {
        let notes = PlanNotes()
        checkRows(plan, notes)
        checkExamples(plan, notes)
        checkFlags(plan, notes)
        checkUse(plan, notes)
        checkSchedule(plan, notes)
        return notes.diagnostics
    }

    private static func checkRows(_ plan: Plan, _ notes: PlanNotes) {
        let rows = plan.judge.rows
        guard let last = rows.last else { return }
        for (index, row) in rows.enumerated()
        where plan.partition.witness(holding: [row.condition], failing: rows[..<index].map(\.condition)) == .none {
            notes.report(.rowMustBeReachable, at: row.position, found: row.id)
        }
        if case .found(let facts) = plan.partition.witness(holding: [], failing: rows.map(\.condition)) {
            notes.report(.rowsMustLeaveNoGap, at: last.position, found: last.id, suggestion: words(facts, plan))
        }
        if plan.judge.policy == .unique { checkOverlaps(plan, notes) }
    }

    private static func checkOverlaps(_ plan: Plan, _ notes: PlanNotes) {
        for overlap in overlaps(in: plan) {
            guard let second = plan.judge.rows.first(where: { $0.id == overlap.second }) else { continue }
            notes.report(
                .rowsMustNotOverlap, at: second.position, found: "\(overlap.first), \(overlap.second)",
                suggestion: words(overlap.facts, plan))
        }
    }

    /// Two rows of different verdict that hold together, with a case of facts (规则重叠).
    public struct Overlap: Sendable, Equatable {
        public var first: String
        public var second: String
        public var facts: [String: FactValue.Value]
    }

    /// Rows that hold together yet say different things; under `first` the earlier one decides.
    public static func overlaps(in plan: Plan) -> [Overlap] {
        let rows = plan.judge.rows.filter { $0.condition != .always }
        var found: [Overlap] = []
        for (index, second) in rows.enumerated() {
            for first in rows[..<index] where !first.agrees(with: second) {
                let both = [first.condition, second.condition]
                if case .found(let facts) = plan.partition.witness(holding: both, failing: []) {
                    found.append(Overlap(first: first.id, second: second.id, facts: facts))
                }
            }
        }
        return found
    }

    /// A case of facts in the words of the plan.
    static func words(_ facts: [String: FactValue.Value], _ plan: Plan) -> String {
        let order = plan.facts.map(\.name) + ["category"]
        return order.compactMap { name in facts[name]?.word.map { "\(plan.fact(name)?.title ?? name)=\($0)" } }.joined(separator: "，")
    }

    private static func checkUse(_ plan: Plan, _ notes: PlanNotes) {
        let conditions = plan.judge.rows.map(\.condition) + plan.flags.map(\.condition) + plan.categories.map(\.scope)
        let used = Set(conditions.flatMap(\.terms).map(\.fact) + plan.judge.rows.compactMap(\.split))
        for fact in plan.facts where !used.contains(fact.name) {
            notes.report(.factMustBeUsed, .warning, at: fact.position, found: fact.name)
        }
    }

    private static func checkSchedule(_ plan: Plan, _ notes: PlanNotes) {
        if let issued = plan.notice?.issued {
            for task in plan.tasks where task.due.contains(where: { ($0.day.map { $0 <= issued }) ?? false }) {
                notes.report(.dueMustNotPrecedeIssue, .warning, at: task.position, found: task.title)
            }
        }
        for target in plan.targets {
            let shares = target.reach.sorted { $0.day < $1.day }.map(\.share)
            let rises = zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }
            if !rises || (shares.last.map { $0 < 1 } ?? false) {
                notes.report(.scheduleMustRise, .warning, at: target.position, found: target.title)
            }
        }
    }
}
