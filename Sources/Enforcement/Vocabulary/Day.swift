/// A day of the calendar (日期), without a time zone: what notices, images and approvals are dated by.
public struct Day: Hashable, Comparable, Sendable, Codable {
    /// Days since 1970-01-01.
    public var number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Nil when there is no such day, for example 2026-02-30.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        number = Day.number(year: year, month: month, day: day)
        guard components == (year, month, day) else { return nil }
    }

    /// Reads `2019-05-01`, `20190501`, `2019/5/1` and `2019年5月1日`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.split(whereSeparator: { (c: Character) in !(c.isASCII && c.isNumber) }).map { String($0) }
        if digits.count == 3, let y = Int(digits[0]), let m = Int(digits[1]), let d = Int(digits[2]), digits[0].count == 4 {
            self.init(year: y, month: m, day: d)
        } else if digits.count == 1, digits[0].count == 8, digits[0].count == text.count,
            let y = Int(digits[0].prefix(4)), let m = Int(digits[0].dropFirst(4).prefix(2)), let d = Int(digits[0].suffix(2))
        {
            self.init(year: y, month: m, day: d)
        } else {
            return nil
        }
    }

    /// Year, month and day of the proleptic Gregorian calendar (Hinnant, `civil_from_days`).
    public var components: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2019-05-01`.
    public var text: String {
        let (year, month, day) = components
        let y = String(year)
        return String(repeating: "0", count: max(0, 4 - y.count)) + y
            + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
