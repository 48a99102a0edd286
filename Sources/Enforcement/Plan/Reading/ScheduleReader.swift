import LandGeometry
import Yams

/// Reads what is owed by when, and what raises measures (目标、任务、督办读取).
struct ScheduleReader {
    let notes: PlanNotes

    func read(_ fields: Fields, _ plan: inout Plan) {
        let categories = plan.categories.map(\.id)
        plan.batches = fields.entries("batches").compactMap { batch($0, categories) }
        let batches = plan.batches.map(\.id)
        let units = plan.units.map(\.id)
        plan.targets = fields.list("targets").map { target($0, batches, categories) }
        plan.tasks = fields.list("tasks").map { task($0, units) }
        notes.reportDuplicates(plan.targets.map { ($0.id, $0.position) })
        notes.reportDuplicates(plan.tasks.map { ($0.id, $0.position) })
        plan.supervision = fields.fields("supervision").map { supervision($0, plan.flags.map(\.id)) } ?? Supervision()
        plan.open = fields.list("open").map { fields in
            defer { fields.close() }
            return OpenPoint(clause: fields.required("clause"), text: fields.required("text"), reading: fields.text("reading"))
        }
    }

    private func batch(_ entry: (name: String, key: Node, value: Node), _ categories: [String]) -> PlanBatch? {
        guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
        defer { fields.close() }
        return PlanBatch(
            id: entry.name, title: fields.required("title"), clause: fields.required("clause"), periods: fields.texts("periods"),
            category: fields.name("category", declared: categories))
    }

    private func target(_ fields: Fields, _ batches: [String], _ categories: [String]) -> PlanTarget {
        defer { fields.close() }
        let scope = fields.fields("scope")
        defer { scope?.close() }
        let metric = fields.choice("metric", PlanTarget.Metric.self)
        return PlanTarget(
            id: fields.required("target"), title: fields.required("title"), clause: fields.required("clause"),
            batches: scope?.names("batch", declared: batches) ?? [], category: scope?.name("category", declared: categories),
            metric: metric ?? .count, metricIsAssumed: fields.yesNo("metric-assumed") ?? (metric == nil),
            reach: fields.entries("reach").compactMap(stage), position: fields.node.position)
    }

    private func stage(_ entry: (name: String, key: Node, value: Node)) -> PlanTarget.Stage? {
        guard let day = Day(entry.name) else {
            notes.report(.dayMustExist, at: entry.key, found: entry.name, suggestion: "2019-12-31")
            return nil
        }
        guard let word = entry.value.word, case .share(let share) = AmountReader.amount(word) else {
            notes.report(.amountMustBeReadable, at: entry.value, found: entry.value.word ?? entry.name, suggestion: "100%")
            return nil
        }
        return PlanTarget.Stage(day: day, share: share)
    }

    private func task(_ fields: Fields, _ units: [String]) -> PlanTask {
        defer { fields.close() }
        let due = fields.value("due").map { $0.sequence.map { Array($0) } ?? [$0] } ?? []
        return PlanTask(
            id: fields.required("task"), title: fields.required("title"), clause: fields.required("clause"),
            by: fields.names("by", declared: units), to: fields.text("to"), due: due.compactMap(self.due),
            evidence: fields.texts("evidence"), position: fields.node.position)
    }

    private func due(_ node: Node) -> Due? {
        guard let fields = Fields.of(node, named: "due", notes) else { return nil }
        defer { fields.close() }
        return Due(words: fields.required("words"), day: fields.day("day"), reading: fields.text("reading"))
    }

    private func supervision(_ fields: Fields, _ flags: [String]) -> Supervision {
        defer { fields.close() }
        var supervision = Supervision()
        supervision.ladder = fields.list("ladder").map { fields in
            defer { fields.close() }
            return Supervision.Rung(id: fields.required("rung"), title: fields.required("title"), clause: fields.required("clause"))
        }
        let rungs = supervision.ladder.map(\.id)
        supervision.raise = fields.list("raise").map { fields in
            defer { fields.close() }
            let blank = fields.choice("limits", of: ["blank"]) == "blank"
            let title = fields.required("when")
            if blank { notes.report(.limitIsBlank, .warning, at: fields.node.position, found: title) }
            return Supervision.Trigger(
                title: title, clause: fields.required("clause"), rungs: fields.names("rung", declared: rungs),
                flag: fields.name("flag", declared: flags), findings: fields.texts("findings"), limitsAreBlank: blank)
        }
        return supervision
    }
}
