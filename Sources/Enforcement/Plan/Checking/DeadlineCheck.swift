extension PlanCheck {
    /// Due dates: blank, contradictory, vague, before the issue, outside every phase.
    static func checkDeadlines(_ plan: Plan, _ notes: PlanNotes) {
        for item in plan.everyDeadline {
            let (title, due) = (item.title, item.due)
            checkWords(title, due, notes)
            guard let day = due.day else { continue }
            if let issued = plan.notice?.issued, day <= issued {
                notes.report(.dueMustNotPrecedeIssue, .warning, at: due.position, found: title, suggestion: "\(day.text) ≤ \(issued.text)")
            }
            if !plan.phaseSpans.isEmpty, !plan.phaseSpans.contains(where: { $0.contains(day) }) {
                notes.report(.dueMustLieInPhase, .warning, at: due.position, found: title, suggestion: day.text)
            }
        }
        let before = plan.everyDeadline.map(\.due).filter { $0.readings.contains { $0.endsBefore && $0.manner == .exact } }
        if let first = before.first {
            notes.report(.beforeIncludesDay, .note, at: first.position, found: "\(before.count)")
        }
        checkWorkdays(plan, notes)
    }

    /// Days named that are not worked, in a notice that does not say whether the due date moves.
    private static func checkWorkdays(_ plan: Plan, _ notes: PlanNotes) {
        let named = plan.everyDeadline.map(\.due).filter { [.exact, .monthEnd, .yearEnd].contains($0.status) }
        let idle = named.filter { $0.day.flatMap { WorkCalendar.china.isWorkday($0) } == false }
        guard let first = idle.first else { return }
        let days = Set(idle.compactMap(\.day)).sorted().map(\.words)
        notes.report(.dueMustBeWorkday, .note, at: first.position, found: "\(idle.count)", suggestion: days.joined(separator: "、"))
    }

    private static func checkWords(_ title: String, _ due: Deadline, _ notes: PlanNotes) {
        switch due.status {
        case .absent:
            notes.report(
                .dueMustBeGiven, .warning, at: due.position, found: title, suggestion: due.day.map { "\($0.text)，\(due.reason ?? "")" })
        case .conflict:
            notes.report(.dueMustNotContradict, .warning, at: due.position, found: title, suggestion: due.text)
        case .fuzzy, .window, .season:
            notes.report(.dueMustBeExact, .note, at: due.position, found: title, suggestion: "\(due.text) → \(due.day?.text ?? "–")")
        case .words where due.day == nil:
            let hint = due.text.contains("每") ? "；周期写在 repeat" : ""
            notes.report(.dueMustBeExact, .note, at: due.position, found: title, suggestion: due.text + hint)
        case .words, .exact, .monthEnd, .yearEnd, .range, .relative: break
        }
        if due.isInferred {
            notes.report(.dueIsInferred, .note, at: due.position, found: title, suggestion: due.reason ?? due.day?.text)
        }
    }

    /// Phases: in order, without holes and overlaps.
    static func checkPhases(_ plan: Plan, _ notes: PlanNotes) {
        let phases = plan.phases
        for (earlier, later) in zip(phases, phases.dropFirst()) {
            guard let end = earlier.until?.day, let start = later.from else { continue }
            let between = "\(Day(number: end.number + 1).text) – \(Day(number: start.number - 1).text)"
            if start.number > end.number + 1 {
                notes.report(
                    .phasesMustLeaveNoHole, .warning, at: later.position, found: "\(earlier.title)、\(later.title)", suggestion: between)
            } else if start <= end {
                notes.report(.phasesMustNotOverlap, .warning, at: later.position, found: "\(earlier.title)、\(later.title)")
            }
        }
    }
}

extension Plan {
    /// Every due date of the plan with what is due, in the order of the file.
    var everyDeadline: [DatedItem] {
        var found: [DatedItem] = []
        for phase in phases { found.add(phase.title, phase.until) }
        for target in allTargets {
            for stage in target.stages { found.add(target.title, stage.due) }
            found.add(target.title, target.flow?.period)
            found.add(target.title, target.baseline?.locks)
        }
        for task in allTasks { for due in task.due { found.add(task.title, due) } }
        for step in everyStep { found.add(step.title, step.due) }
        for reason in categories.compactMap(\.exemption).flatMap(\.reasons) { found.add(reason.title, reason.until) }
        for target in allTargets { found.add(target.title, target.extend?.until) }
        for step in everyStep { found.add(step.title, step.extend?.until) }
        for exchange in exchanges { found.add(exchange.title, exchange.due) }
        for check in supervision.checks { for due in check.due { found.add(check.title, due) } }
        for evaluation in supervision.evaluations { for due in evaluation.due { found.add(evaluation.title, due) } }
        for rung in supervision.ladder + supervision.measures { found.add(rung.title, rung.within) }
        return found.sorted { ($0.due.position.line, $0.due.position.column) < ($1.due.position.line, $1.due.position.column) }
    }

    /// The phases as spans of days; empty unless there are several and all have an end.
    var phaseSpans: [ClosedRange<Day>] {
        guard phases.count > 1, phases.allSatisfy({ $0.until?.day != nil }) else { return [] }
        return phases.compactMap { phase in
            guard let end = phase.until?.day else { return nil }
            return min(phase.from ?? Day(number: Int.min / 2), end)...end
        }
    }
}

/// Something with a due date (到期事项).
struct DatedItem {
    var title: String
    var due: Deadline
}

extension [DatedItem] {
    fileprivate mutating func add(_ title: String, _ due: Deadline?) {
        if let due { append(DatedItem(title: title, due: due)) }
    }
}
