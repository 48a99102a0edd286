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
        /// From one day to another: 9月15日至12月31日.
        case range
        /// Before or until something that comes every year: 春节前, 秋种前.
        case season

        public var gloss: Gloss {
            switch self {
            case .exact: Gloss("确定日期", "an exact day")
            case .monthEnd: Gloss("月底", "the end of a month")
            case .yearEnd: Gloss("年底", "the end of a year")
            case .fuzzy: Gloss("约数", "a part of a month")
            case .window: Gloss("时段", "a span of time")
            case .range: Gloss("起止日期", "from one day to another")
            case .season: Gloss("农时或节假日", "a season or a holiday")
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
    /// Why these days, where the words alone do not give them.
    public var reason: String?

    /// Reads the words; nil when they are not understood, or name no year and none is given.
    public init?(_ words: String, year: Int?) {
        self.init(words, in: DeadlineSetting(year: year))
    }

    /// Reads the words where a plan is known: its day of issue, its seasons.
    init?(_ words: String, in setting: DeadlineSetting) {
        let bare = Self.bare(words)
        guard var found = DeadlineGrammar(setting: setting).find(bare) else { return nil }
        found.words = words
        found.endsBefore = bare.contains("前")
        if bare.contains("不含") {
            found.latest = Day(number: found.latest.number - 1)
            found.earliest = min(found.earliest, found.latest)
            found.endsBefore = false
        } else if bare.contains("含") {
            found.endsBefore = false
        }
        self = found
    }

    init(_ earliest: Day, _ latest: Day, _ manner: Manner, takesYear: Bool, reason: String? = nil) {
        words = ""
        self.earliest = earliest
        self.latest = latest
        self.manner = manner
        self.takesYear = takesYear
        self.reason = reason
        endsBefore = false
    }

    private static let openings = [
        "最迟于", "至迟于", "至迟", "最迟", "不迟于", "务必于", "原则上于", "原则上", "力争于", "力争", "确保于", "确保", "应于", "须于", "截至", "截止", "于", "在",
    ]

    /// The words without spaces, numerals as digits, and without what only leads up to a date.
    private static func bare(_ words: String) -> String {
        let plain = PlainText.numbered(words).filter { !$0.isWhitespace && !"“”\"（）()".contains($0) }
        guard let opening = openings.first(where: plain.hasPrefix) else { return plain }
        return String(plain.dropFirst(opening.count))
    }
}

/// What the reading of a due date may lean on (期限语境).
struct DeadlineSetting: Sendable {
    var year: Int?
    /// Day of issue, from which 即日起 and 本月底 count.
    var issued: Day?
    var seasons: [Season] = []
    var calendar = WorkCalendar.china

    init(year: Int?) {
        self.year = year
    }

    init(_ plan: Plan) {
        issued = plan.notice?.issued
        year = issued?.components.year
        seasons = plan.seasons
    }
}
