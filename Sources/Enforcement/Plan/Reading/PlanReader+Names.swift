import LandGeometry
import Yams

extension PlanReader {
    /// Reads what other sections refer to by name: parameters, units, layers.
    func readNames(_ fields: Fields, _ plan: inout Plan) {
        plan.parameters = fields.entries("parameters").compactMap(parameter)
        if let node = fields.value("tolerance"), let text = fields.text("tolerance") {
            if case .area(let area) = AmountReader.amount(text) {
                plan.tolerance = area
            } else {
                notes.report(.amountMustBeReadable, at: node, found: text, suggestion: "0.01 mu")
            }
        }
        plan.units = fields.entries("units").compactMap(unit)
        plan.layers = fields.entries("layers").compactMap(layer)
        plan.ground = fields.name("ground", declared: plan.layers.map(\.name.text)).map { LayerName($0) }
    }

    private func parameter(_ entry: (name: String, key: Node, value: Node)) -> Parameter? {
        guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
        defer { fields.close() }
        let text = fields.required("value")
        let official = fields.yesNo("official") ?? true
        let title = fields.required("title")
        let note = fields.text("note")
        if !official { notes.report(.numberIsNotOfficial, .note, at: entry.key.position, found: entry.name) }
        guard let amount = AmountReader.amount(text) else {
            notes.report(.amountMustBeReadable, at: fields.value("value") ?? entry.value, found: text, suggestion: "99%")
            return nil
        }
        return Parameter(name: entry.name, title: title, amount: amount, isOfficial: official, note: note)
    }

    private func unit(_ entry: (name: String, key: Node, value: Node)) -> PlanUnit? {
        if let title = entry.value.word { return PlanUnit(id: entry.name, title: title) }
        guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
        defer { fields.close() }
        return PlanUnit(
            id: entry.name, title: fields.required("title"), every: fields.choice("every", PlanUnit.Group.self), duty: fields.text("duty"),
            clause: fields.text("clause"))
    }

    private func layer(_ entry: (name: String, key: Node, value: Node)) -> PlanLayer? {
        guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
        defer { fields.close() }
        return PlanLayer(
            name: LayerName(entry.name), title: fields.required("title"), table: fields.text("table"),
            classField: fields.text("class-field"),
            scheme: fields.text("scheme"), strictness: strictness(fields),
            coversAll: fields.choice("covers", of: ["all", "part"]) == "all",
            classes: fields.entries("classes").compactMap(className), clause: fields.text("clause"))
    }

    private func strictness(_ fields: Fields) -> Int? {
        guard let text = fields.text("strictness"), let node = fields.value("strictness") else { return nil }
        let rank = Int(text)
        if rank == nil { notes.report(.valueMustBeOneOf, at: node, found: text, suggestion: "1 / 2 / 3") }
        return rank
    }

    private func className(_ entry: (name: String, key: Node, value: Node)) -> ClassName? {
        let codes = entry.value.word.map { [$0] } ?? entry.value.sequence?.compactMap(\.word) ?? []
        if codes.isEmpty { notes.report(.valueMustBeText, at: entry.value, found: entry.name) }
        return ClassName(name: entry.name, codes: codes)
    }

    /// Reads the categories; their scopes ask the facts, which stand by then.
    func readCategories(_ fields: Fields, _ plan: inout Plan) {
        let conditions = ConditionReader(plan: plan, notes: notes)
        let units = plan.units.map(\.id)
        plan.categories = fields.entries("categories").compactMap { entry in
            guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
            defer { fields.close() }
            return Category(
                id: entry.name, title: fields.required("title"), clause: fields.required("clause"),
                lead: fields.names("lead", declared: units), implement: fields.names("implement", declared: units),
                scope: fields.value("scope").map(conditions.condition) ?? .always)
        }
    }
}
