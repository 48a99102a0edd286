import Foundation
import LandGeometry
import Testing

@testable import Enforcement

@Suite("The notice in its own words beside the plan")
struct ArticleTests {
    private func reading(_ articles: String, aims: String = "") -> PlanReading {
        Plan.read(
            """
            plan: x
            title: 某方案
            area: "3703"
            aims:
              - { clause: 一（一）, text: 严控增量、消化存量 }
            \(aims)
            articles:
            \(articles)
            """, name: "x.yaml")
    }

    private func told(_ reading: PlanReading, _ rule: PlanDiagnostic.Rule) -> [String] {
        reading.diagnostics.filter { $0.rule == rule }.map(\.found)
    }

    @Test("A clause on which nothing in the plan rests is told, unless it says why")
    func uncited() {
        let articles = "  一: { text: 总体要求, note: 标题 }\n  一（一）: 严控增量、消化存量。\n  一（二）: 各镇成立专班。"
        #expect(told(reading(articles), .clauseMustBeCited) == ["一（二）"])
        #expect(told(reading(articles, aims: "  - { clause: 一（二）, text: 专班 }"), .clauseMustBeCited) == [])
    }

    @Test("Citing a part of a clause rests on the innermost clause that is printed, not on those around it")
    func innermost() {
        let articles = "  一: 总体要求如下。\n  一（一）: 严控增量。\n  一（二）: 各镇成立专班。"
        let found = reading(articles, aims: "  - { clause: 一（二）3, text: 专班 }")
        #expect(told(found, .clauseMustBeCited) == ["一"])
        #expect(told(found, .clauseMustBePrinted) == [])
    }

    @Test("A place the notice does not have is told where it is given; what the plan adds of its own is not")
    func unprinted() throws {
        let found = reading("  一（一）: 严控增量。", aims: "  - { clause: 一（三）, text: 甲 }\n  - { clause: 通知未写, text: 乙 }")
        #expect(told(found, .clauseMustBePrinted) == ["一（三）"])
        #expect(found.diagnostics.first { $0.rule == .clauseMustBePrinted }?.line == 6)
        #expect(
            told(Plan.read("plan: x\ntitle: x\narea: \"3\"\naims: [{ clause: 九, text: x }]", name: "x.yaml"), .clauseMustBePrinted) == [])
    }

    @Test("Row 10 is not within row 1")
    func boundary() {
        let found = reading("  附件1: 甲。\n  附件10: 乙。", aims: "  - { clause: 附件10, text: 乙 }\n  - { clause: 一（一）, text: 丙 }")
        #expect(told(found, .clauseMustBeCited) == ["附件1"])
    }

    @Test("The outline prints every clause above what rests on it and marks words the clauses do not hold")
    func outline() throws {
        let plan = try #require(
            reading("  一（一）: 严控增量，消化存量。", aims: "  - { clause: 一（一）, text: 严控增量；报送周报 }\n  - { clause: 通知未写, text: 自查 }").plan)
        let lines = PlanOutline(plan).linesByClause.map(\.told)
        let place = try #require(lines.firstIndex(of: "一（一） 严控增量，消化存量。"))
        #expect(lines[place...].dropFirst().prefix(2).contains { $0.contains("严控增量；＊报送周报") })
        #expect(lines.contains { $0.contains("自查") && !$0.contains("＊自查") })
        #expect(PlanOutline(plan).root.items.allSatisfy { $0.key != "articles" } && PlanDiff(from: plan, to: plan).items.isEmpty)
    }

    static let notices = ["binhai-2020", "binhai-2022"]

    @Test("Every citation of a plan that prints its notice is there, and every clause is cited", arguments: notices)
    func whole(_ id: String) throws {
        let found = Plan.read(try Fixtures.text("plans/\(id).yaml"), name: "\(id).yaml")
        #expect(told(found, .clauseMustBePrinted) == [] && told(found, .clauseMustBeCited) == [])
        #expect(found.plan?.articles.count ?? 0 > 60)
    }

    @Test(
        "Every phrase of the notice stands in the clauses of its plan, names of persons apart",
        .enabled(if: ArticleTests.notice("binhai-2020") != nil))
    func phrases() throws {
        for id in Self.notices {
            let printed = bare(try Fixtures.plan(id).articles.map(\.text).joined())
            let notice = try #require(Self.notice(id)).replacing("[bookmark: _GoBack]", with: "")
            let body = notice.prefix(upTo: (notice.range(of: "\n\t序号")?.lowerBound) ?? notice.endIndex)
            let names = /单泽峰|戴雷|陈波|韩学武|罗平|孙家旺|裴子刚|李长青|师武军|吴建兵/
            let lost = body.split { !($0.isLetter || $0.isNumber || $0 == "%") }.flatMap {
                $0.replacing(names, with: " ").split(separator: " ")
            }
            .map(String.init).filter { phrase in
                // Numbers of clauses and dates of the letterhead stand elsewhere in the plan.
                phrase.count > 4 && !printed.contains(bare(phrase)) && !printed.contains(bare(String(phrase.drop { $0.isNumber })))
            }
            #expect(Set(lost).subtracting(["2020年8月7日", "2022年3月18日", "津滨政办发", "天津市滨海新区人民政府办公室", "此件主动公开"]) == [], "\(id)")
        }
    }

    private func bare(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber || $0 == "%" } }

    /// The text of a notice, where the corpus is at hand.
    private static func notice(_ id: String) -> String? {
        let base =
            ProcessInfo.processInfo.environment["LANDLEDGER_SHARED"]
            ?? Fixtures.root.deletingLastPathComponent().appending(path: "shared").path
        let text = try? String(contentsOfFile: "\(base)/notices/\(id).txt", encoding: .utf8)
        if text == nil { print("skipped: \(base)/notices/\(id).txt is not here (set LANDLEDGER_SHARED)") }
        return text
    }

    @Test("Both Binhai plans judge legality by the same rules, word for word")
    func sameRules() throws {
        let tables = try Self.notices.map { try Fixtures.plan($0).judge.rows }
        func words(_ row: JudgeRow) -> [String] {
            [row.id, row.title, "\(row.condition)", "\(row.verdict)", row.kind ?? "", row.basis ?? ""] + row.needs
        }
        #expect(tables[0].map(words) == tables[1].map(words))
    }
}
