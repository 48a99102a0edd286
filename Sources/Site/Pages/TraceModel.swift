import Enforcement

/// One rule of the plan and why it held or not (逐条判定过程).
struct TraceLine {
    var rule: String
    var title: Said
    var clause: Said
    var outcome: String
    var outcomeName: String
    /// The comparisons that settled it.
    var terms: String

    /// A rule is named as the plan names it now; one that the plan no longer has keeps its id.
    init(_ row: RowTrace, named: (title: String, clause: String)?, facts: [FactValue], words: PlanWords) {
        let language = words.language
        rule = row.rule
        title = words.said(named?.title ?? row.rule)
        clause = words.said(named?.clause ?? "")
        outcomeName = row.outcome.rawValue
        outcome = Catalogue.text("trace." + row.outcome.rawValue, in: language)
        terms = row.terms.map { Self.words($0, facts, words) }.joined(separator: language == .zh ? "；" : "; ")
    }

    /// `位于永久基本农田：是（要求：否）`.
    private static func words(_ term: TermTrace, _ facts: [FactValue], _ words: PlanWords) -> String {
        let title = facts.first { $0.name == term.fact }?.title ?? words.plan.fact(term.fact)?.title ?? term.fact
        let wanted = term.wanted.map { words.value($0, of: term.fact).text }.joined(separator: "/")
        return Catalogue.text(
            "trace.term", words.text(title), words.value(term.found, of: term.fact).text, wanted, in: words.language)
    }
}

extension FactValue.Value {
    /// The value in words.
    func words(in language: Language) -> String {
        switch self {
        case .yes: Catalogue.text("fact.yes", in: language)
        case .no: Catalogue.text("fact.no", in: language)
        case .unknown: Catalogue.text("fact.unknown", in: language)
        case .text(let text): text
        case .number(let number): Shown.decimal(number, places: 2)
        }
    }
}
