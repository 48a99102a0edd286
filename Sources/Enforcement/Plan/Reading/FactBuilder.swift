import LandGeometry
import Yams

/// Makes facts of their drafts (事实装配): each from exactly one source.
struct FactBuilder {
    let reading: Reading

    static let reserved: Set<String> = ["category", "subtype", "any", "all", "none", "else"]

    func fact(_ draft: FactDraft, _ node: Node) -> Fact? {
        if Self.reserved.contains(draft.name) {
            reading.notes.report(.nameMustNotBeReserved, at: draft.position, found: draft.name)
        }
        let given = FactDraft.sources.filter { key in node.mapping?.contains { $0.key.string == key } ?? false }
        guard given.count == 1 else {
            reading.notes.report(
                .factMustHaveOneSource, at: draft.position, found: draft.name, suggestion: FactDraft.sources.joined(separator: " / "))
            return nil
        }
        return source(draft, given[0], node).map {
            Fact(name: draft.name, title: draft.title, source: $0, clause: draft.clause, note: draft.note, position: draft.position)
        }
    }

    private func source(_ draft: FactDraft, _ key: String, _ node: Node) -> Fact.Source? {
        switch key {
        case "layer": layer(draft, node)
        case "quantity": quantity(draft, node)
        case "list": list(draft, node)
        case "attribute": attribute(draft, node)
        case "occurred": draft.occurred.map { .occurred($0) }
        case "today": draft.today.map { .today($0) }
        case "earlier-entry": draft.earlier.map { .earlier(EarlierFact(verdicts: $0.verdicts, share: share($0.share))) }
        case "when": draft.condition.map { .derived(.condition($0)) }
        case "strictest": strictest(draft, node)
        default: asked(draft, node).map { .asked($0) }
        }
    }

    private func share(_ bound: Bound?) -> Double {
        if case .share(let share) = bound?.amount { share } else { 0 }
    }

    private func layer(_ draft: FactDraft, _ node: Node) -> Fact.Source? {
        let placed = PlacedLimits(reading: reading).source(draft, node) { value in
            guard let amount = value.amount else { return nil }
            var part = draft
            part.area?.amount = amount
            part.share?.amount = amount
            return overlay(part, node).map { .overlay($0) }
        }
        return placed ?? overlay(draft, node).map { .overlay($0) }
    }

    private func quantity(_ draft: FactDraft, _ node: Node) -> Fact.Source? {
        guard let quantity = reading.plan.quantities.first(where: { $0.id == draft.quantity }), let bound = draft.amount else {
            if !has(node, "amount") { reading.notes.report(.keyMustBePresent, at: node, found: "amount") }
            return nil
        }
        let placed = PlacedLimits(reading: reading).source(draft, node) { value in
            value.measured.map { .quantity(QuantityFact(quantity: quantity, limits: [Limit(bound.comparison, $0)])) }
        }
        for limit in bound.limits where limit.amount.unit.dimension != quantity.unit?.dimension {
            let unit = quantity.unit?.spellings.first ?? ""
            reading.notes.report(.amountMustSuitMeasure, at: node, found: limit.words, suggestion: "\(limit.comparison.rawValue) … \(unit)")
        }
        return placed ?? .quantity(QuantityFact(quantity: quantity, limits: bound.limits))
    }

    /// A list that prints what stands on it, known by a field of the patch.
    private func list(_ draft: FactDraft, _ node: Node) -> Fact.Source? {
        guard let list = reading.plan.lists.first(where: { $0.id == draft.list }) else { return nil }
        guard !list.members.isEmpty, !list.fields.isEmpty else {
            reading.notes.report(.listMustNameMembers, at: node, found: list.title)
            return nil
        }
        return .attribute(AttributeFact(fields: list.fields, values: list.members, options: []))
    }

