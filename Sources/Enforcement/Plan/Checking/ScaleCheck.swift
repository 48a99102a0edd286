extension PlanCheck {
    /// Scales, scores, allotments and thresholds: whole, without overlap, in order.
    static func checkScales(_ plan: Plan, _ notes: PlanNotes) {
        for effect in plan.supervision.effects { checkTiers(effect.tiers, effect.title, notes) }
        for evaluation in plan.supervision.evaluations {
            checkTiers(evaluation.grades, evaluation.title, notes)
            checkScore(evaluation, notes)
        }
        for target in plan.allTargets { checkSums(target, notes) }
        checkThresholds(plan, notes)
        for indicator in plan.indicators where !indicator.isStated {
            notes.report(.numberMustBeStated, .warning, at: indicator.position, found: indicator.title)
        }
    }

    /// Every value between the lowest and the highest limit belongs to one tier. A scale of `>=` alone is a stair: its highest step counts.
    private static func checkTiers(_ tiers: [Tier], _ title: String, _ notes: PlanNotes) {
        let limits = tiers.flatMap(\.at)
        guard let first = tiers.first, let one = limits.first else { return }
        if let odd = limits.first(where: { !$0.amount.suits(one.amount) }) {
            notes.report(.amountMustSuitMeasure, at: first.position, found: odd.words, suggestion: one.words)
            return
        }
        let points = Set(limits.map(\.amount.value)).sorted()
        let samples = points + zip(points, points.dropFirst()).map { ($0 + $1) / 2 }
        let isStair =
            tiers.allSatisfy { $0.at.allSatisfy { [.atLeast, .more].contains($0.comparison) } }
            || tiers.allSatisfy { $0.at.allSatisfy { [.atMost, .less].contains($0.comparison) } }
        for value in samples.sorted() {
            let held = tiers.filter { $0.at.allSatisfy { $0.holds(value) } }
            let shown = PlanWording.number(value / one.amount.unit.factor) + (one.amount.unit.spellings.first ?? "")
            if held.count > 1, !isStair {
                notes.report(
                    .tiersMustNotOverlap, .warning, at: held[1].position, found: title,
                    suggestion: "\(shown)：\(held.map(\.title).joined(separator: "、"))")
                return
            }
            if held.isEmpty, !isStair {
                notes.report(.tiersMustLeaveNoGap, .warning, at: first.position, found: title, suggestion: shown)
                return
            }
        }
    }

    private static func checkScore(_ evaluation: Evaluation, _ notes: PlanNotes) {
        checkPoints(evaluation.items, evaluation.full, evaluation.title, evaluation.position, notes)
        let weights = evaluation.items.compactMap(\.weight)
        let sum = weights.reduce(0, +)
        if !weights.isEmpty, abs(sum - 1) > 1e-9 {
            notes.report(
                .scoreMustAddUp, .warning, at: evaluation.position, found: evaluation.title,
                suggestion: "\(PlanWording.percent(sum)) / 100%")
        }
    }

    private static func checkPoints(_ items: [ScoreItem], _ full: Double?, _ title: String, _ place: SourcePosition, _ notes: PlanNotes) {
        let points = items.compactMap(\.points)
        let sum = points.reduce(0, +)
        if let full, !items.isEmpty, points.count == items.count, abs(sum - full) > 1e-9 {
            let both = "\(PlanWording.number(sum)) / \(PlanWording.number(full))"
            notes.report(.scoreMustAddUp, .warning, at: place, found: title, suggestion: both)
        }
        for item in items {
            checkPoints(item.parts, item.points, item.title, item.position, notes)
            guard let points = item.points else { continue }
            for rule in item.deduct where (rule.atMost ?? rule.points) > points {
                let both = "\(PlanWording.number(rule.atMost ?? rule.points)) > \(PlanWording.number(points))"
                notes.report(.deductionMustFitItem, .warning, at: rule.position, found: item.title, suggestion: both)
            }
        }
    }

    /// The rows of the annex against what the body asks for in all.
    private static func checkSums(_ target: PlanTarget, _ notes: PlanNotes) {
        guard let one = target.allot.first else { return }
        guard let odd = target.allot.first(where: { !$0.amount.suits(one.amount) }) else {
            let sum = target.allot.map(\.amount.value).reduce(0, +)
            let totals = (target.baseline?.amounts ?? []) + [target.stages.last?.amount].compactMap { $0 }
            for total in totals where total.suits(one.amount) && abs(total.value - sum) > 0.005 * one.amount.unit.factor {
                let shown = PlanWording.number(sum / one.amount.unit.factor) + (one.amount.unit.spellings.first ?? "")
                notes.report(.allotmentMustAddUp, .warning, at: one.position, found: target.title, suggestion: "\(shown) / \(total.words)")
                return
            }
            return
        }
        notes.report(.amountMustSuitMeasure, at: odd.position, found: odd.amount.words, suggestion: one.amount.words)
    }

    /// Of two rungs raised by one indicator the higher one asks for more.
    private static func checkThresholds(_ plan: Plan, _ notes: PlanNotes) {
        let order = plan.supervision.ladder.map(\.id)
        let raised = plan.supervision.raise.compactMap { trigger -> (trigger: Trigger, limit: Limit, rank: Int)? in
            guard let limit = trigger.reaches.first, trigger.indicator != nil, [.atLeast, .more].contains(limit.comparison),
                let rank = trigger.rungs.compactMap({ order.firstIndex(of: $0) }).max()
            else { return nil }
            return (trigger, limit, rank)
        }
        for (index, later) in raised.enumerated() {
            let earlier = raised[..<index].first { other in
                guard other.trigger.indicator == later.trigger.indicator, other.limit.amount.suits(later.limit.amount) else { return false }
                let rises = later.limit.amount.value - other.limit.amount.value
                return (later.rank - other.rank > 0 && rises < 0) || (later.rank - other.rank < 0 && rises > 0)
            }
            if let earlier {
                let both = "\(earlier.limit.words)：\(earlier.trigger.title)"
                notes.report(.thresholdsMustRise, .warning, at: later.trigger.position, found: later.trigger.title, suggestion: both)
            }
        }
    }
}
