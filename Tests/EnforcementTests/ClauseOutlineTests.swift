import Foundation
import Testing

@testable import Enforcement

@Suite("A plan told in the order of its notice")
struct ClauseOutlineTests {
    @Test(
        "A clause is read into the places it names",
        arguments: [
            ("三（二）1（3）", ["三（二）1（3）"]), ("三（四）1（4）、2（3）", ["三（四）1（4）", "三（四）2（3）"]),
            ("六（三）（四）（七）", ["六（三）", "六（四）", "六（七）"]), ("附件9、二（二）2", ["附件9", "二（二）2"]), ("附件8、9", ["附件8", "附件9"]),
            ("二（一）4（8）（9）、二（二）6（14）", ["二（一）4（8）", "二（一）4（9）", "二（二）6（14）"]), ("四末段", ["四末段"]), ("第三条、第四条", ["第三条", "第四条"]),
            ("通知未写", []),
        ])
    func places(clause: String, wanted: [String]) {
        #expect(ClausePlace.places(in: clause).map(\.text) == wanted)
    }

    @Test("Places follow each other as in a notice: the head, the clauses by their numbers, what stands below them")
    func order() {
        let read = [
            "标题", "主送", "前言", "一", "一（二）", "二（一）", "二（一）1（1）", "二（一）2（9）", "二（一）2（10）", "二（一）2末段", "二（二）", "九", "十", "十一", "四十", "落款",
            "附件2", "附件10", "抄送",
        ]
        let places = read.flatMap { ClausePlace.places(in: $0) }
        #expect(places.reversed().sorted().map(\.text) == read)
    }

    @Test("The outline of a shipped plan in the order of its notice", arguments: ShippedPlanTests.ids)
    func golden(_ id: String) throws {
        try Fixtures.expect(PlanOutline(try Fixtures.plan(id)).textByClause, matches: "Tests/Fixtures/plans/\(id).explain.txt")
    }

    @Test("Nothing that the sections tell is lost in the order of the notice", arguments: ShippedPlanTests.ids)
    func complete(_ id: String) throws {
        let outline = PlanOutline(try Fixtures.plan(id))
        // Marks stand within words that the notice has only in part.
        let told = outline.textByClause.replacing("＊", with: "")
        func texts(_ item: OutlineItem) -> [String] { [item.text].filter { !$0.isEmpty } + item.items.flatMap(texts) }
        let lost = texts(outline.root).filter { !told.contains($0) }
        #expect(lost == [])
    }

    @Test("No name of the file and no word of the language is told in place of Chinese", arguments: ShippedPlanTests.ids)
    func words(_ id: String) throws {
        let lines = PlanOutline(try Fixtures.plan(id)).linesByClause.map(\.text)
        let odd = lines.filter { $0.hasSuffix("：是") || $0.hasSuffix("：否") || $0.contains("＝") || $0.contains(#/[a-z]{3,}-[a-z]{2,}/#) }
        #expect(odd == [])
    }

    @Test("What a plan adds bears a mark, what the notice says does not")
    func marks() throws {
        let lines = PlanOutline(try Fixtures.plan("baodi-2017")).linesByClause.map(\.told)
        #expect(lines.contains { $0.contains("＊") && $0.contains("拆除前照片") })
        let notice = try #require(lines.first { $0.contains("警示约谈或通报批评") })
        #expect(!notice.contains("＊实施") && notice.contains("＊对象"))
    }

    @Test("A clause of which the plan takes nothing is told so")
    func empty() throws {
        let yaml = """
            plan: x
            title: 某县方案
            notice: { issuer: 某县, clauses: { 一: 目标, 一（一）: 总目标, 二: 任务 } }
            area: "370306"
            aims: [ { clause: 一（一）, text: 全部整改 } ]
            """
        let plan = try #require(Plan.read(yaml, name: "x.yaml").plan)
        let lines = PlanOutline(plan).linesByClause.map(\.told)
        let start = try #require(lines.firstIndex(of: "一 目标"))
        #expect(lines[start...].prefix(5) == ["一 目标", "一（一） 总目标", "  【目标与原则】全部整改", "二 任务", "  （方案没有取自本条的内容）"])
    }

    @Test("What is said to be the plan's own must be there")
    func own() {
        let yaml = "plan: x\ntitle: 甲\narea: \"37\"\nunits:\n  a: { title: 乙, clause: 一, own: dutty }\n"
        let found = Plan.read(yaml, name: "x.yaml").diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.rule) == [.keyMustBePresent] && found.first?.found == "dutty" && found.first?.line == 5)
    }
}
