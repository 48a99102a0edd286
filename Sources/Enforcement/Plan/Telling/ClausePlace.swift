/// A place in a notice (条款位置), such as 三（二）1（3）, in the order in which a notice is read.
struct ClausePlace: Hashable, Comparable {
    /// How a part of a clause is numbered.
    private enum Sort: Int { case word, heading, bracket, digit, bracketedDigit }
    private struct Part: Hashable {
        var sort: Sort
        var number: Int
        var text: String
    }
    private let parts: [Part]

    var text: String { parts.map(\.text).joined() }

    /// The places a clause names; a later one may leave out what it shares with the one before: 三（四）1（4）、2（3）.
    ///
    /// None where the clause says that the notice has it nowhere.
    static func places(in clause: String) -> [ClausePlace] {
        guard !clause.hasPrefix("通知未写") else { return [] }
        var found: [ClausePlace] = []
        var current: [Part] = []
        for words in clause.split(separator: "、") {
            var rest = words
            var own: [Part] = []
            while let (part, after) = part(of: rest) {
                let before = own.isEmpty ? current : own
                let isNext = own.contains { $0.sort == part.sort }
                if isNext { found.append(ClausePlace(parts: own)) }
                let starts = part.sort == .word || part.sort == .heading
                if own.isEmpty || isNext { own = starts ? [] : Array(before.prefix { $0.sort.rawValue < part.sort.rawValue }) }
                own.append(part)
                rest = after
            }
            guard !own.isEmpty else { continue }
            found.append(ClausePlace(parts: own))
            current = own
        }
        return found
    }

    private static let numerals = "一二三四五六七八九十"

    private static func part(of text: Substring) -> (Part, Substring)? {
        if let match = text.prefixMatch(of: #/第?([一二三四五六七八九十]+)(?:条|章|部分)?/#) {
            return (Part(sort: .heading, number: number(match.1), text: String(match.0)), text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: #/（([一二三四五六七八九十]+)）/#) {
            return (Part(sort: .bracket, number: number(match.1), text: String(match.0)), text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: #/(\d+)(?:—\d+)?/#) {
            return (Part(sort: .digit, number: Int(match.1) ?? 0, text: String(match.0)), text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: #/（(\d+)）/#) {
            return (Part(sort: .bracketedDigit, number: Int(match.1) ?? 0, text: String(match.0)), text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: #/[^一二三四五六七八九十（\d]+/#) {
            let word = String(match.0)
            // A word after numbers, such as 末段, comes after all of them.
            return (Part(sort: .word, number: order(of: word), text: word), text[match.range.upperBound...])
        }
        return nil
    }

    private static func number(_ numeral: Substring) -> Int {
        let digits = numeral.map { character in
            (numerals.firstIndex(of: character)).map { numerals.distance(from: numerals.startIndex, to: $0) + 1 } ?? 0
        }
        guard digits.count > 1 else { return digits.first ?? 0 }
        if digits[0] == 10 { return 10 + digits[1] }
        return digits[0] * 10 + (digits.count > 2 ? digits[2] : 0)
    }

    /// What stands in front of the first clause comes first, in its usual order; what follows the last comes last.
    private static let before = ["标题", "文号", "发文", "批转", "印发通知", "主送", "前言"]
    private static let after = ["落款", "附件", "抄送", "印发"]

    private static func order(of word: String) -> Int {
        if let place = before.firstIndex(of: word) { return place - before.count }
        return 1_000 + (after.firstIndex(of: word) ?? after.count)
    }

    /// Whether it is a part of another place.
    func isWithin(_ whole: ClausePlace) -> Bool {
        parts.count > whole.parts.count && parts.starts(with: whole.parts)
    }

    static func < (a: ClausePlace, b: ClausePlace) -> Bool {
        for (x, y) in zip(a.parts, b.parts) where x != y {
            if x.number != y.number { return x.number < y.number }
            if x.sort != y.sort { return x.sort.rawValue < y.sort.rawValue }
            return x.text < y.text
        }
        return a.parts.count < b.parts.count
    }
}
