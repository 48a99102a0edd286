extension PlanCheck {
    /// What the notice lacks: annexes, contents it refers to, points it leaves open.
    static func checkNotice(_ plan: Plan, _ notes: PlanNotes) {
        for annex in plan.notice?.annexes ?? [] {
            switch annex.state {
            case .present: break
            case .absent: notes.report(.annexMustBeThere, .warning, at: annex.position, found: annex.title)
            case .damaged: notes.report(.annexMustBeWhole, .warning, at: annex.position, found: annex.title, suggestion: annex.note)
            }
        }
        for policy in plan.policies where !policy.isListed {
            notes.report(.contentsMustBePrinted, .warning, at: policy.position, found: policy.title)
        }
        for point in plan.open {
            notes.report(.pointIsOpen, .note, at: point.position, found: "\(point.clause)：\(point.text)", suggestion: point.reading)
        }
    }

    /// Groups whose members are not as many as counted, and units that carry something out without ground to do it on.
    static func checkUnits(_ plan: Plan, _ notes: PlanNotes) {
        for unit in plan.units {
            if let count = unit.count, count != unit.members.count {
                notes.report(
                    .membersMustBeNamed, .warning, at: unit.position, found: unit.title, suggestion: "\(unit.members.count) / \(count)")
            }
        }
        let carriers = Set(plan.categories.flatMap(\.implement))
        for unit in plan.units where carriers.contains(unit.id) && unit.jurisdiction == nil && unit.every?.hasArea != true {
            notes.report(.unitMustHaveJurisdiction, .warning, at: unit.position, found: unit.title)
        }
    }

    /// Quantities and indicators that nothing looks at.
    static func checkFigures(_ plan: Plan, _ notes: PlanNotes) {
        let (targets, supervision) = (plan.allTargets, plan.supervision)
        let measured = plan.facts.compactMap { if case .quantity(let it) = $0.source { it.quantity.id } else { nil } }
        let tallies = plan.indicators.flatMap { [$0.part, $0.whole].compactMap { $0 } }
        let quantities = Set(measured + plan.categories.flatMap(\.sums) + targets.compactMap(\.quantity) + tallies.compactMap(\.quantity))
        for quantity in plan.quantities where !quantities.contains(quantity.id) {
            notes.report(.figureMustBeUsed, .warning, at: quantity.position, found: quantity.title)
        }
        let watched =
            targets.compactMap(\.indicator) + supervision.raise.compactMap(\.indicator) + supervision.effects.compactMap(\.indicator)
        let ranked = supervision.rankings.compactMap(\.indicator) + supervision.evaluations.flatMap(\.items).flatMap(\.everyIndicator)
        let indicators = Set(watched + ranked)
        for indicator in plan.indicators where !indicators.contains(indicator.id) {
            notes.report(.figureMustBeUsed, .warning, at: indicator.position, found: indicator.title)
        }
    }

    /// Facts that nothing asks.
    static func checkUse(_ plan: Plan, _ notes: PlanNotes) {
        var used = Set(plan.everyCondition.flatMap(\.terms).map(\.fact) + plan.judge.rows.compactMap(\.split))
        var grown = true
        while grown {
            let before = used.count
            for fact in plan.facts where used.contains(fact.name) {
                switch fact.source {
                case .derived(.condition(let condition)): used.formUnion(condition.terms.map(\.fact))
                case .derived(.strictest(let facts)): used.formUnion(facts)
                default: break
                }
            }
            grown = used.count > before
        }
        for fact in plan.facts where !used.contains(fact.name) {
            notes.report(.factMustBeUsed, .warning, at: fact.position, found: fact.name)
        }
    }
}

extension Plan {
    /// Every condition of the plan, wherever it stands.
    var everyCondition: [Condition] {
        let tables = judge.rows.map(\.condition) + categories.flatMap { $0.decide?.rows ?? [] }.map(\.condition)
        let scopes = categories.map(\.scope) + categories.flatMap(\.exclude) + categories.flatMap(\.subtypes).compactMap(\.condition)
        let reasons = categories.compactMap(\.exemption).flatMap(\.reasons).compactMap(\.condition)
        let tallies = indicators.flatMap { [$0.part.scope.condition, $0.whole?.scope.condition].compactMap { $0 } }
        let marks = reasons + tallies + allFlags.map(\.condition) + tags.compactMap(\.condition) + allTargets.compactMap(\.scope.condition)
        return tables + scopes + marks + everyStep.flatMap { [$0.condition].compactMap { $0 } + $0.choices.compactMap(\.condition) }
    }

    /// Every step of every route and procedure, those of branches included.
    var everyStep: [PlanStep] {
        (allRoutes.flatMap(\.route.steps) + procedures.flatMap(\.steps)).flatMap(Self.withBranches)
    }

    private static func withBranches(_ step: PlanStep) -> [PlanStep] {
        [step] + step.choices.flatMap(\.steps).flatMap(withBranches)
    }
}

extension ScoreItem {
    /// Indicators it and its parts score.
    fileprivate var everyIndicator: [String] { [indicator].compactMap { $0 } + parts.flatMap(\.everyIndicator) }
}
