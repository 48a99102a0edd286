import LandGeometry
import Yams

/// Reads `>= 5 mu`, `> 0`, `>= 99%` and `>= coverage`, where `coverage` is a parameter (数量读取).
struct AmountReader {
    var parameters: [Parameter]
    let notes: PlanNotes

    /// What an amount is given for; a bare 0 suits both.
    enum Measure {
        case area, share
    }

    func bound(_ fields: Fields, _ key: String, _ measure: Measure) -> Bound? {
        guard let node = fields.value(key), let text = fields.text(key) else { return nil }
        guard let (comparison, rest) = Self.comparison(text) else {
            notes.report(.amountMustBeReadable, at: node, found: text, suggestion: measure == .area ? ">= 5 mu" : ">= 99%")
            return nil
        }
        let parameter = parameters.first { $0.name == rest }
        guard let amount = parameter?.amount ?? Self.amount(rest, measure) else {
            let near = Nearest.name(to: rest, among: parameters.map(\.name)).map { "\(comparison.rawValue) \($0)" }
            notes.report(.amountMustBeReadable, at: node, found: text, suggestion: near ?? (measure == .area ? ">= 5 mu" : ">= 99%"))
            return nil
        }
        guard suits(amount, measure) else {
            notes.report(.amountMustSuitMeasure, at: node, found: text, suggestion: measure == .area ? ">= 5 mu" : ">= 99%")
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
