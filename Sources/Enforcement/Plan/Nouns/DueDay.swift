import Yams

extension PlanReturn {
    /// The day a return is due in its period (报送期限): a day of the month, its last, the nth working day, or a day of the week.
    public struct DueDay: Sendable, Equatable {
        /// 1…31; in a month without that day it is due on the month's last.
        public var day: MonthDay?
        public var workday: Int?
        public var weekday: Weekday?
        /// Month of the period, where it is longer than one.
        public var month: Place?
        public var at: String?
        public var roll = Roll.none

        static let form: Form<DueDay> = Form(
            "due-day", Gloss("报送期限", "due day"), DueDay(), short: "day", finish: { $0.finish($1, $2) },
            [
                .may("day", \.day, .monthDay, "日", "day of the month, or last"),
                .may("workday", \.workday, .integer, "第几个工作日", "working day of the month"),
                .may("weekday", \.weekday, .word(), "星期", "day of the week"),
                .may("month", \.month, .word(), "月份", "month of the quarter, half-year or year"),
                .may("at", \.at, .text, "时刻", "time of the day"),
                .may("if-holiday", \.roll, .word(), "遇节假日", "what is done when the day is not worked"),
            ])

        /// `5日`, `月末`, `期满次月第5个工作日`, `周四`.
        var words: String {
            let place = month?.gloss.zh ?? ""
            if let weekday { return weekday.gloss.zh }
            if let workday { return "\(place)第\(workday)个工作日" }
            if case .number(let number) = day { return "\(place)\(number)日" }
            return place + "月末"
        }

        private func finish(_ node: Node, _ reading: Reading) {
            let given = ["day", "workday", "weekday"].filter { key in node.mapping?.contains { $0.key.string == key } ?? (key == "day") }
            if given.count != 1 { reading.notes.report(.keyMustBePresent, at: node, found: "day / workday / weekday") }
        }
    }

    /// A day of a month (月中日): its number, or the last (月末).
    public enum MonthDay: Sendable, Equatable {
        case number(Int)
        case last

        func day(month: Int, year: Int) -> Day? {
            guard let end = Day.last(ofMonth: month, year: year), case .number(let number) = self else {
                return Day.last(ofMonth: month, year: year)
            }
            return Day(year: year, month: month, day: min(number, end.components.day))
        }
    }

    /// A day of the week (星期).
    public enum Weekday: String, PlanWord {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        public var gloss: Gloss {
            switch self {
            case .monday: Gloss("周一", "Monday")
            case .tuesday: Gloss("周二", "Tuesday")
            case .wednesday: Gloss("周三", "Wednesday")
            case .thursday: Gloss("周四", "Thursday")
            case .friday: Gloss("周五", "Friday")
            case .saturday: Gloss("周六", "Saturday")
            case .sunday: Gloss("周日", "Sunday")
            }
        }
    }

    /// Month within a longer period (期内月份).
    public enum Place: String, PlanWord {
        case first, last, next

        public var gloss: Gloss {
            switch self {
            case .first: Gloss("期内首月", "its first month")
            case .last: Gloss("期内末月", "its last month")
            case .next: Gloss("期满次月", "the month after it")
            }
        }
    }

    /// The days on which it falls due within a span, each after the rule for days not worked (各期到期日).
    ///
    /// Empty where no day is given; a day that the working calendar would have to settle and does not cover is left out.
    public func dueDays(from start: Day, through end: Day, calendar: WorkCalendar = .china) -> [Day] {
        guard let due, start <= end else { return [] }
        if let weekday = due.weekday, let place = Weekday.allCases.firstIndex(of: weekday) {
            return (start.number...end.number).map { Day(number: $0) }.filter { $0.weekdayIndex == place }.compactMap {
                rolled($0, due, calendar)
            }
        }
        let (year, month, _) = start.components
        let months = (end.number - start.number) / 28 + 2
        return (0...months).compactMap { shift in
            let index = year * 12 + month - 1 + shift
            guard isDue(inMonth: index % 12 + 1) else { return nil }
            return self.due(year: index / 12, month: index % 12 + 1, calendar: calendar).flatMap { (start...end).contains($0) ? $0 : nil }
        }
    }

    private func isDue(inMonth month: Int) -> Bool {
        guard let length = every.months, length > 1 else { return true }
        switch due?.month ?? .last {
        case .first, .next: return (month - 1) % length == 0
        case .last: return month % length == 0
        }
    }

    /// The day the return falling due in a month is due, after the rule for days not worked.
    ///
    /// Nil when no day of a month is given, or the working calendar does not cover the year: nothing is guessed then.
    public func due(year: Int, month: Int, calendar: WorkCalendar = .china) -> Day? {
        guard let due else { return nil }
        if let count = due.workday {
            return Day(year: year, month: month, day: 1).flatMap { calendar.day(count, workdaysAfter: Day(number: $0.number - 1)) }
        }
        return due.day?.day(month: month, year: year).flatMap { rolled($0, due, calendar) }
    }

    private func rolled(_ day: Day, _ due: DueDay, _ calendar: WorkCalendar) -> Day? {
        switch due.roll {
        case .none: day
        case .nextWorkday: calendar.workday(onOrAfter: day)
        case .previousWorkday: calendar.workday(onOrBefore: day)
        }
    }
}

extension Day {
    /// 0 for Monday … 6 for Sunday.
    var weekdayIndex: Int { (number % 7 + 7 + 3) % 7 }
}

extension Kind where Value == PlanReturn.MonthDay {
    static var monthDay: Kind {
        Kind(
            .either([.integer, .words([("last", Gloss("月末", "the last day"))])]),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if word == "last" { return .last }
                if let number = Int(word), (1...31).contains(number) { return .number(number) }
                let meant = PlainText.numbered(word).filter(\.isNumber)
                let near = ["底", "末"].contains(where: word.contains) ? "last" : Int(meant).map { "\($0)" }
                reading.notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: near ?? "1 … 31 / last")
                return nil
            },
            tell: { day, _ in
                if case .number(let number) = day { return .text("\(number)") }
                return .text("月末")
            })
    }
}
