import LandGeometry
import Yams

extension Plan {
    /// Reads a plan from YAML and collects every diagnostic in one pass (读取方案).
    ///
    /// - Parameters:
    ///   - name: name of the file, without folders; a plan stands in `<id>.yaml`.
    ///   - digest: digest of the file's bytes; joined to the label under `version:`.
    public static func read(_ yaml: String, name: String, digest: String? = nil) -> PlanReading {
        let notes = PlanNotes()
        let plan = PlanReader(notes).read(yaml, name: name, digest: digest)
        var diagnostics = notes.diagnostics
        if let plan { diagnostics += PlanCheck.diagnostics(of: plan) }
        diagnostics.sort { ($0.line, $0.column, $0.rule.rawValue) < ($1.line, $1.column, $1.rule.rawValue) }
        let usable = !diagnostics.contains { $0.severity == .error }
        return PlanReading(plan: usable ? plan : nil, diagnostics: diagnostics)
    }
}

/// Turns the nodes of a plan file into a `Plan`, section by section (方案装配).
///
/// Sections are read in the order in which they use each other's names, whatever their order in the file.
struct PlanReader {
    let notes: PlanNotes

    init(_ notes: PlanNotes) {
        self.notes = notes
    }

    /// The plan, complete as far as it could be read; nil when the file has no mapping or broke a rule of the language.
    func read(_ yaml: String, name: String, digest: String?) -> Plan? {
        guard let root = root(yaml), let fields = Fields.of(root, named: name, notes) else { return nil }
        var plan = heading(fields, name: name, digest: digest)
        readNames(fields, &plan)
        plan.facts = FactsReader(plan: plan, notes: notes).facts(fields)
        readCategories(fields, &plan)
        let rules = RulesReader(conditions: ConditionReader(plan: plan, notes: notes), notes: notes)
        plan.judge = rules.table(fields)
        plan.flags = rules.flags(fields)
        ScheduleReader(notes: notes).read(fields, &plan)
        plan.english = english(fields)
        fields.close()
        return notes.diagnostics.contains { $0.severity == .error } ? nil : plan
    }

    /// Chinese words of the plan with their English; optional, and of no effect on any judgment.
    private func english(_ fields: Fields) -> [String: String] {
        let pairs = fields.entries("english").map { entry in
            if entry.value.word == nil { notes.report(.valueMustBeText, at: entry.value, found: entry.name) }
            return (entry.name, entry.value.word ?? entry.name)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func root(_ yaml: String) -> Node? {
        if let (name, place) = YamlGuard.reference(in: yaml) {
            notes.report(.referenceMustNotStand, at: place, found: name)
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                notes.report(.keyMustBePresent, at: SourcePosition(line: 1, column: 1), found: "plan")
                return nil
            }
            guard let deep = YamlGuard.tooDeep(node) else { return node }
            notes.report(.nestingMustBeShallow, at: deep, found: YamlPlace.line(deep.position.line, of: yaml))
        } catch {
            let trouble = YamlTrouble(error, in: yaml)
            notes.report(trouble.rule, at: trouble.place, found: trouble.found)
        }
        return nil
    }

    private func heading(_ fields: Fields, name: String, digest: String?) -> Plan {
        let id = fields.required("plan")
        let stem = name.split(separator: "/").last.map { String($0.split(separator: ".").first ?? "") } ?? ""
        if !id.isEmpty, let node = fields.value("plan"), id != stem {
            notes.report(.valueMustBeOneOf, .warning, at: node.position, found: id, suggestion: stem)
        }
        let label = [fields.text("version"), digest.map { String($0.prefix(12)) }].compactMap { $0 }.joined(separator: "+")
        var plan = Plan(id: id, title: fields.required("title"), version: label, area: fields.required("area"))
        plan.notice = fields.fields("notice").map(notice)
        return plan
    }

    private func notice(_ fields: Fields) -> Notice {
        defer { fields.close() }
        return Notice(
            issuer: fields.required("issuer"), number: fields.text("number"), issued: fields.day("issued"),
            isPublic: fields.yesNo("public") ?? false, parents: fields.texts("parents"), copies: fields.texts("copies"))
    }
}
