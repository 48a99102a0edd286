/// A due date as the notice writes it and as the program uses it (期限).
///
/// The words stay; the day used stands beside them with its reason. What the notice leaves blank has no day, and
/// where body and annex contradict each other none is used until the plan says which, and why.
public struct Deadline: Sendable, Equatable {
    public enum Status: String, PlanWord {
        case exact, monthEnd = "month-end", yearEnd = "year-end", fuzzy, window, range, season
        /// A span after something that happens.
        case relative
        case absent, conflict
        /// Words without a day, such as 即时.
        case words

        public var gloss: Gloss {
            switch self {
            case .exact, .monthEnd, .yearEnd, .fuzzy, .window, .range, .season:
                DeadlineWords.Manner(rawValue: rawValue)?.gloss ?? Gloss("", "")
            case .relative: Gloss("自某事起算", "counted from an event")
            case .absent: Gloss("通知未写期限", "the notice gives none")
            case .conflict: Gloss("正文与附件不一致", "body and annex differ")
            case .words: Gloss("没有日期的字样", "words without a day")
            }
        }
    }
    public var words: String?
    /// Where the notice gives two.
    public var body: String?
    public var annex: String?
    public var readings: [DeadlineWords] = []
    /// The day used; nil when there is none or none is chosen.
    public var day: Day?
    /// Why that day, where the words leave a choice.
    public var reason: String?
    public var within: TimeSpan?
    public var after: String?
    public var isInferred = false
    /// The span stands in the words and is not told a second time.
    var isClockInWords = false
    public var position = SourcePosition(line: 1, column: 1)

    public var status: Status {
        if body != nil && annex != nil && body != annex { return .conflict }
        if within != nil { return .relative }
        if isAbsent { return .absent }
        return readings.first.flatMap { Status(rawValue: $0.manner.rawValue) } ?? .words
    }

    /// `none` says that the notice gives no due date.
    public var isAbsent: Bool { words == "none" || (words == nil && body == nil && annex == nil && within == nil) }

    /// The words as printed; both where there are two.
    public var text: String {
        if isAbsent { return "通知没有写期限" }
        let both = [body.map { "正文“\($0)”" }, annex.map { "附件“\($0)”" }].compactMap { $0 }
        let clock = isClockInWords ? nil : within.map { (after.map { "自\($0)起" } ?? "") + $0.text + "内" }
        return ([words].compactMap { $0 } + both + [clock].compactMap { $0 }).joined(separator: "，")
    }

    static let form: Form<Deadline> = Form(
        "deadline", Gloss("期限", "due date"), Deadline(), at: .at(\.position), short: "words", finish: { $0.settle($2) },
        [
            .may("words", \.words, .text, "原文", "as printed; none where the notice gives none"),
            .may("body", \.body, .text, "正文", "what the body prints"),
            .may("annex", \.annex, .text, "附件", "what the annex prints"),
            .may("day", \.day, .day, "采用日期", "the day used"),
            .may("reading", \.reason, .text, "采用理由", "why that day"),
            .may("within", \.within, .span, "时长", "length of time"),
            .may("after", \.after, .text, "起算", "what the time is counted from"),
            .may("inferred", \.isInferred, .yesNo, "推定", "the plan infers it"),
        ])

    /// Reads the words into days and takes the last day they can mean, unless the plan has chosen one.
    mutating func settle(_ reading: Reading) {
        let setting = DeadlineSetting(reading.plan)
        readings = [words, body, annex].compactMap { $0 }.filter { $0 != "none" }.compactMap { DeadlineWords($0, in: setting) }
        if readings.isEmpty, within == nil, let words, let clock = DeadlineClock(words) { take(clock, setting) }
        guard day == nil, status != .conflict else { return }
        guard let first = readings.first else { return }
        day = first.latest
        if reason == nil { reason = first.reason }
        if reason == nil, first.manner == .fuzzy || first.manner == .window {
            reason = "取\(first.earliest.words)至\(first.latest.words)的最后一日"
        }
    }

    /// Words such as 自发现之日起15个工作日内: a span counted from an event; from the day of issue it ends on a known day.
    private mutating func take(_ clock: DeadlineClock, _ setting: DeadlineSetting) {
        within = clock.span
        if after == nil { after = clock.event }
        isClockInWords = true
        guard day == nil, clock.isFromIssue, let issued = setting.issued, let end = clock.span.end(after: issued, setting.calendar) else {
            return
        }
        day = end
        reason = reason ?? "自印发之日\(issued.words)起算"
    }
}

extension Kind where Value == Deadline {
    static var deadline: Kind {
        let noun = Kind.noun(Deadline.form)
        return Kind(noun.shape(), read: noun.read, tell: { due, teller in .text(teller.words(of: due)) })
    }
}

extension Kind where Value == [Deadline] {
    static var deadlines: Kind {
        let many = nouns(Deadline.form)
        return Kind(
            many.shape(), read: many.read,
            tell: { dues, teller in dues.isEmpty ? .nothing : .text(dues.map(teller.words).joined(separator: "；")) })
    }
}

extension Teller {
    /// `5月初（按2017年5月10日计，取…的最后一日；早于印发日期）`; words that name their day stand alone.
    func words(of due: Deadline) -> String {
        var notes = [calendarDay(due)].compactMap { $0 }
        if due.isInferred, due.reason?.contains("推定") != true { notes.append("推定") }
        if let day = due.day, let issued = plan.notice?.issued, day < issued { notes.append("早于印发日期") }
        if due.status == .conflict && due.day == nil { notes.append("正文与附件不一致，尚未选定") }
        return spoken(due) + (notes.isEmpty ? "" : "（\(notes.joined(separator: "；"))）")
    }

    /// Words of the notice stay as they are; a bare day is said in words.
    private func spoken(_ due: Deadline) -> String {
        Day(due.text).map { due.text == $0.text ? $0.words : due.text } ?? due.text
    }

    /// The day used, where the words do not name it.
    private func calendarDay(_ due: Deadline) -> String? {
        guard let day = due.day else { return due.reason }
        if let reason = due.reason { return "按\(day.words)计，\(reason)" }
        return spoken(due).contains(day.words) ? nil : "即\(day.words)"
    }
}
