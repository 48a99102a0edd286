extension PlanCheck {
    /// Routes: reached by a table, accepted by a standard or done by a document, steps in an order that can be kept.
    static func checkRoutes(_ plan: Plan, _ notes: PlanNotes) {
        let given = Set(plan.categories.flatMap { $0.decide?.rows ?? [] }.map(\.route))
        for (_, route) in plan.allRoutes {
            if route.accept == nil && route.done.isEmpty {
                notes.report(.routeMustHaveAcceptance, .warning, at: route.position, found: route.title)
            }
            if !given.contains(route.id) { notes.report(.routeMustBeReached, .warning, at: route.position, found: route.title) }
            checkSteps(route.steps, plan, notes)
        }
        for procedure in plan.procedures { checkSteps(procedure.steps, plan, notes) }
        checkInclusion(plan, notes)
    }

    private static func checkSteps(_ steps: [PlanStep], _ plan: Plan, _ notes: PlanNotes) {
        notes.reportDuplicates(steps.map { ($0.id, $0.position) })
        let known = Set(
            steps.map(\.id) + steps.compactMap(\.include).flatMap { name in plan.procedures.first { $0.id == name }?.steps.map(\.id) ?? [] }
        )
        for step in steps {
            for name in step.after where !known.contains(name) {
                notes.report(.nameMustBeDeclared, at: step.position, found: name, suggestion: Nearest.name(to: name, among: known))
            }
            for choice in step.choices { checkSteps(choice.steps, plan, notes) }
        }
        for step in steps where isBehindItself(step, steps) { notes.report(.stepsMustNotCircle, at: step.position, found: step.title) }
    }

    /// Whether a step can only come after itself.
    private static func isBehindItself(_ step: PlanStep, _ steps: [PlanStep]) -> Bool {
        var before = Set(step.after)
        var grown = true
        while grown {
            let more = before.union(steps.filter { before.contains($0.id) }.flatMap(\.after))
            grown = more.count > before.count
            before = more
        }
        return before.contains(step.id)
    }

    /// Procedures that include themselves.
    private static func checkInclusion(_ plan: Plan, _ notes: PlanNotes) {
        for procedure in plan.procedures {
            var seen: Set<String> = []
            var open = procedure.steps.compactMap(\.include)
            while let next = open.popLast() {
                if next == procedure.id {
                    notes.report(.stepsMustNotCircle, at: procedure.position, found: procedure.title)
                    break
                }
                if seen.insert(next).inserted { open += plan.procedures.first { $0.id == next }?.steps.compactMap(\.include) ?? [] }
            }
        }
    }
}
