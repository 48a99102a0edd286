import Yams

/// A number with its unit, as a notice prints it (计量数): `10430 亩`, `2.5 万吨`, `35 宗`, `15%`.
public struct Measured: Sendable, Equatable {
    /// In the smallest unit of its dimension: square metres, tonnes, yuan; 0…1 for a share.
    public var value: Double
    public var unit: MeasureUnit
    /// As printed: it is told back so and never converted on the way.
    public var words: String

    /// Reads a number, a multiplier such as 万 and a unit; nil for anything else. Full-width digits are digits.
    public init?(_ text: String) {
        let plain = PlainText.halved(text).filter { !$0.isWhitespace && $0 != "," }
        let digits = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let number = Double(digits), number.isFinite else { return nil }
        var rest = plain.dropFirst(digits.count)
        var scale = 1.0
        for (word, factor) in [("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百", 1e2)] where rest.hasPrefix(word) {
            rest = rest.dropFirst()
            scale = factor
            break
        }
        guard let unit = MeasureUnit(spelled: String(rest)) else { return nil }
        value = number * scale * unit.factor
        self.unit = unit
        words = text
    }

    /// Whether both count the same kind of thing.
    public func suits(_ other: Measured) -> Bool { unit.dimension == other.unit.dimension }

    public static func == (a: Measured, b: Measured) -> Bool { a.unit == b.unit && a.value == b.value && a.words == b.words }

    static let example = "120 亩"
    static let pattern = #"^[0-9][0-9.,]* ?(万|亿|千|百)? ?\D{1,5}\d?$"#
}

extension Kind where Value == Measured {
    static var measured: Kind {
        Kind(
            .pattern(Measured.pattern, example: Measured.example),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let amount = Measured(word) { return amount }
                reading.notes.report(
                    .amountMustHaveUnit, at: node, found: word,
                    suggestion: Double(word).map { _ in "\(word) 亩 / \(word) 宗" } ?? Measured.example)
                return nil
            }, tell: { amount, _ in .text(amount.words) })
    }
}

extension Kind where Value == Double {
    /// A bare number, such as points of a score.
    static var number: Kind {
        Kind(
            .pattern(#"^[0-9]+(\.[0-9]+)?$"#, example: "2.5"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let number = Double(word), number.isFinite, number >= 0 { return number }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: "2.5")
                return nil
            }, tell: { number, _ in .text(PlanWording.number(number)) })
    }
}
