/// Which days are worked in China (工作日历): weekends, the State Council's holidays and the make-up days (调休).
///
/// The days stand in `china-workdays.csv`, from the yearly notices 国办发明电. A year that is not in it is not
/// guessed: every question about it is answered with nil.
public struct WorkCalendar: Sendable {
    private let years: Set<Int>
    private let holidays: [Day: String]
    private let makeUps: [Day: String]

    /// The calendar that comes with the program.
    public static let china = WorkCalendar(csv: String(decoding: PackageResources.china_workdays_csv, as: UTF8.self))

    /// From lines `date,kind,name` with kinds `holiday` and `workday`.
    public init(csv: String) {
        var holidays: [Day: String] = [:]
        var makeUps: [Day: String] = [:]
        for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count >= 3, let day = Day(cells[0]) else { continue }
            if cells[1] == "holiday" { holidays[day] = String(cells[2]) } else { makeUps[day] = String(cells[2]) }
        }
        self.holidays = holidays
        self.makeUps = makeUps
        // New Year's Day is a holiday of every year the table covers; days of January named in December's notice do not make a year.
        years = Set(holidays.keys.filter { $0.components.month == 10 }.map(\.components.year))
    }

    public func covers(year: Int) -> Bool { years.contains(year) }

    /// Whether the day is worked; nil for a year the calendar does not cover.
    public func isWorkday(_ day: Day) -> Bool? {
        guard covers(year: day.components.year) else { return nil }
        if makeUps[day] != nil { return true }
        return holidays[day] == nil && !day.isWeekend
    }

    /// The name of the holiday or make-up day, such as `春节`.
    public func name(of day: Day) -> String? { holidays[day] ?? makeUps[day] }

    /// The first day of a holiday in a year; nil where the calendar does not cover it.
    public func first(of holiday: String, in year: Int) -> Day? {
        guard covers(year: year) else { return nil }
        // New Year's Day may be joined by the last days of December.
        return holidays.filter { $0.value.contains(holiday) && $0.key.components.year == year }.keys.min()
    }

    /// The day itself when it is worked, else the next that is (顺延); nil where the calendar ends first.
    public func workday(onOrAfter day: Day) -> Day? { workday(from: day, step: 1) }

    /// The day itself when it is worked, else the last before it (提前).
    public func workday(onOrBefore day: Day) -> Day? { workday(from: day, step: -1) }

    private func workday(from day: Day, step: Int) -> Day? {
        var day = day
        while let isWorked = isWorkday(day) {
            if isWorked { return day }
            day = Day(number: day.number + step)
        }
        return nil
    }

    /// The day `count` working days after `day`, which itself is not counted.
    public func day(_ count: Int, workdaysAfter day: Day) -> Day? {
        var day = day
        for _ in 0..<count {
            guard let next = workday(onOrAfter: Day(number: day.number + 1)) else { return nil }
            day = next
        }
        return day
    }
}

extension Day {
    /// Saturday or Sunday.
    public var isWeekend: Bool {
        let weekday = (number % 7 + 7 + 3) % 7
        return weekday >= 5
    }

    /// The last day of a month of the Gregorian calendar.
    public static func last(ofMonth month: Int, year: Int) -> Day? {
        let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        return next.map { Day(number: $0.number - 1) }
    }

    /// The same day some months later; the last day of the month where it has no such day.
    public func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return Day(year: newYear, month: newMonth, day: day) ?? Day.last(ofMonth: newMonth, year: newYear) ?? self
    }
}
