import LandGeometry
import Yams

/// Reads the facts of a plan (事实读取): each from exactly one source.
struct FactsReader {
    let plan: Plan
    let notes: PlanNotes

    static let reserved: Set<String> = ["category", "any", "all", "none", "else"]

    func facts(_ fields: Fields) -> [Fact] {
        fields.entries("facts").compactMap { entry in
            guard let fields = Fields.of(entry.value, named: entry.name, notes) else { return nil }
            defer { fields.close() }
            if Self.reserved.contains(entry.name) { notes.report(.nameMustNotBeReserved, at: entry.key, found: entry.name) }
            let title = fields.required("title")
            let clause = fields.text("clause")
            guard let source = source(fields, entry.name, entry.key) else { return nil }
            return Fact(name: entry.name, title: title, source: source, clause: clause, position: entry.key.position)
        }
    }

    private func source(_ fields: Fields, _ name: String, _ key: Node) -> Fact.Source? {
        let given = ["layer", "attribute", "occurred", "earlier-entry", "ask"].filter(fields.has)
        guard given.count == 1 else {
            for word in given { _ = fields.value(word) }
            notes.report(.factMustHaveOneSource, at: key, found: name, suggestion: "layer / attribute / occurred / earlier-entry / ask")
            return nil
        }
        switch given[0] {
        case "layer": return overlay(fields).map { .overlay($0) }
        case "attribute":
            return .attribute(AttributeFact(fields: fields.texts("attribute"), values: required(fields, "in")))
        case "occurred": return occurred(fields).map { .occurred($0) }
        case "earlier-entry": return earlier(fields).map { .earlier($0) }
        default: return asked(fields).map { .asked($0) }
        }
    }

    private func required(_ fields: Fields, _ key: String) -> [String] {
        let texts = fields.texts(key)
        if texts.isEmpty { notes.report(.keyMustBePresent, at: fields.node, found: key) }
        return texts
    }

    private var amounts: AmountReader { AmountReader(parameters: plan.parameters, notes: notes) }

    private func overlay(_ fields: Fields) -> OverlayFact? {
        let selection = selection(fields)
        let less = fields.fields("less").map { inner in
            defer { inner.close() }
            return self.selection(inner)
        }
        let part = fields.choice("of", OverlayFact.Part.self) ?? .whole
        let area = amounts.bound(fields, "area", .area)
        let share = amounts.bound(fields, "share", .share)
        if !fields.has("area") && !fields.has("share") { notes.report(.keyMustBePresent, at: fields.node, found: "area / share") }
        if fields.has("area") && fields.has("share") { notes.report(.keyMustBeKnown, at: fields.node, found: "share") }
        guard let selection, let bound = area ?? share else { return nil }
        return OverlayFact(selection: selection, less: less.flatMap { $0 }, part: part, bound: bound)
    }

    private func selection(_ fields: Fields) -> LayerSelection? {
        guard let name = fields.name("layer", declared: plan.layers.map(\.name.text)), let layer = plan.layer(LayerName(name)) else {
            _ = fields.value("where")
            return nil
        }
        let moment = fields.choice("at", OverlayFact.Moment.self) ?? .occupation
        let choice = fields.fields("where").flatMap { ClassReader(layer: layer, notes: notes).choice($0) }
        return LayerSelection(layer: layer.name, moment: moment, choice: choice ?? .everything)
    }

    private func occurred(_ fields: Fields) -> DateBound? {
        guard let node = fields.value("occurred"), let text = fields.text("occurred") else { return nil }
        guard let (comparison, rest) = AmountReader.comparison(text), let day = Day(rest) else {
            notes.report(.dayMustExist, at: node, found: text, suggestion: ">= 2018-01-01")
            return nil
        }
        return DateBound(comparison: comparison, day: day)
    }

    private func earlier(_ fields: Fields) -> EarlierFact? {
        guard let inner = fields.fields("earlier-entry") else { return nil }
        defer { inner.close() }
        let verdicts = inner.names("verdict", declared: Verdict.allCases.map(\.rawValue)).compactMap { Verdict(rawValue: $0) }
        let bound = amounts.bound(inner, "share", .share)
        guard case .share(let share) = bound?.amount else { return EarlierFact(verdicts: verdicts, share: 0) }
        return EarlierFact(verdicts: verdicts, share: share)
    }

    private func asked(_ fields: Fields) -> AskedFact? {
        let options = fields.entries("options").compactMap { entry -> AskedFact.Option? in
            guard let title = entry.value.word else {
                notes.report(.valueMustBeText, at: entry.value, found: entry.name)
                return nil
            }
            if ["yes", "no", "unknown"].contains(entry.name) {
                notes.report(.nameMustNotBeReserved, at: entry.key, found: entry.name)
            }
            return AskedFact.Option(id: entry.name, title: title)
        }
        let by = fields.names("by", declared: plan.units.map(\.id))
        let evidence = fields.texts("evidence")
        guard let manner = fields.choice("ask", AskedFact.Manner.self) else { return nil }
        if (manner == .choice) == options.isEmpty { notes.report(.keyMustBePresent, at: fields.node, found: "options") }
        return AskedFact(manner: manner, options: options, by: by, evidence: evidence)
    }
}
