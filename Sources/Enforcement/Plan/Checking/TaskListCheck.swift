extension PlanCheck {
    /// The printed list: numbers that run on, columns lost or blank, rows as many as each class says.
    static func checkTaskList(_ plan: Plan, _ notes: PlanNotes) {
        notes.reportDuplicates(plan.allTasks.map { ($0.id, $0.position) })
        for task in plan.tasks {
            if !task.lost.isEmpty {
                notes.report(
                    .rowMustBeWhole, .warning, at: task.position, found: label(task),
                    suggestion: "缺\(task.lost.joined(separator: "、"))" + (task.inferred.map { "，\($0)" } ?? ""))
            }
            if !task.blank.isEmpty {
                notes.report(
                    .rowMustBeFilled, .warning, at: task.position, found: label(task),
                    suggestion: task.blank.joined(separator: "、") + (task.inferred.map { "，\($0)" } ?? ""))
            }
        }
        checkNumbers(plan, notes)
        checkCounts(plan, notes)
    }

    private static func label(_ task: PlanTask) -> String { task.row.map { "第\($0)项 \(task.title)" } ?? task.title }

    private static func checkNumbers(_ plan: Plan, _ notes: PlanNotes) {
        let numbered = plan.tasks.compactMap { task in task.row.map { ($0, task.position) } }
        for (number, position) in zip(1..., numbered) where number != position.0 {
            notes.report(.rowNumbersMustRun, .warning, at: position.1, found: "\(position.0)", suggestion: "\(number)")
            return
        }
    }

    private static func checkCounts(_ plan: Plan, _ notes: PlanNotes) {
        for taskClass in plan.taskClasses {
            let found = plan.tasks.filter { $0.taskClass == taskClass.id && $0.row != nil }.count
            guard let printed = taskClass.printed else {
                notes.report(.classCountMustBePrinted, .warning, at: taskClass.position, found: taskClass.title, suggestion: "\(found)")
                continue
            }
            if printed != found {
                notes.report(
                    .classCountMustAgree, .warning, at: taskClass.position, found: taskClass.title, suggestion: "\(printed) / \(found)")
            }
        }
    }

    /// Rungs that nothing raises, effects and limits whose numbers are not printed.
    static func checkSupervision(_ plan: Plan, _ notes: PlanNotes) {
        let raised = Set(plan.supervision.raise.flatMap(\.rungs))
        for rung in plan.supervision.ladder + plan.supervision.measures where !raised.contains(rung.id) {
            notes.report(.rungMustBeReached, .warning, at: rung.position, found: rung.title)
        }
        for effect in plan.supervision.effects where !effect.isStated {
            notes.report(.numberMustBeStated, .warning, at: effect.position, found: effect.title)
        }
        for (title, recurs, position) in plan.everyRecurrence where recurs.every == .unstated {
            notes.report(.periodMustBeStated, .note, at: position, found: title, suggestion: recurs.words)
        }
        for latency in plan.latencies where latency.limit == nil {
            notes.report(.latencyMustHaveLimit, .note, at: latency.position, found: latency.title)
        }
    }
}

extension Plan {
    /// Everything that recurs, with how often.
    fileprivate var everyRecurrence: [(title: String, recurs: Recurrence, position: SourcePosition)] {
        let tasks = allTasks.compactMap { task in task.recurs.map { (task.title, $0, task.position) } }
        let steps = everyStep.compactMap { step in step.recurs.map { (step.title, $0, step.position) } }
        let checks = supervision.checks.compactMap { check in check.recurs.map { (check.title, $0, check.position) } }
        let returns = returns.filter { $0.every == .unstated }.map { it in
            (it.title, Recurrence(every: .unstated, times: nil, isAdHoc: false, words: nil), it.position)
        }
        return tasks + steps + checks + returns
    }
}
