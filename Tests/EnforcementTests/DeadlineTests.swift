import LandGeometry
import Testing

@testable import Enforcement

@Suite("Due dates as notices write them")
struct DeadlineTests {
    static let words: [(String, String, String, DeadlineWords.Manner)] = [
        ("2020年4月30日前", "2020-04-30", "2020-04-30", .exact), ("5月8日前", "2019-05-08", "2019-05-08", .exact),
        ("2023年6月30日", "2023-06-30", "2023-06-30", .exact), ("2020-02-29", "2020-02-29", "2020-02-29", .exact),
        ("2020年4月底前", "2020-04-30", "2020-04-30", .monthEnd), ("2月底前", "2019-02-28", "2019-02-28", .monthEnd),
        ("5月初", "2019-05-01", "2019-05-10", .fuzzy), ("6月中旬", "2019-06-11", "2019-06-20", .fuzzy),
        ("2024年2月下旬", "2024-02-21", "2024-02-29", .fuzzy), ("2020年8月", "2020-08-01", "2020-08-31", .window),
        ("2020年底前", "2020-12-31", "2020-12-31", .yearEnd), ("2020年年底前", "2020-12-31", "2020-12-31", .yearEnd),
        ("2020年上半年", "2020-01-01", "2020-06-30", .window), ("2017年内", "2017-01-01", "2017-12-31", .window),
        ("第三季度", "2019-07-01", "2019-09-30", .window), ("二〇二三年六月底前", "2023-06-30", "2023-06-30", .monthEnd),
        ("２０２１年１２月３１日前", "2021-12-31", "2021-12-31", .exact), ("十二月下旬", "2019-12-21", "2019-12-31", .fuzzy),
        ("2018年9月15日至12月31日", "2018-09-15", "2018-12-31", .range), ("9月1日至15日", "2019-09-01", "2019-09-15", .range),
        ("2018年9月至2019年3月", "2018-09-01", "2019-03-31", .range), ("自2021年5月起至年底前", "2021-05-01", "2021-12-31", .range),
        ("2020年7月3日（含当日）前", "2020-07-03", "2020-07-03", .exact), ("2020年7月3日前（不含当日）", "2020-07-02", "2020-07-02", .exact),
        ("2022年春节前", "2022-01-30", "2022-01-30", .season), ("国庆节前", "2019-09-30", "2019-09-30", .season),
        ("次年1月底前", "2020-01-31", "2020-01-31", .monthEnd), ("“十四五”末", "2025-12-31", "2025-12-31", .yearEnd),
        ("原则上于2020年6月底前", "2020-06-30", "2020-06-30", .monthEnd), ("2020.7.3前", "2020-07-03", "2020-07-03", .exact),
    ]

    @Test("Words are read into the days they can mean", arguments: words)
    func reading(_ words: String, _ earliest: String, _ latest: String, _ manner: DeadlineWords.Manner) throws {
        let read = try #require(DeadlineWords(words, year: 2019))
        #expect(read.earliest == Day(earliest) && read.latest == Day(latest) && read.manner == manner)
    }

    @Test(
        "Words without a day, or without a year where none is known, are not guessed",
        arguments: ["适时", "即时", "2020年2月30日前", "13月底前", "每月5日前", "2031年春节前", "秋种前", "5月至3月", "一户一宅"])
    func unreadable(_ words: String) {
        #expect(DeadlineWords(words, year: 2020) == nil)
        #expect(DeadlineWords("5月底前", year: nil) == nil)
    }

    private func due(_ yaml: String) throws -> Deadline {
        let reading = Plan.read(
            """
            plan: small
            title: 小方案
            area: "370306"
            notice: { issuer: 某区, issued: 2020-08-07 }
            tasks:
              - { task: t, title: 任务, clause: 一, due: \(yaml) }
            """, name: "small.yaml")
        return try #require(reading.plan?.tasks.first?.due.first)
    }

