import Enforcement

/// What the plan asks of an unlawful entry (处置要求), as the entry page shows it.
struct DispositionModel {
    /// A route with everything the plan says of it.
    struct RouteModel {
        var title: Said
        var clause: Said
        var group: String?
        var steps: [Line]
        var hasSteps: Bool
        /// What makes it accepted, or done.
        var ends: [Line]
        var hasEnds: Bool
        /// One of several that are still possible.
        var isCandidate: Bool
    }
    /// A sentence of the plan, with where it stands.
    struct Line {
        var text: Said
        var details: [Said]
        var hasDetails: Bool
        var clause: Said?
    }
    /// A date of a target.
    struct Due {
        var day: String
        var asks: Said
        var words: Said
        var title: Said
        var clause: Said
        var isOpen: Bool
        var isPast: Bool
    }
    var category: Said
    var clause: Said
    var lead: Said?
    var implement: Said?
    var routes: [RouteModel]
    var hasRoutes: Bool
    /// The routes are candidates: what must be known first stands in `missing`.
    var isOpen: Bool
    var missing: [Said]
    var hasMissing: Bool
    var dues: [Due]
    var hasDues: Bool

    init(_ it: Disposition, today: Day, words: PlanWords) {
        let plan = words.plan
        category = words.said(it.category.title)
        clause = words.said(it.category.clause)
        lead = Self.units(it.category.lead, words)
        implement = Self.units(it.category.implement, words)
        isOpen = it.routes.isEmpty && !it.candidates.isEmpty
        routes = (isOpen ? it.candidates : it.routes).map { [isOpen] in Self.route($0, isCandidate: isOpen, of: plan, words) }
        hasRoutes = !routes.isEmpty
        missing = it.routes.isEmpty ? (it.proposal?.missing ?? []).map { words.said($0.title) } : []
        hasMissing = !missing.isEmpty
        dues = it.dues.flatMap { due in due.target.stages.map { Self.due($0, of: due, today, words) } }
        hasDues = !dues.isEmpty
    }

    private static func units(_ ids: [String], _ words: PlanWords) -> Said? {
        guard !ids.isEmpty else { return nil }
        let titles: String = ids.map { words.plan.unit($0)?.title ?? $0 }.joined(separator: "、")
        return words.said(titles) as Said
    }

    private static func route(_ route: Route, isCandidate: Bool, of plan: Plan, _ words: PlanWords) -> RouteModel {
        let steps = isCandidate ? [] : plan.steps(of: route).map { Line(plan.told($0), words) }
        let accepted = isCandidate ? [] : route.accept.map { Line(plan.told($0), words) }.map { [$0] } ?? []
        let done = isCandidate ? [] : route.done.map { Line(text: words.said($0), details: [], hasDetails: false) }
        return RouteModel(
            title: words.said(route.title), clause: words.said(route.clause), group: route.group.map { words.gloss($0.gloss) },
            steps: steps, hasSteps: !steps.isEmpty, ends: accepted + done, hasEnds: !(accepted + done).isEmpty, isCandidate: isCandidate)
    }

    private static func due(_ stage: TargetStage, of due: Disposition.Due, _ today: Day, _ words: PlanWords) -> Due {
        let target = due.target
        return Due(
            day: stage.day?.text ?? "—", asks: words.said(words.plan.asks(stage, of: target)), words: words.said(stage.due.text),
            title: words.said(target.title), clause: words.said(stage.clause ?? target.clause), isOpen: !due.isCertain,
            isPast: stage.day.map { $0 < today } ?? false)
    }
}

extension DispositionModel.Line {
    /// An item of the outline: its own words, what it says below them, and its clause.
    init(_ item: OutlineItem, _ words: PlanWords) {
        text = words.said(item.text.isEmpty ? item.label : item.text)
        details = item.items.map { words.said($0.sentence) }
        hasDetails = !details.isEmpty
        clause = words.said(item.clause)
    }
}
