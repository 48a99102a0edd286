import Yams

/// Reads the rows of `judge` and the flags (规则读取).
struct RulesReader {
    let conditions: ConditionReader
    let notes: PlanNotes

    func table(_ fields: Fields) -> DecisionTable {
        var table = DecisionTable()
        guard let fields = fields.fields("judge") else { return table }
        defer { fields.close() }
        table.policy = fields.choice("policy", DecisionTable.Policy.self) ?? .first
        if let words = fields.fields("undecided") {
            table.undecided = .init(title: words.required("title"), kind: words.text("kind"), clause: words.required("clause"))
            words.close()
        } else {
            notes.report(.keyMustBePresent, at: fields.node, found: "undecided")
        }
        table.usual = fields.value("usual").map(conditions.given) ?? [:]
        table.rows = fields.list("rows").map(row)
        notes.reportDuplicates(table.rows.map { ($0.id, $0.position) })
        return table
    }

    private func row(_ fields: Fields) -> JudgeRow {
        defer { fields.close() }
        let row = JudgeRow(
            id: fields.required("rule"), title: fields.required("title"), clause: fields.required("clause"), basis: fields.text("basis"),
            condition: condition(fields), verdict: verdict(fields), kind: fields.text("kind"), needs: fields.texts("needs"),
            split: split(fields), holds: examples(fields, "holds"), fails: examples(fields, "fails"), position: fields.node.position)
        for term in row.condition.terms where isAboutUnlawfulPart(term.fact) {
            notes.report(.unlawfulPartBelongsToFlags, at: fields.node, found: term.fact)
        }
        return row
    }

    private func isAboutUnlawfulPart(_ name: String) -> Bool {
        guard case .overlay(let it) = conditions.plan.fact(name)?.source else { return false }
        return it.part == .unlawful
    }

    /// `if:` with facts, or `else: true` for the row that takes the rest.
    private func condition(_ fields: Fields) -> Condition {
        if fields.has("else") {
            _ = fields.choice("else", of: ["true"])
            return .always
        }
        guard let node = fields.value("if") else {
            notes.report(.keyMustBePresent, at: fields.node, found: "if")
            return .always
        }
        return conditions.condition(node)
    }

    private func verdict(_ fields: Fields) -> Verdict {
        if !fields.has("verdict") { notes.report(.keyMustBePresent, at: fields.node, found: "verdict") }
        return fields.choice("verdict", Verdict.self) ?? .doubtful
    }

    private func split(_ fields: Fields) -> String? {
        guard let name = fields.name("split", declared: conditions.plan.facts.map(\.name)), let node = fields.value("split") else {
            return nil
        }
        if case .overlay = conditions.plan.fact(name)?.source { return name }
        notes.report(.splitMustBeMeasured, at: node, found: name)
        return nil
    }

    private func examples(_ fields: Fields, _ key: String) -> [Example] {
        fields.nodes(key).map { Example(given: conditions.given($0), position: $0.position) }
    }

    func flags(_ fields: Fields) -> [Flag] {
        fields.entries("flags").compactMap { entry -> Flag? in
            guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
            defer { fields.close() }
            return Flag(
                id: entry.name, title: fields.required("title"), clause: fields.required("clause"), basis: fields.text("basis"),
                verdicts: fields.names("verdict", declared: Verdict.allCases.map(\.rawValue)).compactMap { Verdict(rawValue: $0) },
                condition: flagCondition(fields), qualifies: fields.text("qualifies"), holds: examples(fields, "holds"),
                fails: examples(fields, "fails"), position: entry.key.position)
        }
    }

    /// `if:` or, as in the sketch of the language, `any:` with a list.
    private func flagCondition(_ fields: Fields) -> Condition {
        if fields.has("any") { return .any(fields.nodes("any").map(conditions.condition)) }
        return condition(fields)
    }
}
