import LandGeometry

/// Reads the facts of a plan off one entry, each once, and remembers the order (事实读取).
final class FactReader {
    let thing: JudgedThing
    let plan: Plan
    private(set) var values: [FactValue] = []
    private var known: [String: Int] = [:]
    private let findings: FindingLookup
    /// Set once a rule has found only a part lawful; facts about the unlawful part are read after that.
    var split: LawfulSplit?

    init(_ thing: JudgedThing, _ plan: Plan) {
        self.thing = thing
        self.plan = plan
        findings = FindingLookup(thing: thing, plan: plan)
    }

    func read(_ name: String) -> FactValue.Value {
        if let index = known[name] { return values[index].value }
        return value(of: name).value
    }

    func value(of name: String) -> FactValue {
        if let index = known[name] { return values[index] }
        let value = fresh(name)
        known[name] = values.count
        values.append(value)
        return value
    }

    private func fresh(_ name: String) -> FactValue {
        if name == "category" { return category }
        if name == "subtype" { return subtype }
        guard let fact = plan.fact(name) else {
            return FactValue(name: name, title: name, value: .unknown, source: "")
        }
        switch fact.source {
        case .overlay(let it): return findings.value(of: it, fact, split: split)
        case .attribute(let it): return attribute(it, fact)
        case .quantity(let it): return quantity(it, fact)
        case .occurred(let it): return occurred(it, fact)
        case .today(let it): return today(it, fact)
        case .elapsed(let it): return elapsed(it, fact)
        case .derived(let it): return FactValue(fact, it.value(read), source: "derived")
        case .earlier(let it): return earlier(it, fact)
        case .asked(let it): return asked(it, fact)
        }
    }

    private var category: FactValue {
        let known =
            plan.categories.first { $0.id == thing.category } ?? (thing.category == nil ? Judge.category(of: thing, under: plan) : nil)
        return FactValue(
            name: "category", title: known?.title ?? "category", value: known.map { .text($0.id) } ?? .unknown, source: "entry")
    }

    /// What an officer said, else the first subtype of the category that surely fits.
    private var subtype: FactValue {
        guard case .text(let id) = read("category"), let category = plan.categories.first(where: { $0.id == id }) else {
            return FactValue(name: "subtype", title: "subtype", value: .unknown, source: "entry")
        }
        let said = thing.answers["subtype"]
        let found = category.subtypes.first { subtype in
            said.map { $0.value == .text(subtype.id) } ?? (subtype.condition?.truth(read) == .yes)
        }
        return FactValue(
            name: "subtype", title: found?.title ?? "subtype", value: found.map { .text($0.id) } ?? .unknown,
            source: said.map { "answer: \($0.by)" } ?? "entry")
    }

    private func today(_ it: DateBound, _ fact: Fact) -> FactValue {
        FactValue(fact, FactValue.Value(Truth(it.comparison.holds(thing.present, it.day))), source: "present=\(thing.present.text)")
    }

    /// The last day of the span itself counts as passed.
    private func elapsed(_ it: ElapsedFact, _ fact: Fact) -> FactValue {
        for field in it.fields {
            guard let text = thing.attribute(field), let start = Day(text), let end = it.span.end(after: start) else { continue }
            return FactValue(fact, FactValue.Value(Truth(thing.present >= end)), source: "\(field)=\(start.text)")
        }
        return FactValue(fact, .unknown, source: it.fields.joined(separator: ","))
    }

    private func attribute(_ it: AttributeFact, _ fact: Fact) -> FactValue {
        for field in it.fields {
            guard let value = thing.attribute(field) else { continue }
            if !it.options.isEmpty {
                let option = it.options.first { $0.codes.contains(value) }
                return FactValue(fact, option.map { .text($0.name) } ?? .unknown, source: "\(field)=\(value)")
            }
            return FactValue(fact, FactValue.Value(Truth(it.values.contains(value))), source: "\(field)=\(value)")
        }
        return FactValue(fact, .unknown, source: it.fields.joined(separator: ","))
    }

    /// The field first; what an officer measured where no field gives it.
    private func quantity(_ it: QuantityFact, _ fact: Fact) -> FactValue {
        for field in it.quantity.fields {
            guard let text = thing.attribute(field), let value = it.quantity.value(of: text) else { continue }
            return FactValue(fact, FactValue.Value(Truth(it.holds(value))), source: "\(field)=\(text)")
        }
        guard let answer = thing.answers[it.quantity.id], case .number(let number) = answer.value, let unit = it.quantity.unit else {
            return FactValue(fact, .unknown, source: (it.quantity.fields + [it.quantity.id]).joined(separator: ","))
        }
        return FactValue(fact, FactValue.Value(Truth(it.holds(number * unit.factor))), source: "answer: \(answer.by)")
    }

    /// Between two images the change may have happened on any day after the first up to the second.
    private func occurred(_ it: DateBound, _ fact: Fact) -> FactValue {
        if let day = thing.occurred {
            return FactValue(fact, FactValue.Value(Truth(it.comparison.holds(day, it.day))), source: "occurred=\(day.text)")
        }
        guard let seen = thing.seen else { return FactValue(fact, .unknown, source: "occurred") }
        let earliest = thing.before.map { Day(number: $0.number + 1) } ?? Day(number: Int.min)
        let truth = it.comparison.truth(from: min(earliest, seen), to: seen, it.day)
        return FactValue(fact, FactValue.Value(truth), source: "before=\(thing.before?.text ?? "") seen=\(seen.text)")
    }

    private func earlier(_ it: EarlierFact, _ fact: Fact) -> FactValue {
        let match = thing.earlier.first { entry in
            entry.share >= it.share && (entry.verdict.map(it.verdicts.contains) ?? false)
        }
        let source = match.map { "entry \($0.number)" } ?? "ledger"
        return FactValue(fact, FactValue.Value(Truth(match != nil)), source: source, share: match?.share)
    }

    private func asked(_ it: AskedFact, _ fact: Fact) -> FactValue {
        guard let answer = thing.answers[fact.name], fact.domain.contains(answer.value) else {
            return it.manner == .finding
                ? FactValue(fact, .no, source: "none recorded") : FactValue(fact, .unknown, source: "not answered")
        }
        return FactValue(fact, answer.value, source: "answer: \(answer.by)")
    }
}

extension FactValue {
    init(_ fact: Fact, _ value: Value, source: String, area: Area? = nil, share: Double? = nil) {
        self.init(name: fact.name, title: fact.title, value: value, source: source, area: area, share: share)
    }
}
