/// Text as keyboards for Chinese give it, brought to what the language is written in (全角转半角).
enum PlainText {
    /// Full-width digits, letters, signs and spaces as their narrow fellows; everything else as it is.
    static func halved(_ text: String) -> String {
        var narrow = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: narrow.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0: narrow.append(" ")
            default: narrow.append(scalar)
            }
        }
        return String(narrow)
    }

    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// Chinese numerals as digits: `二〇二〇年六月三十日` as `2020年6月30日`, `十五` as `15`. A numeral within a word, such as 一户一宅, is changed too: callers match what they need.
    static func numbered(_ text: String) -> String {
        var plain = ""
        var run = ""
        for character in halved(text) {
            if digits[character] != nil || character == "十" {
                run.append(character)
            } else {
                plain += number(run)
                run = ""
                plain.append(character)
            }
        }
        return plain + number(run)
    }

    /// A run of numerals: read as tens and ones where it has a 十, else digit by digit.
    private static func number(_ run: String) -> String {
        guard let ten = run.firstIndex(of: "十") else { return run.compactMap { digits[$0].map(String.init) }.joined() }
        let before = run[..<ten]
        let after = run[run.index(after: ten)...]
        guard before.count <= 1, after.count <= 1, !after.contains("十") else { return run }
        let tens = before.first.flatMap { digits[$0] } ?? 1
        return String(tens * 10 + (after.first.flatMap { digits[$0] } ?? 0))
    }
}
