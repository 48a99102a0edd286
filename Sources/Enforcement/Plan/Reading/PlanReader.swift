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
/// Names are gathered first, so that sections may refer to each other in any order; then the sections are read
/// in the order of `Plan.form`.
struct PlanReader {
    let notes: PlanNotes

    init(_ notes: PlanNotes) {
        self.notes = notes
    }

    /// The plan, complete as far as it could be read; nil when the file has no mapping or broke a rule of the language.
    func read(_ yaml: String, name: String, digest: String?) -> Plan? {
        guard let root = root(yaml) else { return nil }
        let reading = Reading(Plan.form.blank, names: Realm.names(in: root), notes: notes)
        reading.key = name
        guard let pairs = reading.mapping(root) else { return nil }
        readSections(pairs, root, reading)
        var plan = reading.plan
        plan.names = reading.names
        plan.citations = reading.cited
        plan.version = [plan.version.isEmpty ? nil : plan.version, digest.map { String($0.prefix(12)) }].compactMap { $0 }
            .joined(separator: "+")
        checkName(plan, pairs, name)
        return notes.diagnostics.contains { $0.severity == .error } ? nil : plan
    }

    private func readSections(_ pairs: [(key: Node, value: Node)], _ root: Node, _ reading: Reading) {
        reading.plan.id = Plan.form.name(pairs, root, reading)
        for slot in Plan.form.slots {
            // A copy is filled: what a section reads may ask the plan as it stands so far.
            var plan = reading.plan
            Plan.form.fill(slot, &plan, pairs, root, reading)
            reading.plan = plan
        }
        Plan.form.reportUnknown(pairs, isNamed: false, reading)
    }

    private func checkName(_ plan: Plan, _ pairs: [(key: Node, value: Node)], _ name: String) {
        let stem = name.split(separator: "/").last.map { String($0.split(separator: ".").first ?? "") } ?? ""
        guard !plan.id.isEmpty, plan.id != stem, let node = pairs.first(where: { $0.key.string == "plan" })?.value else { return }
        notes.report(.valueMustBeOneOf, .warning, at: node.position, found: plan.id, suggestion: stem)
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
}
