extension PlanCheck {
    /// Rules of legality: examples, rows that never hold, gaps, overlaps where the policy forbids them.
    static func checkJudge(_ plan: Plan, _ notes: PlanNotes) {
        let table = plan.judge
        checkRows(table.rows, plan.partition, TableContext(plan: plan), notes)
        if table.policy == .unique { checkOverlaps(table.rows, plan.partition, TableContext(plan: plan), notes) }
        if table.policy == .collect || table.policy == .strictest, let row = table.rows.first {
            notes.report(.valueMustBeOneOf, at: row.position, found: table.policy.rawValue, suggestion: "first / unique")
        }
    }

    /// Tables of routes, each over the cases of its own category.
    static func checkCategories(_ plan: Plan, _ notes: PlanNotes) {
        for category in plan.categories {
            for term in category.scope.terms + category.exclude.flatMap(\.terms) where ["category", "subtype"].contains(term.fact) {
                notes.report(.nameMustNotBeReserved, at: category.position, found: term.fact)
            }
            guard let table = category.decide else { continue }
            let context = TableContext(plan: plan, holding: [category.scope].filter { $0 != .always }, failing: category.exclude)
            let partition = plan.partition(of: category)
            // Under `collect` and `strictest` rows do not forestall each other, and the row that takes the rest must be the last.
            checkRows(table.rows, partition, context, notes, forestalls: table.policy == .first || table.policy == .unique)
            if table.policy == .unique { checkOverlaps(table.rows, partition, context, notes) }
            if table.policy == .strictest {
                for row in table.rows where !table.order.contains(row.route) {
                    notes.report(.nameMustBeDeclared, at: row.position, found: row.route, suggestion: "order: \(row.route)")
                }
            }
        }
    }

    /// What a table is checked against: the cases that come to it at all.
    struct TableContext {
        var plan: Plan
        var holding: [Condition] = []
        var failing: [Condition] = []
    }

    private static func checkRows<Row: TableRow>(
        _ rows: [Row], _ partition: FactPartition, _ context: TableContext, _ notes: PlanNotes, forestalls: Bool = true
    ) {
        notes.reportDuplicates(rows.map { ($0.id, $0.position) })
        guard let last = rows.last else { return }
        for (index, row) in rows.enumerated() {
            let above = forestalls ? rows[..<index].map(\.condition) : []
            let found = partition.witness(holding: context.holding + [row.condition], failing: context.failing + above)
            if found == .none { notes.report(.rowMustBeReachable, at: row.position, found: row.id) }
        }
        let gap = partition.witness(holding: context.holding, failing: context.failing + rows.map(\.condition))
        if case .found(let facts) = gap {
            notes.report(.rowsMustLeaveNoGap, at: last.position, found: last.id, suggestion: words(facts, context.plan))
        }
        if gap == .gaveUp { notes.report(.tableIsTooWide, .warning, at: last.position, found: last.id) }
    }

    private static func checkOverlaps<Row: TableRow>(
        _ rows: [Row], _ partition: FactPartition, _ context: TableContext, _ notes: PlanNotes
    ) {
        for overlap in overlaps(rows, partition, within: context.holding, except: context.failing) {
            guard let second = rows.first(where: { $0.id == overlap.second }) else { continue }
            notes.report(
                .rowsMustNotOverlap, at: second.position, found: "\(overlap.first), \(overlap.second)",
                suggestion: words(overlap.facts, context.plan))
        }
    }

    static func overlaps<Row: TableRow>(
        _ all: [Row], _ partition: FactPartition, within holding: [Condition], except failing: [Condition]
    ) -> [Overlap] {
        let rows = all.filter { $0.condition != .always }
        var found: [Overlap] = []
        for (index, second) in rows.enumerated() {
            for first in rows[..<index] where !first.agrees(with: second) {
                let both = holding + [first.condition, second.condition]
                if case .found(let facts) = partition.witness(holding: both, failing: failing) {
                    found.append(Overlap(first: first.id, second: second.id, facts: facts))
                }
            }
        }
        return found
    }
}
