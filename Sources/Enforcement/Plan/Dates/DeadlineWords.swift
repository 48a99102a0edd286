/// What the words of a due date say (期限字样): the days they can mean and how exactly they mean them.
public struct DeadlineWords: Sendable, Equatable {
    public enum Manner: String, PlanWord {
        case exact
        case monthEnd = "month-end"
        case yearEnd = "year-end"
        /// A part of a month: 5月初.
        case fuzzy
        /// A span without a day: 2020年8月, 上半年.
        case window

        public var gloss: Gloss {
            switch self {
            case .exact: Gloss("确定日期", "an exact day")
            case .monthEnd: Gloss("月底", "the end of a month")
            case .yearEnd: Gloss("年底", "the end of a year")
            case .fuzzy: Gloss("约数", "a part of a month")
            case .window: Gloss("时段", "a span of time")
            }
        }
    }
    public var words: String
    public var earliest: Day
    public var latest: Day
    public var manner: Manner
    /// The words name no year; the plan's own was taken.
    public var takesYear: Bool
    /// The words end in 前; by custom the day itself still counts.
    public var endsBefore: Bool

    /// Reads the words; nil when they are not understood, or name no year and none is given.
    public init?(_ words: String, year: Int?) {
        let bare = words.filter { !$0.isWhitespace }
        guard let found = Self.find(bare, year: year) else { return nil }
        self = found
        self.words = words
        endsBefore = bare.contains("前")
    }

    private init(_ earliest: Day?, _ latest: Day?, _ manner: Manner, takesYear: Bool) throws(Unreadable) {
        guard let earliest, let latest else { throw Unreadable() }
        words = ""
        self.earliest = earliest
        self.latest = latest
        self.manner = manner
        self.takesYear = takesYear
        endsBefore = false
    }

    private struct Unreadable: Error {}

    private static func find(_ text: String, year: Int?) -> DeadlineWords? {
        if let day = Day(text) { return try? DeadlineWords(day, day, .exact, takesYear: false) }
        var rest = text[...]
        var own: Int?
        if let match = rest.prefixMatch(of: #/(\d{4})年/#) {
            own = Int(match.1)
            rest = rest[match.range.upperBound...]
        }
        guard let used = own ?? year else { return nil }
        return try? month(rest, used, own == nil) ?? span(rest, used, own == nil)
    }

    private static func month(_ text: Substring, _ year: Int, _ takesYear: Bool) throws(Unreadable) -> DeadlineWords? {
        guard let match = text.prefixMatch(of: #/(\d{1,2})月(?:(\d{1,2})日|(份?底|末|初|上旬|中旬|下旬|中))?/#), let month = Int(match.1) else {
            return nil
        }
        func day(_ number: Int) -> Day? { Day(year: year, month: month, day: number) }
        let last = Day.last(ofMonth: month, year: year)
        if let number = match.2 {
            let exact = Int(number).flatMap(day)
            return try DeadlineWords(exact, exact, .exact, takesYear: takesYear)
        }
        switch match.3 {
        case "初", "上旬": return try DeadlineWords(day(1), day(10), .fuzzy, takesYear: takesYear)
        case "中旬", "中": return try DeadlineWords(day(11), day(20), .fuzzy, takesYear: takesYear)
        case "下旬": return try DeadlineWords(day(21), last, .fuzzy, takesYear: takesYear)
        case nil: return try DeadlineWords(day(1), last, .window, takesYear: takesYear)
        default: return try DeadlineWords(last, last, .monthEnd, takesYear: takesYear)
        }
    }

    private static func span(_ text: Substring, _ year: Int, _ takesYear: Bool) throws(Unreadable) -> DeadlineWords? {
        func day(_ month: Int, _ number: Int) -> Day? { Day(year: year, month: month, day: number) }
        if text.prefixMatch(of: #/年?底/#) != nil { return try DeadlineWords(day(12, 31), day(12, 31), .yearEnd, takesYear: takesYear) }
        if text.hasPrefix("上半年") { return try DeadlineWords(day(1, 1), day(6, 30), .window, takesYear: takesYear) }
        if text.hasPrefix("下半年") { return try DeadlineWords(day(7, 1), day(12, 31), .window, takesYear: takesYear) }
        if let match = text.prefixMatch(of: #/第?([一二三四1-4])季度/#) {
            let quarter = ["一": 1, "二": 2, "三": 3, "四": 4][String(match.1)] ?? Int(match.1) ?? 1
            return try DeadlineWords(
                day(quarter * 3 - 2, 1), Day.last(ofMonth: quarter * 3, year: year), .window, takesYear: takesYear)
        }
        if text.isEmpty || text.hasPrefix("年内") || text.hasPrefix("内") || text.hasPrefix("本年度") {
            return try DeadlineWords(day(1, 1), day(12, 31), .window, takesYear: takesYear)
        }
        return nil
    }
}
