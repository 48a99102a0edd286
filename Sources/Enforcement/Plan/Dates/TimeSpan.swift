/// A length of time as notices give it (时长): `30 days`, `5 workdays`, `1 year`, `24 hours`, or as printed: `15个工作日`, `两年`.
public struct TimeSpan: Sendable, Equatable {
    public enum Unit: String, PlanWord {
        case hour, day, workday, week, month, year

        public var gloss: Gloss {
            switch self {
            case .hour: Gloss("小时", "hours")
            case .day: Gloss("日", "calendar days")
            case .workday: Gloss("个工作日", "working days")
            case .week: Gloss("周", "weeks")
            case .month: Gloss("个月", "months")
            case .year: Gloss("年", "years")
            }
        }
    }
    public var count: Int
    public var unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `30 days`, `1 year`, `15个工作日` and `两年`; nil for anything else.
    public init?(_ text: String) {
        if let span = Self.printed(text) {
            self = span
            return
        }
        let words = text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        let word = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
        guard let unit = Unit(rawValue: String(word)) else { return nil }
        self.init(count, unit)
    }

    /// As notices print it, numerals in digits or in characters.
    private static func printed(_ text: String) -> TimeSpan? {
        let plain = PlainText.numbered(text).filter { !$0.isWhitespace }
        if ["半年", "半年内"].contains(plain) { return TimeSpan(6, .month) }
        guard let match = plain.wholeMatch(of: #/(\d{1,4})(个?工作日|小时|日|天|个?星期|周|个?月|年)(?:以?内|之内)?/#), let count = Int(match.1),
            count > 0
        else { return nil }
        switch match.2.last {
        case "时": return TimeSpan(count, .hour)
        case "期", "周": return TimeSpan(count, .week)
        case "月": return TimeSpan(count, .month)
        case "年": return TimeSpan(count, .year)
        default: return TimeSpan(count, match.2.contains("工作") ? .workday : .day)
        }
    }

    /// `30日`.
    public var text: String { "\(count)\(unit.gloss.zh)" }

    /// The last day of the span when it begins the day after `start`; nil where the calendar does not reach.
    public func end(after start: Day, _ calendar: WorkCalendar = .china) -> Day? {
        switch unit {
        case .hour: Day(number: start.number + (count + 23) / 24)
        case .day: Day(number: start.number + count)
        case .week: Day(number: start.number + 7 * count)
        case .workday: calendar.day(count, workdaysAfter: start)
        case .month: start.adding(months: count)
        case .year: start.adding(months: 12 * count)
        }
    }
}

extension Kind where Value == TimeSpan {
    static var span: Kind {
        Kind(
            .pattern(
                #"^(\d+ (hour|day|workday|week|month|year)s?|[0-9一二两三四五六七八九十半]+ ?(个?工作日|小时|日|天|个?星期|周|个?月|年)(以?内|之内)?)$"#,
                example: "30 days"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let span = TimeSpan(word) { return span }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: "30 days / 5 workdays / 1 year / 15个工作日")
                return nil
            }, tell: { span, _ in .text(span.text) })
    }
}
