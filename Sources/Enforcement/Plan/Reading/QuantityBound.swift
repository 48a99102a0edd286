import Yams

/// Limits of a quantity as a fact gives them (计量界限): numbers, or a parameter.
struct QuantityBound: Sendable, Equatable {
    var limits: [Limit] = []
    var comparison = Comparison.more
    var parameter: String?
}

extension Kind where Value == QuantityBound {
    /// `"> 15 平方米"`, `[">= 5 亩", "< 10 亩"]` or `"> homestead"`, where `homestead` is a parameter.
    static var quantityBound: Kind {
        let shape = Shape.pattern(#"^(>=|<=|>|<|=) ?\S"#, example: "> 15 平方米")
        return Kind(
            .either([shape, .list(shape)]),
            read: { node, reading in
                guard let word = node.word, let (comparison, rest) = AmountReader.comparison(word),
                    let parameter = reading.plan.parameters.first(where: { $0.name == rest })
                else {
                    return Kind<[Limit]>.limits.read(node, reading).map { QuantityBound(limits: $0) }
                }
                let limit = parameter.first?.measured.map { Limit(comparison, $0) }
                return QuantityBound(limits: [limit].compactMap { $0 }, comparison: comparison, parameter: parameter.name)
            }, tell: { bound, _ in .text(bound.limits.map(\.words).joined(separator: "且")) })
    }
}

extension Kind where Value == OverlayFact.Moment {
    /// `occupation`, `present`, a day, or the name of a version the layer lists.
    static var moment: Kind {
        Kind(
            .either([.words([("occupation", Gloss("占用时版本", "of the occupation")), ("present", Gloss("现行版本", "of the present"))]), .text]),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if word == "occupation" { return .occupation }
                if word == "present" { return .present }
                let named = reading.plan.layers.flatMap(\.versions)
                if let day = Day(word) ?? named.first(where: { $0.name == word })?.day { return .on(day) }
                let near = Nearest.name(to: word, among: ["occupation", "present"] + named.map(\.name)) ?? Repair.day(word)
                reading.notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: near ?? "occupation / present / 2019-12-31")
                return nil
            }, tell: { moment, _ in .text(PlanWording.title(of: moment)) })
    }
}
