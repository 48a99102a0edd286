/// What the plan asks for an entry found unlawful (处置要求): its category, its route or what leaves that open, and what is due
/// by when. Told, never decided: a person chooses the route.
public struct Disposition: Sendable, Equatable {
    public var category: Category
    /// What the table of routes says; nil where the category has none.
    public var proposal: RouteProposal?
    /// The routes it gives; none while it is open.
    public var routes: [Route]
    /// The routes that are left while something is unknown.
    public var candidates: [Route]
    public var dues: [Due]

    /// A target under which the entry falls (整治时限), with whether it surely does.
    public struct Due: Sendable, Equatable {
        public var target: PlanTarget
        /// False where a fact, the route or the unit leaves it open.
        public var isCertain: Bool
    }
}

extension Judge {
    /// What the plan asks for `thing`; nil where it falls under no category of the plan.
    public static func disposition(of given: JudgedThing, under plan: Plan) -> Disposition? {
        disposition(of: given, under: plan, [:])
    }

    /// - Parameter partitions: of the plan's categories, by id, for whoever asks about many entries; others are worked out.
    static func disposition(of given: JudgedThing, under plan: Plan, _ partitions: [String: FactPartition]) -> Disposition? {
        var thing = given
        let own = plan.categories.first { $0.id == given.category }
        if own == nil { thing.category = nil }
        guard let category = own ?? category(of: thing, under: plan) else { return nil }
        thing.category = category.id
        let proposal = route(for: thing, under: plan, category, partitions[category.id] ?? plan.partition(of: category))
        let rows = category.decide?.rows ?? []
        let open = (proposal?.candidates ?? []).compactMap { id in rows.first { $0.id == id }?.route }
        var disposition = Disposition(
            category: category, proposal: proposal, routes: plan.routes(proposal?.routes ?? [], in: category),
            candidates: plan.routes(open, in: category), dues: [])
        let reach = TargetReach(reader: FactReader(thing, plan), disposition: disposition, plan: plan)
        disposition.dues = (category.targets.map { ($0, true) } + plan.targets.map { ($0, false) }).compactMap { target, isOwn in
            let truth = reach.covers(target, asOwn: isOwn)
            return truth == .no ? nil : Disposition.Due(target: target, isCertain: truth == .yes)
        }
        return disposition
    }
}

extension Plan {
    fileprivate func routes(_ ids: [String], in category: Category) -> [Route] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.compactMap { route($0, in: category.id) }
    }

    /// The steps of a route, those of shared procedures in their place (处置步骤).
    public func steps(of route: Route) -> [PlanStep] { expanded(route.steps, within: []) }

    private func expanded(_ steps: [PlanStep], within names: [String]) -> [PlanStep] {
        steps.flatMap { step -> [PlanStep] in
            guard let name = step.include else { return [step] }
            // A procedure that includes itself is an error of the plan; it is told, not followed.
            guard !names.contains(name), let procedure = procedures.first(where: { $0.id == name }) else { return [] }
            return expanded(procedure.steps, within: names + [name])
        }
    }
}

extension Plan {
    /// A step as the outline tells it (步骤提纲).
    public func told(_ step: PlanStep) -> OutlineItem { PlanStep.form.tell(step, Teller(self)) }
    /// What makes an entry accepted, as the outline tells it (验收提纲).
    public func told(_ acceptance: Acceptance) -> OutlineItem { Acceptance.form.tell(acceptance, Teller(self)) }

    /// What a date of a schedule asks (节点要求): `完成整治 100%（按宗数）`, a number, or the document that must be there.
    public func asks(_ stage: TargetStage, of target: PlanTarget) -> String {
        let measure = (stage.measure ?? target.measure)?.gloss.zh
        let share = stage.share.map { PlanWording.percent($0) }
        let amount = share ?? stage.count.map(String.init) ?? stage.amount?.words
        let metric = (stage.metric ?? target.metric).map { "（\($0.gloss.zh)）" }
        let figure = amount.map { (measure.map { $0 + " " } ?? "") + $0 + (metric ?? "") }
        return [stage.milestone, figure].compactMap { $0 }.joined(separator: "，")
    }
}

extension OutlineItem {
    /// The item and all below it as one sentence: `前提：甲，乙`.
    public var sentence: String {
        let below = items.map(\.sentence).joined(separator: "；")
        if below.isEmpty { return line }
        return line.isEmpty ? below : "\(line)：\(below)"
    }
}

/// Whether a target counts an entry (目标是否计入), as far as is known.
private struct TargetReach {
    let reader: FactReader
    let disposition: Disposition
    let plan: Plan

    /// - Parameter isOwn: the target stands in the entry's category.
    func covers(_ target: PlanTarget, asOwn isOwn: Bool) -> Truth {
        let scope = target.scope
        let isOfCategory = isOwn || scope.category.isEmpty || scope.category.contains(disposition.category.id)
        // Batches and units are known to the ledger, not to the rules; words no rule can read.
        let isTold = scope.batches.isEmpty && scope.units.isEmpty && scope.words == nil
        return Truth.all(
            [
                Truth(isOfCategory), subtype(scope.subtype), route(scope.route), flags(scope.flag),
                scope.condition?.truth(reader.read) ?? .yes, isTold ? .yes : .unknown,
            ]) { $0 }
    }

    private func subtype(_ wanted: [String]) -> Truth {
        guard !wanted.isEmpty else { return .yes }
        guard case .text(let found) = reader.read("subtype") else { return .unknown }
        return wanted.contains(found) ? .yes : .no
    }

    private func route(_ wanted: [String]) -> Truth {
        guard !wanted.isEmpty else { return .yes }
        if disposition.routes.contains(where: { wanted.contains($0.id) }) { return .yes }
        let isOpen =
            disposition.routes.isEmpty && (disposition.proposal == nil || disposition.candidates.contains { wanted.contains($0.id) })
        return isOpen ? .unknown : .no
    }

    private func flags(_ wanted: [String]) -> Truth {
        guard !wanted.isEmpty else { return .yes }
        return Truth.any(plan.allFlags.filter { wanted.contains($0.id) }) { $0.condition.truth(reader.read) }
    }
}