    private func overlay(_ draft: FactDraft, _ node: Node) -> OverlayFact? {
        if draft.area == nil && draft.share == nil && !has(node, "area") && !has(node, "share") {
            reading.notes.report(.keyMustBePresent, at: node, found: "area / share")
        }
        if draft.area != nil, draft.share != nil { reading.notes.report(.keyMustBeKnown, at: node, found: "share") }
        guard let selection = selection(draft.selection), let bound = draft.area ?? draft.share else { return nil }
        return OverlayFact(selection: selection, less: draft.less.flatMap(self.selection), part: draft.part ?? .whole, bound: bound)
    }

    private func has(_ node: Node, _ key: String) -> Bool { node.mapping?.contains { $0.key.string == key } ?? false }

    private func selection(_ draft: FactDraft.Selection) -> LayerSelection? {
        guard let name = draft.layer, let layer = reading.plan.layer(LayerName(name)) else { return nil }
        let choice = draft.classes.flatMap { ClassReader(layer: layer, notes: reading.notes).choice($0) }
        return LayerSelection(layer: layer.name, moment: draft.moment ?? .occupation, choice: choice ?? .everything)
    }

    private func attribute(_ draft: FactDraft, _ node: Node) -> Fact.Source? {
        if let span = draft.elapsed { return .elapsed(ElapsedFact(fields: draft.fields, span: span)) }
        if draft.values.isEmpty && draft.options.isEmpty {
            reading.notes.report(.keyMustBePresent, at: node, found: "in / options / elapsed")
            return nil
        }
        return .attribute(AttributeFact(fields: draft.fields, values: draft.values, options: draft.options))
    }

    private func strictest(_ draft: FactDraft, _ node: Node) -> Fact.Source? {
        let facts = reading.plan.facts
        for name in draft.strictest where facts.first(where: { $0.name == name })?.domain != [.yes, .no] {
            let near = Nearest.name(to: name, among: facts.map(\.name))
            reading.notes.report(.nameMustBeDeclared, at: node, found: name, suggestion: near)
        }
        return .derived(.strictest(draft.strictest))
    }

    private func asked(_ draft: FactDraft, _ node: Node) -> AskedFact? {
        let options = draft.options.map { AskedFact.Option(id: $0.name, title: $0.codes.joined(separator: "、")) }
        for option in options where ["yes", "no", "unknown"].contains(option.id) {
            reading.notes.report(.nameMustNotBeReserved, at: node, found: option.id)
        }
        guard let manner = draft.manner else { return nil }
        if (manner == .choice) == options.isEmpty { reading.notes.report(.keyMustBePresent, at: node, found: "options") }
        return AskedFact(manner: manner, options: options, by: draft.by, isJoint: draft.isJoint, evidence: draft.evidence)
    }
}

extension Kind where Value == [Fact] {
    /// The facts of the plan, in the order of the file. A fact made of others may stand above them.
    static var facts: Kind {
        Kind(
            .map(.noun(FactDraft.form.shape)),
            read: { node, reading in
                for pair in FactOrder.sorted(reading.mapping(node) ?? [], reading) {
                    guard let draft = FactDraft.form.read(pair.value, named: pair.key, reading) else { continue }
                    if let fact = FactBuilder(reading: reading).fact(draft, pair.value) { reading.plan.facts.append(fact) }
                }
                let places = reading.plan.facts.enumerated().sorted {
                    ($0.element.position.line, $0.element.position.column, $0.offset) < (
                        $1.element.position.line, $1.element.position.column, $1.offset
                    )
                }
                reading.plan.facts = places.map(\.element)
                return reading.plan.facts
            },
            tell: { facts, teller in
                .items(
                    facts.map { fact in
                        var item = OutlineItem(key: fact.name, label: "", text: "\(fact.title)：\(teller.wording.source(fact))")
                        item.clause = fact.clause
                        if let note = fact.note {
                            var remark = OutlineItem(key: "note", label: "说明", text: note)
                            remark.isOwn = true
                            item.items = [remark]
                        }
                        if case .asked(let it) = fact.source { item.units = it.by }
                        return item
                    })
            })
    }
}
