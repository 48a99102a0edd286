/// Checks a plan that reads well for what it says (方案检查): contradictions, blanks and traps of the notice, holes of the rules.
public enum PlanCheck {
    public static func diagnostics(of plan: Plan) -> [PlanDiagnostic] {
        let notes = PlanNotes()
        checkNotice(plan, notes)
        checkArticles(plan, notes)
        checkUnits(plan, notes)
        checkJudge(plan, notes)
        checkExamples(plan, notes)
        checkCategories(plan, notes)
        checkRoutes(plan, notes)
        checkUse(plan, notes)
        checkTargets(plan, notes)
        checkDeadlines(plan, notes)
        checkPhases(plan, notes)
        checkTaskList(plan, notes)
        checkSupervision(plan, notes)
        checkScales(plan, notes)
        checkFigures(plan, notes)
        return notes.diagnostics
    }

    /// Two rows of different verdict that hold together, with a case of facts (规则重叠).
    public struct Overlap: Sendable, Equatable {
        public var first: String
        public var second: String
        public var facts: [String: FactValue.Value]
    }

    /// Rows that hold together yet say different things; under `first` the earlier one decides.
    public static func overlaps(in plan: Plan) -> [Overlap] {
        overlaps(plan.judge.rows, plan.partition, within: [], except: [])
    }

    /// A case of facts in the words of the plan.
    static func words(_ facts: [String: FactValue.Value], _ plan: Plan) -> String {
        let order = ["category", "subtype"] + plan.facts.map(\.name)
        let wording = PlanWording(plan: plan)
        return order.compactMap { name in
            guard let value = facts[name], let word = value.word else { return nil }
            let title = ["category", "subtype"].contains(name) ? wording.title(name) : plan.fact(name)?.title ?? name
            return "\(title)=\(word == "yes" || word == "no" ? word : wording.value(value, of: name))"
        }.joined(separator: "，")
    }
}
