/// Dates as spreadsheets keep them (序列日期): days since the end of 1899, or of 1903, with the time as a fraction.
enum SerialDate {
    enum Kind {
        case date, time
    }

    /// Whether a format shows a date: letters of date and time outside quotes, brackets and escapes. `[h]:mm` is a duration, a number.
    static func kind(ofFormat code: String) -> Kind? {
        var letters = ""
        var isQuoted = false
        var isEscaped = false
        var bracket = ""
        var isBracketed = false
        for character in code.prefix(while: { $0 != ";" }).lowercased() {
            if isEscaped { isEscaped = false; continue }
            switch character {
            case "\\", "_", "*": isEscaped = !isQuoted
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: (isBracketed, bracket) = (true, "")
            case "]" where isBracketed:
                isBracketed = false
                if ["h", "hh", "m", "mm", "s", "ss"].contains(bracket) { return nil }
            default:
                if isBracketed { bracket.append(character) } else if !isQuoted { letters.append(character) }
            }
        }
        guard !letters.contains("general") else { return nil }
        if letters.contains(where: { "yed".contains($0) }), !letters.contains("e+"), !letters.contains("e-") { return .date }
        if letters.contains(where: { "hs".contains($0) }) { return .time }
        return letters.contains("m") ? .date : nil
    }

    /// `2025-09-01`, `2025-09-01T08:30:00`, or `08:30:00` for a time without a day; nil outside 1900–9999.
    static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { two($0) }.joined(separator: ":")
        if days == 0, !countsFrom1904 { return time }
        let day = day(days, countsFrom1904)
        return seconds == 0 ? day : day + "T" + time
    }

    /// The calendar of 1900 has a 29 February that never was, day 60.
    private static func day(_ days: Int, _ countsFrom1904: Bool) -> String {
        if days == 60, !countsFrom1904 { return "1900-02-29" }
        let sinceEpoch = countsFrom1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
        let (year, month, day) = civil(sinceEpoch)
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Year, month and day of days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
    }
}
