/// How often something recurs (周期): `month`, or with a number of times and room for extra ones.
public struct Recurrence: Sendable, Equatable {
    public enum Period: String, PlanWord {
        case day, week
        case tenDays = "ten-days"
        case fortnight
        case halfMonth = "half-month"
        case month, quarter
        case halfYear = "half-year"
        case year
        /// The notice says it recurs (定期) and not how often.
        case unstated

        public var gloss: Gloss {
            switch self {
            case .day: Gloss("每日", "every day")
            case .week: Gloss("每周", "every week")
            case .tenDays: Gloss("每旬", "every ten days")
            case .fortnight: Gloss("每两周", "every two weeks")
            case .halfMonth: Gloss("每半月", "every half-month")
            case .month: Gloss("每月", "every month")
            case .quarter: Gloss("每季度", "every quarter")
            case .halfYear: Gloss("每半年", "every half-year")
            case .year: Gloss("每年", "every year")
            case .unstated: Gloss("定期（未写明周期）", "regularly, period not stated")
            }
        }

        /// Months between two; nil for shorter periods and for those not stated.
        public var months: Int? {
            switch self {
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .year: 12
            case .day, .week, .tenDays, .fortnight, .halfMonth, .unstated: nil
            }
        }
    }
    public var every: Period
    /// How many times within each period.
    public var times: Int?
    /// Also whenever needed (如有需要即时召开).
    public var isAdHoc: Bool
    public var words: String?

    static let form: Form<Recurrence> = Form(
        "repeat", Gloss("周期", "recurrence"), Recurrence(every: .month, times: nil, isAdHoc: false, words: nil), short: "every",
        [
            .must("every", \.every, .word(), "周期", "how often"),
            .may("times", \.times, .integer, "每期次数", "times within each period"),
            .may("ad-hoc", \.isAdHoc, .yesNo, "如有需要即时", "also whenever needed"),
            .may("words", \.words, .text, "原文", "as the notice puts it"),
        ])

    var inWords: String {
        if every == .unstated, let words { return "“\(words)”，多久一次没有写" }
        let count = times.map { "\($0)次" } ?? ""
        return every.gloss.zh + count + (isAdHoc ? "，如有需要即时" : "") + (words.map { "（“\($0)”）" } ?? "")
    }

    /// First and last day of every period that ends within a span of days.
    public func periods(from start: Day, through end: Day) -> [ClosedRange<Day>] {
        guard let months = every.months else { return [] }
        let (year, month, _) = start.components
        let first = (year * 12 + month - 1) / months * months
        var found: [ClosedRange<Day>] = []
        for index in stride(from: first, through: first + 12_000, by: months) {
            guard let from = Day(year: index / 12, month: index % 12 + 1, day: 1) else { break }
            let to = Day(number: from.adding(months: months).number - 1)
            if from > end { break }
            found.append(max(from, start)...min(to, end))
        }
        return found
    }
}

extension Kind where Value == Recurrence {
    static var recurrence: Kind {
        let noun = Kind.noun(Recurrence.form)
        return Kind(noun.shape(), read: noun.read, tell: { it, _ in .text(it.inWords) })
    }
}
