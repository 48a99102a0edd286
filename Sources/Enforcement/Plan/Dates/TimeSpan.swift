/// A length of time as notices give it (时长): `30 days`, `5 workdays`, `1 year`.
public struct TimeSpan: Sendable, Equatable {
    public enum Unit: String, PlanWord {
        case day, workday, week, month, year

        public var gloss: Gloss {
            switch self {
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

    /// Reads `30 days` and `1 year`; nil for anything else.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        let word = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
        guard let unit = Unit(rawValue: String(word)) else { return nil }
        self.init(count, unit)
    }

    /// `30日`.
    public var text: String { "\(count)\(unit.gloss.zh)" }

    /// The last day of the span when it begins the day after `start`; nil where the calendar does not reach.
    public func end(after start: Day, _ calendar: WorkCalendar = .china) -> Day? {
        switch unit {
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
            .pattern(#"^\d+ (day|workday|week|month|year)s?$"#, example: "30 days"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let span = TimeSpan(word) { return span }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: "30 days / 5 workdays / 1 year")
                return nil
            }, tell: { span, _ in .text(span.text) })
    }
}
