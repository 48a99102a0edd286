/// What an officer most likely meant (改法): the words of a notice, turned into how the plan language writes them.
///
/// It proposes and never replaces: 以上 includes the number by law, and the officer who copies the proposal sees it.
enum Repair {
    /// `2020年7月3日`, `2020.7.3`, `2020/7/3` as `2020-07-03`.
    static func day(_ text: String) -> String? {
        let plain = PlainText.numbered(text).filter { !$0.isWhitespace }
        guard let match = plain.prefixMatch(of: #/(\d{4})[年.\/\-](\d{1,2})[月.\/\-](\d{1,2})日?/#),
            let year = Int(match.1), let month = Int(match.2), let number = Int(match.3),
            let day = Day(year: year, month: month, day: number)
        else { return nil }
        return day.text
    }

    /// `2020年7月3日以后` as `> 2020-07-03`.
    static func dateBound(_ text: String) -> String? {
        guard let day = day(bare(text)) else { return nil }
        return comparison(text, before: ["前", "以前", "之前"], after: ["后", "起", "以来"]).map { "\($0.rawValue) \(day)" } ?? ">= \(day)"
    }

    /// `15%以上`, `不低于15％`, `≥15%`, `超过10亩` as `>= 15%`, `> 10亩`.
    static func limit(_ text: String) -> String? {
        amount(text).flatMap { amount in comparison(text).map { "\($0.rawValue) \(amount.words)" } }
    }

    /// The amount in a phrase, in the spelling the language takes.
    static func amount(_ text: String) -> Measured? {
        let plain = PlainText.numbered(bare(text))
        guard let start = plain.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        return Measured(String(plain[start...]))
    }

    private static let signs: [(word: String, comparison: Comparison)] = [
        ("≥", .atLeast), ("≧", .atLeast), ("≤", .atMost), ("≦", .atMost), (">=", .atLeast), ("<=", .atMost), ("=>", .atLeast),
        ("=<", .atMost),
        ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast), ("达到", .atLeast), ("以上", .atLeast),
        ("不超过", .atMost), ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("以内", .atMost), ("以下", .atMost), ("至多", .atMost),
        ("超过", .more), ("大于", .more), ("高于", .more), ("多于", .more), (">", .more),
        ("低于", .less), ("小于", .less), ("少于", .less), ("不足", .less), ("不满", .less), ("未达到", .less), ("<", .less), ("等于", .equal),
        ("=", .equal),
    ]

    private static func comparison(_ text: String, before: [String] = [], after: [String] = []) -> Comparison? {
        let plain = PlainText.halved(text)
        if let sign = signs.first(where: { plain.contains($0.word) }) { return sign.comparison }
        if before.contains(where: plain.contains) { return .less }
        return after.contains(where: plain.contains) ? .atLeast : nil
    }

    /// The phrase without its comparison.
    private static func bare(_ text: String) -> String {
        let words = signs.map(\.word) + ["以前", "之前", "以后", "之后", "以来", "起", "前", "后", "（含）", "(含)", "含"]
        return words.reduce(PlainText.halved(text)) { $0.replacing($1, with: "") }
    }

    /// `是`, `有`, `对`, `√` as `yes`.
    static func yesNo(_ text: String) -> String? {
        if ["是", "有", "对", "能", "可以", "符合", "√", "Yes", "YES", "Y", "y", "on", "True", "TRUE"].contains(text) { return "yes" }
        return ["否", "无", "没有", "不", "不是", "不能", "不符合", "×", "No", "NO", "N", "n", "off", "False", "FALSE"].contains(text) ? "no" : nil
    }
}
