import Enforcement

/// The schedule of the plan drawn (进度图): phases as bars, due dates as marks, today as a line. Coordinates are those of the drawing's
/// view box; the table beside it says the same in words.
struct PlanChartModel {
    struct Tick {
        var x: String
        var text: String?
    }
    struct Bar {
        var x: String
        var y: String
        var width: String
        var height: String
        var style: String
        var title: String
    }
    struct Point {
        var points: String
        var style: String
        var title: String
    }
    struct Note {
        var x: String
        var y: String
        var text: String
    }
    struct Line {
        var y: String
        var textY: String
        var title: String
        var url: String
        var style: String
        var bars: [Bar]
        var points: [Point]
        var note: Note?
    }
    var viewBox: String
    var width: String
    var height: String
    var bottom: String
    var left: String
    var ticks: [Tick]
    var today: Tick?
    var lines: [Line]

    private static let (labels, right, row, top) = (372, 1180, 24, 28)

    init?(_ schedule: PlanSchedule, today day: Day, _ words: PlanWords) {
        let dated = schedule.lines.filter { $0.from != nil || !$0.marks.isEmpty }
        guard let span = schedule.span, !dated.isEmpty else { return nil }
        let scale = DayScale(span, from: Self.labels + 12, to: Self.right - 40)
        let tall = Self.top + dated.count * Self.row + 8
        viewBox = "0 0 \(Self.right) \(tall)"
        width = "\(Self.right)"
        height = "\(tall)"
        bottom = "\(tall - 4)"
        left = "\(Self.labels)"
        ticks = scale.ticks.map { Tick(x: $0.x, text: $0.text) }
        today = scale.covers(day) ? Tick(x: scale.x(day), text: Catalogue.text("plan.today", in: words.language)) : nil
        lines = dated.enumerated().map { place, line in
            Self.line(line, at: Self.top + place * Self.row, scale, words)
        }
    }

    private static func line(_ line: PlanSchedule.Line, at y: Int, _ scale: DayScale, _ words: PlanWords) -> Line {
        let title = words.text(line.title)
        let short = title.count > 24 ? title.prefix(23) + "…" : title
        var drawn = Line(
            y: "\(y)", textY: "\(y + 16)", title: String(short), url: PlanAnchor.link(line.path), style: line.sort.rawValue, bars: [],
            points: [],
            note: nil)
        if let from = line.from, let until = line.marks.first?.day, from <= until {
            drawn.bars.append(bar(from...until, y, "phase", "\(title) \(from.text) – \(until.text)", scale))
        }
        for mark in line.marks { draw(mark, title, y, scale, into: &drawn, words) }
        if drawn.points.isEmpty, drawn.bars.isEmpty {
            drawn.note = Note(x: "\(labels + 12)", y: "\(y + 16)", text: line.marks.first?.words ?? line.words ?? "")
        }
        return drawn
    }

    /// The day used as a solid mark; days the words also allow as a band; readings that contradict each other as hollow marks.
    private static func draw(
        _ mark: PlanSchedule.Mark, _ title: String, _ y: Int, _ scale: DayScale, into line: inout Line, _ words: PlanWords
    ) {
        let status = mark.status.gloss[words.language]
        let told = [title, mark.words, mark.day?.text, mark.goal, status, mark.reason].compactMap { $0 }.joined(separator: " · ")
        for span in mark.spans where span.lowerBound < span.upperBound {
            line.bars.append(bar(span, y, "vague", told, scale))
        }
        if let day = mark.day {
            line.points.append(point(day, y, mark.isBeforeIssue ? "early" : mark.status == .exact ? "exact" : "read", told, scale))
        } else if mark.status == .conflict {
            line.points += mark.spans.map { point($0.upperBound, y, "conflict", told, scale) }
        }
    }

    private static func bar(_ span: ClosedRange<Day>, _ y: Int, _ style: String, _ title: String, _ scale: DayScale) -> Bar {
        let (from, to) = (scale.place(span.lowerBound), scale.place(span.upperBound))
        return Bar(
            x: Shown.plain(from), y: "\(style == "phase" ? y + 5 : y + 8)", width: Shown.plain(max(3, to - from)),
            height: style == "phase" ? "14" : "8", style: style, title: title)
    }

    private static func point(_ day: Day, _ y: Int, _ style: String, _ title: String, _ scale: DayScale) -> Point {
        let (x, middle) = (scale.place(day), y + 12)
        let corners = [(x, middle - 7), (x + 6, middle), (x, middle + 7), (x - 6, middle)]
        return Point(points: corners.map { "\(Shown.plain($0.0)),\($0.1)" }.joined(separator: " "), style: style, title: title)
    }
}

/// Days along the drawing (时间轴).
struct DayScale {
    private let first: Int
    private let last: Int
    private let from: Double
    private let to: Double

    init(_ span: ClosedRange<Day>, from: Int, to: Int) {
        first = span.lowerBound.number - 10
        last = span.upperBound.number + 10
        self.from = Double(from)
        self.to = Double(to)
    }

    func covers(_ day: Day) -> Bool { (first...last).contains(day.number) }

    func place(_ day: Day) -> Double {
        from + (to - from) * Double(day.number - first) / Double(max(1, last - first))
    }

    func x(_ day: Day) -> String { Shown.plain(place(day)) }

    /// Months, quarters or years, as many as have room.
    var ticks: [(x: String, text: String?)] {
        let (months, years) = ((last - first) / 30, Day(number: first).components.year...Day(number: last).components.year)
        let step = months <= 14 ? 1 : months <= 40 ? 3 : 12
        return years.flatMap { year in
            stride(from: 1, through: 12, by: step).compactMap { month -> (x: String, text: String?)? in
                guard let day = Day(year: year, month: month, day: 1), covers(day) else { return nil }
                let words = step == 12 ? "\(year)" : "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
                return (x(day), words)
            }
        }
    }
}

extension Shown {
    /// One decimal, as coordinates of a drawing.
    static func plain(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}

/// The schedule in words (进度表).
struct PlanDueModel {
    var sort: String
    var url: String
    var title: Said
    var units: String
    var words: [Said]
    var days: [String]
    var notes: [String]
    var clause: String
    /// Something about its dates needs a reader's eye.
    var isOdd: Bool

    init(_ line: PlanSchedule.Line, _ words: PlanWords) {
        let language = words.language
        sort = Catalogue.text("plan.sort." + line.sort.rawValue, in: language)
        url = PlanAnchor.link(line.path)
        title = words.said(line.title)
        units = line.units.joined(separator: "、")
        self.words =
            line.marks.map { words.said([$0.words, $0.goal].compactMap { $0 }.joined(separator: " ")) }
            + (line.marks.isEmpty || line.from != nil ? [line.words].compactMap { $0 }.map { words.said($0) } : [])
        let until = line.marks.map { $0.day?.text ?? "—" }
        days = line.from.map { from in [from.text + " – " + (until.first ?? "…")] + until.dropFirst() } ?? until
        let odd = line.marks.filter { $0.status != .exact || $0.isBeforeIssue }
        notes = odd.map { mark in
            [
                mark.status == .exact ? nil : mark.status.gloss[language],
                mark.isBeforeIssue ? Catalogue.text("plan.early", in: language) : nil,
            ]
            .compactMap { $0 }.joined(separator: language == .zh ? "，" : ", ")
        }
        clause = line.clause
        isOdd = line.marks.contains { [.absent, .conflict, .words].contains($0.status) || $0.isBeforeIssue }
    }
}
