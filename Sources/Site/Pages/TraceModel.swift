import Enforcement

/// One rule of the plan and why it held or not (逐条判定过程).
struct TraceLine {
    var rule: String
    var title: String
    var clause: String
    var outcome: String
    var outcomeName: String
    /// The comparisons that settled it.
    var terms: String

    /// A rule is named as the plan names it now; one that the plan no longer has keeps its id.
    init(_ row: RowTrace, named: (title: String, clause: String)?, facts: [FactValue], in language: Language) {
        rule = row.rule
        title = named?.title ?? row.rule
        clause = named?.clause ?? ""
        outcomeName = row.outcome.rawValue
        outcome = Catalogue.text("trace." + row.outcome.rawValue, in: language)
        terms = row.terms.map { Self.words($0, facts, language) }.joined(separator: language == .zh ? "；" : "; ")
    }

    /// `位于永久基本农田：是（要求：否）`.
    private static func words(_ term: TermTrace, _ facts: [FactValue], _ language: Language) -> String {
        let title = facts.first { $0.name == term.fact }?.title ?? term.fact
        let wanted = term.wanted.map { $0.words(in: language) }.joined(separator: "/")
        return Catalogue.text("trace.term", title, term.found.words(in: language), wanted, in: language)
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
