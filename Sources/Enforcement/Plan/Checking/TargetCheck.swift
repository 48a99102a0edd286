extension PlanCheck {
    /// Schedules: rising, reaching all, with a stated basis; measures that change between dates.
    static func checkTargets(_ plan: Plan, _ notes: PlanNotes) {
        notes.reportDuplicates(plan.allTargets.map { ($0.id, $0.position) })
        for target in plan.allTargets {
            checkRise(target, notes)
            checkBasis(target, notes)
            if target.stages.isEmpty && target.flow == nil && target.keep.isEmpty {
                notes.report(.targetMustHaveDay, .warning, at: target.position, found: target.title)
            }
            if let baseline = target.baseline, !baseline.isStated {
                notes.report(.numberMustBeStated, .warning, at: target.position, found: baseline.title)
            }
        }
    }

    /// Shares are compared only where the same thing is measured.
    private static func checkRise(_ target: PlanTarget, _ notes: PlanNotes) {
        let days = target.stages.compactMap(\.day)
        if zip(days, days.dropFirst()).contains(where: { $0 > $1 }) {
            notes.report(.stagesMustFollow, .warning, at: target.position, found: target.title)
        }
        let runs = Dictionary(grouping: target.stages.filter { $0.share != nil }) { basis(of: $0, target) }
        for stages in runs.values {
            let shares = stages.compactMap { stage in stage.day.map { ($0, stage.share ?? 0) } }.sorted { $0.0 < $1.0 }.map(\.1)
            if zip(shares, shares.dropFirst()).contains(where: { $0 > $1 }) {
                notes.report(.scheduleMustRise, .warning, at: target.position, found: target.title)
            }
        }
        let last = target.stages.filter { $0.share != nil }.max { ($0.day ?? Day(number: 0)) < ($1.day ?? Day(number: 0)) }
        if let share = last?.share, share < 1, !target.isPartial {
            notes.report(.scheduleMustReachAll, .warning, at: target.position, found: target.title, suggestion: PlanWording.percent(share))
        }
        let amounts = target.stages.compactMap { stage in stage.amount.flatMap { amount in stage.day.map { ($0, amount) } } }.sorted {
            $0.0 < $1.0
        }
        if zip(amounts, amounts.dropFirst()).contains(where: { $0.1.suits($1.1) && $0.1.value > $1.1.value }) {
            notes.report(.scheduleMustRise, .warning, at: target.position, found: target.title)
        }
        if runs.count > 1 { notes.report(.metricChangesMidway, .warning, at: target.position, found: target.title) }
    }

    private static func basis(of stage: TargetStage, _ target: PlanTarget) -> String {
        [
            (stage.metric ?? target.metric)?.rawValue, (stage.measure ?? target.measure)?.rawValue, (stage.of ?? target.of)?.rawValue,
        ].map { $0 ?? "-" }.joined(separator: " ")
    }

    private static func checkBasis(_ target: PlanTarget, _ notes: PlanNotes) {
        let isShare = target.stages.contains { ($0.share ?? 1) < 1 }
        let isUnstated = target.isAssumed || target.stages.contains { $0.share != nil && ($0.metric ?? target.metric) == nil }
        guard isUnstated, target.quantity == nil, target.indicator == nil else { return }
        notes.report(.metricMustBeStated, isShare ? .warning : .note, at: target.position, found: target.title)
    }
}
