import LandGeometry
import Yams

/// Reads `>= 5 mu`, `> 0`, `>= 99%` and `>= coverage`, where `coverage` is a parameter (数量读取).
struct AmountReader {
    var parameters: [Parameter]
    let notes: PlanNotes

    /// What an amount is given for; a bare 0 suits both.
    enum Measure {
        case area, share

        var example: String { self == .area ? ">= 5 mu" : ">= 99%" }
    }

    func bound(_ text: String, at node: Node, _ measure: Measure) -> Bound? {
        guard let (comparison, rest) = Self.comparison(text) else {
            notes.report(.amountMustBeReadable, at: node, found: text, suggestion: Repair.limit(text) ?? measure.example)
            return nil
        }
        let parameter = parameters.first { $0.name == rest }
        guard let amount = parameter.map({ $0.first?.amount }) ?? Self.amount(rest, measure) else {
            let near = Nearest.name(to: rest, among: parameters.map(\.name)).map { "\(comparison.rawValue) \($0)" } ?? Repair.limit(text)
            notes.report(.amountMustBeReadable, at: node, found: text, suggestion: near ?? measure.example)
            return nil
        }
        guard suits(amount, measure) else {
            notes.report(.amountMustSuitMeasure, at: node, found: text, suggestion: measure.example)
            return nil
        }
        return Bound(comparison, amount, parameter: parameter?.name)
    }

    private func suits(_ amount: Amount, _ measure: Measure) -> Bool {
        switch (amount, measure) {
        case (.area, .area), (.share, .share): true
        default: false
        }
    }

    static func comparison(_ text: String) -> (Comparison, String)? {
        for comparison in [Comparison.atLeast, .atMost, .more, .less, .equal] where text.hasPrefix(comparison.rawValue) {
            return (comparison, trimmed(text.dropFirst(comparison.rawValue.count)))
        }
        return nil
    }

    /// An area with its unit, or a percentage; a bare `0` is read as `measure` asks.
    static func amount(_ text: String, _ measure: Measure? = nil) -> Amount? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let number = Double(digits), number.isFinite else { return nil }
        switch trimmed(text.dropFirst(digits.count)) {
        case "%": return number <= 100 ? .share(number / 100) : nil
        case "mu", "亩": return .area(Area(mu: number))
        case "m²", "m2", "平方米": return .area(Area(squareMetres: number))
        case "ha", "hm²", "hm2", "公顷": return .area(Area(squareMetres: number * 10_000))
        case "" where number == 0: return measure == .share ? .share(0) : .area(.zero)
        default: return nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Kind where Value == Bound {
    static func bound(_ measure: AmountReader.Measure) -> Kind {
        Kind(
            .pattern(#"^(>=|<=|>|<|=) ?\S"#, example: measure.example),
            read: { node, reading in
                let amounts = AmountReader(parameters: reading.plan.parameters, notes: reading.notes)
                return reading.text(node).flatMap { amounts.bound($0, at: node, measure) }
            }, tell: { bound, teller in .text(PlanWording.title(of: bound.comparison) + teller.wording.amount(bound.amount)) })
    }
}

extension Kind where Value == Amount {
    static var amount: Kind {
        Kind(
            .pattern(#"^[0-9.]+ ?(%|mu|亩|m²|m2|平方米|ha|hm²|hm2|公顷)?$"#, example: "5 mu"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                let amount = AmountReader.amount(word)
                if amount == nil {
                    reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: Repair.amount(word)?.words ?? "99%")
                }
                return amount
            }, tell: { amount, teller in .text(teller.wording.amount(amount)) })
    }
}

extension Kind where Value == Double {
    /// A percentage, 0…1 in the program.
    static var share: Kind {
        Kind(
            .pattern(#"^[0-9.]+ ?%$"#, example: "85%"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if case .share(let share) = AmountReader.amount(word) { return share }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: Repair.amount(word)?.words ?? "100%")
                return nil
            }, tell: { share, _ in .text(PlanWording.percent(share)) })
    }
}

extension Kind where Value == DateBound {
    static var dateBound: Kind {
        Kind(
            .pattern(#"^(>=|<=|>|<|=) ?\d{4}-\d{2}-\d{2}$"#, example: ">= 2018-01-01"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let (comparison, rest) = AmountReader.comparison(word), let day = Day(rest) {
                    return DateBound(comparison: comparison, day: day)
                }
                reading.notes.report(.dayMustExist, at: node, found: word, suggestion: Repair.dateBound(word) ?? ">= 2018-01-01")
                return nil
            }, tell: { bound, _ in .text(PlanWording.title(of: bound.comparison) + bound.day.text) })
    }
}
