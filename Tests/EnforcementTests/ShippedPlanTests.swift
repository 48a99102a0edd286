import Foundation
import LandGeometry
import Testing

@testable import Enforcement

@Suite("The plans that come with the program")
struct ShippedPlanTests {
    static let ids = ["baodi-2017", "binhai-2020", "binhai-2022", "shanghai-2024", "zhoucun-2019"]

    @Test("The check of a plan says exactly what its notice leaves open, contradicts or sets as a trap", arguments: ids)
    func diagnostics(_ id: String) throws {
        let reading = Plan.read(try Fixtures.text("plans/\(id).yaml"), name: "\(id).yaml")
        let lines = reading.diagnostics.map { $0.text(file: "\(id).yaml", in: .zh) }
        try Fixtures.expect(lines.joined(separator: "\n") + "\n", matches: "Tests/Fixtures/plans/\(id).check.txt")
        #expect(!reading.diagnostics.contains { $0.severity == .error })
    }

    @Test("A plan can be told back as an outline, every element with its clause", arguments: ids)
    func outline(_ id: String) throws {
        try Fixtures.expect(PlanOutline(try Fixtures.plan(id)).text, matches: "Tests/Fixtures/plans/\(id).outline.txt")
    }

    @Test("Every example of every rule comes out as it says", arguments: ids)
    func examples(_ id: String) throws {
        let results = try Fixtures.plan(id).exampleResults
        #expect(results.count >= 20)
        #expect(results.filter { !$0.isRight }.map { "\($0.table)/\($0.row) \($0.facts) → \($0.found)" } == [])
    }

    @Test("No plan names a person", arguments: ids)
    func offices(_ id: String) throws {
        let text = try Fixtures.text("plans/\(id).yaml")
        let names = ["刘伟", "戴雷", "师武军", "吴建兵", "张洪伟", "孔继伟", "冯志庚", "单泽峰", "罗平", "裴子刚", "孟庆松", "毛劲松", "程汝怀", "徐兆峰", "宋明涛"]
        #expect(names.filter(text.contains) == [])
    }

    private func diagnostics(_ id: String, _ rule: PlanDiagnostic.Rule) throws -> [PlanDiagnostic] {
        Plan.read(try Fixtures.text("plans/\(id).yaml"), name: "\(id).yaml").diagnostics.filter { $0.rule == rule }
    }

    @Test("Binhai 2020: 40 rows, seven damaged, two class counts not printed, two conflicts, three blank dues, five days in no phase")
    func binhai2020() throws {
        let plan = try Fixtures.plan("binhai-2020")
        #expect(plan.tasks.compactMap(\.row) == Array(1...40))
        #expect(plan.tasks.filter { !$0.lost.isEmpty }.compactMap(\.row) == [5, 10, 17, 24, 28, 32, 36])
        #expect(try diagnostics("binhai-2020", .classCountMustBePrinted).count == 2)
        #expect(try diagnostics("binhai-2020", .classCountMustAgree).isEmpty)
        #expect(try diagnostics("binhai-2020", .dueMustNotContradict).count == 2)
        #expect(plan.tasks.filter { $0.row != nil && $0.due.contains(where: \.isAbsent) }.compactMap(\.row) == [21, 22, 23])
        #expect(try diagnostics("binhai-2020", .phasesMustLeaveNoHole).map(\.suggestion) == ["2020-11-26 – 2020-11-30"])
        #expect(try diagnostics("binhai-2020", .dueMustLieInPhase).count >= 20)
    }

    @Test("Binhai 2022: seven categories, the annex absent, a measure that changes midway, dues before the issue")
    func binhai2022() throws {
        let plan = try Fixtures.plan("binhai-2022")
        #expect(plan.categories.count == 7)
        #expect(try diagnostics("binhai-2022", .annexMustBeThere).count == 1)
        #expect(try diagnostics("binhai-2022", .metricChangesMidway).count == 2)
        let early = try diagnostics("binhai-2022", .dueMustNotPrecedeIssue)
        #expect(Set(early.compactMap { $0.suggestion?.prefix(10) }) == ["2021-10-31", "2021-12-31", "2022-02-28"])
        let stages = try #require(plan.allTargets.first { $0.id == "reserve-redline" }).stages
        #expect(stages.map { $0.share } == [0.3, 0.6, 0.8, 0.9, 1])
        #expect(stages.last?.day == Day("2023-03-31"))
    }

    @Test("Baodi 2017: 5月初 is the first ten days of May, and a year is a span until its end")
    func baodi() throws {
        let plan = try Fixtures.plan("baodi-2017")
        let due = try #require(plan.meetings.first { $0.id == "kick-off" }?.due.first)
        #expect(due.status == .fuzzy && due.text == "5月初")
        #expect(due.readings.first?.earliest == Day("2017-05-01") && due.day == Day("2017-05-10"))
        let zero = try #require(plan.targets.first { $0.id == "idle-zero" })
        #expect(zero.flow?.comparison == .more && zero.flow?.period?.day == Day("2017-12-31"))
    }

    @Test("Shanghai 2024: the nine districts and the six lines are not named, the years after the first stay blank")
    func shanghai() throws {
        #expect(try diagnostics("shanghai-2024", .membersMustBeNamed).map(\.suggestion) == ["0 / 9"])
        #expect(try diagnostics("shanghai-2024", .contentsMustBePrinted).contains { $0.found.contains("2+4") })
        let plan = try Fixtures.plan("shanghai-2024")
        #expect(plan.allTargets.first { $0.id == "three-years-end" }?.stages.allSatisfy { $0.share == nil } == true)
    }

    @Test("The monthly return of Binhai 2022 is due on the 5th or the next working day, as the calendar of ten years has it")
    func monthlyReturn() throws {
        let monthly = try #require(try Fixtures.plan("binhai-2022").returns.first { $0.id == "monthly" })
        #expect(monthly.due(year: 2022, month: 3) == Day("2022-03-07"))
        #expect(monthly.due(year: 2022, month: 4) == Day("2022-04-06"))
        #expect(monthly.due(year: 2022, month: 10) == Day("2022-10-08"))
        #expect(monthly.due(year: 2016, month: 10) == nil)
    }
}
