/// What is done to every cell's text (单元格文字): white space off both ends, blank is nil.
enum CellText {
    /// Ideographic and no-break spaces and the byte order mark count as white space.
    static func clean(_ text: String) -> String? {
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last else { return nil }
        let isClean = first > 32 && first < 0x80 && last > 32 && last < 0x80
        if isClean { return text }
        let kept = text.unicodeScalars.drop(while: isSpace)
        guard let end = kept.lastIndex(where: { !isSpace($0) }) else { return nil }
        return String(kept[...end])
    }

    /// Undoes `_x000D_`, the way workbooks write control characters.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.count >= 7, text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 32 || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
    }

    /// A number in plain or scientific notation, nothing else.
    static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, first < 0x3A else { return false }
        return Double(text) != nil
    }

    /// Whether a spreadsheet has turned a long code into a rounded number: `4.30181E+17`.
    static func isDamagedNumber(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), isNumber(text), let value = Double(text)
        else { return false }
        return abs(value) >= 1e15 && abs(value) < 1e30
    }

    /// The name of a spreadsheet column: A, B … Z, AA.
    static func columnName(_ column: Int) -> String {
        var name = ""
        var rest = column + 1
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    static func reference(row: Int, column: Int) -> String { columnName(column) + String(row) }
}