    @Test("Where body and annex differ no day is used until the plan chooses one with a reason")
    func conflict() throws {
        let open = try due("{ body: 2020年8月底前, annex: 2020年6月底前 }")
        #expect(open.status == .conflict && open.day == nil && open.readings.count == 2)
        let chosen = try due("{ body: 2020年8月底前, annex: 2020年6月底前, day: 2020-08-31, reading: 从正文 }")
        #expect(chosen.status == .conflict && chosen.day == Day("2020-08-31") && chosen.reason == "从正文")
        #expect(try due("{ body: 2020年6月底前, annex: 2020年6月底前 }").status == .monthEnd)
    }

    @Test("A blank due date stays blank, and one that is filled says from where")
    func blank() throws {
        #expect(try due("none").isAbsent && due("none").day == nil)
        let filled = try due("{ words: none, day: 2020-12-31, reading: 取正文 }")
        #expect(filled.isAbsent && filled.day == Day("2020-12-31"))
    }

    @Test("A span runs from the day after its beginning; working days skip holidays and count make-up days")
    func spans() {
        #expect(TimeSpan("30 days")?.end(after: Day(number: 0)) == Day(number: 30))
        #expect(TimeSpan("1 year")?.end(after: Day("2016-02-29") ?? Day(number: 0)) == Day("2017-02-28"))
        #expect(TimeSpan("2 workdays")?.end(after: Day("2022-09-30") ?? Day(number: 0)) == Day("2022-10-09"))
        #expect(TimeSpan("thirty days") == nil)
        #expect(
            TimeSpan("十五个工作日") == TimeSpan(15, .workday) && TimeSpan("两年") == TimeSpan(2, .year) && TimeSpan("半年") == TimeSpan(6, .month))
        #expect(TimeSpan("24小时内") == TimeSpan(24, .hour) && TimeSpan("3天") == TimeSpan(3, .day) && TimeSpan("三个月") == TimeSpan(3, .month))
        #expect(TimeSpan("48 hours")?.end(after: Day(number: 0)) == Day(number: 2))
    }

    @Test("Words that count from an event keep span and event; from the day of issue they end on a day")
    func clocks() throws {
        let found = try due("自发现之日起15个工作日内")
        #expect(found.within == TimeSpan(15, .workday) && found.after == "发现之日" && found.day == nil && found.status == .relative)
        #expect(found.text == "自发现之日起15个工作日内")
        #expect(try due("印发之日起一个月内").day == Day("2020-09-07"))
        #expect(try due("24小时内").within == TimeSpan(24, .hour))
        #expect(try due("即日起至9月底").day == Day("2020-09-30"))
        #expect(try due("本月底前").day == Day("2020-08-31"))
    }

    @Test("A season has the days the plan gives it; before it is the day before, until its end its last")
    func seasons() throws {
        let reading = Plan.read(
            """
            plan: small
            title: 小方案
            area: "370306"
            notice: { issuer: 某区, issued: 2020-08-07 }
            seasons: { sowing: { title: 秋种, from: 10月5日, until: 10月25日, official: no } }
            tasks:
              - { task: a, title: 甲, clause: 一, due: 秋种前 }
              - { task: b, title: 乙, clause: 一, due: 2021年秋种结束前 }
              - { task: c, title: 丙, clause: 一, due: 夏收前 }
            """, name: "small.yaml")
        let days = try #require(reading.plan).tasks.map { $0.due.first?.day?.text }
        #expect(days == ["2020-10-04", "2021-10-25", nil])
        #expect(reading.diagnostics.contains { $0.rule == .seasonIsNotOfficial && $0.found == "秋种" })
    }

    @Test("A quarterly duty has its quarters, cut to the campaign")
    func periods() throws {
        let start = try #require(Day("2020-05-16"))
        let end = try #require(Day("2020-12-31"))
        let quarters = Recurrence(every: .quarter, times: nil, isAdHoc: false, words: nil).periods(from: start, through: end)
        #expect(quarters.map(\.upperBound.text) == ["2020-06-30", "2020-09-30", "2020-12-31"])
    }
}
