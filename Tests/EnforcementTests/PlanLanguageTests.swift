import Foundation
import LandGeometry
import Testing

@testable import Enforcement

@Suite("The plan language and its papers")
struct PlanLanguageTests {
    @Test("The JSON Schema beside the plans is the one the program gives")
    func schema() throws {
        try Fixtures.expect(PlanLanguage.schema, matches: "plans/plan.schema.json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(PlanLanguage.schema.utf8)) as? [String: Any])
        #expect((schema["$defs"] as? [String: Any])?.count ?? 0 > 40)
    }

    @Test("The manual of keys is the one the program gives")
    func manual() throws {
        try Fixtures.expect(PlanLanguage.manual, matches: "docs/plan-keys.md")
    }

    @Test("Every key and every word of the language has words in both languages")
    func glosses() {
        var collector = FormCollector()
        collector.add(Plan.form.shape)
        for form in collector.forms {
            for gloss in [form.gloss] + form.keys.map(\.gloss) {
                #expect(gloss.zh.contains { !$0.isASCII } && !gloss.en.isEmpty && gloss.en.allSatisfy(\.isASCII), "\(form.name) \(gloss)")
            }
            #expect(Set(form.keys.map(\.key)).count == form.keys.count, "\(form.name)")
        }
    }

    @Test("Every demand that stands in a plan is found at the place the table gives")
    func requirements() throws {
        let lines = try Fixtures.text("docs/requirements.md").split(separator: "\n")
        var plans: [String: String] = [:]
        var places = 0
        for line in lines where line.hasPrefix("| ") {
            for match in line.matches(of: #/`(plans\/[a-z0-9-]+\.yaml)#([^`]+)`/#) {
                let file = String(match.1)
                let yaml = try plans[file] ?? Fixtures.text(file)
                plans[file] = yaml
                places += 1
                #expect(Plan.place(of: String(match.2), in: yaml) != nil, "\(match.0)")
            }
        }
        let demands = lines.filter { $0.hasPrefix("| ") && $0.contains("`plans/") }.count
        #expect(demands == 290 && places >= demands && plans.count == 5)
    }

    @Test("What two versions of a plan say differently is told with the units it concerns")
    func diff() throws {
        let text = try Fixtures.text("plans/binhai-2022.yaml")
        let old = try Fixtures.plan("binhai-2022")
        let changed = text.replacing("2022年6月30日前: 50%, 2022年12月31日前: 85%", with: "2022年6月30日前: 60%, 2022年12月31日前: 85%")
            .replacing("    lead: agriculture\n    cooperate: bureau\n", with: "    lead: bureau\n    cooperate: agriculture\n")
        let new = try #require(Plan.read(changed, name: "binhai-2022.yaml").plan)
        let items = PlanDiff(from: old, to: new).items
        #expect(items.map(\.change) == [.changed, .changed, .changed])
        #expect(items.contains { $0.after?.contains("60%") == true && $0.path.contains("目标") })
        let lead = try #require(items.first { $0.after?.hasPrefix("牵头") == true })
        #expect(Set(lead.units).isSuperset(of: ["区农业农村委", "市规划资源局滨海新区分局"]))
        #expect(PlanDiff(from: old, to: old).items.isEmpty)
    }

    @Test("A plan begun by asking can be read, and what was not answered is told, not invented")
    func sketch() throws {
        var sketch = PlanSketch(id: "zibo-2026")
        sketch.answer(.title, "淄博市2026年违法用地整治方案")
        sketch.answer(.issued, "2026-03-01")
        sketch.answer(.area, "3703")
        sketch.answer(.lead, "市自然资源局")
        sketch.answer(.towns, "各镇办")
        sketch.answer(.categories, "违法占地、闲置土地")
        sketch.answer(.place(0), "三（二）1")
        sketch.answer(.due(0), "2026年底前")
        sketch.answer(.returnDay, "5")
        let reading = Plan.read(sketch.yaml, name: "zibo-2026.yaml")
        let plan = try #require(reading.plan, "\(reading.diagnostics)")
        #expect(plan.categories.map(\.title) == ["违法占地", "闲置土地"])
        #expect(plan.targets.first?.stages.first?.day == Day("2026-12-31"))
        #expect(plan.targets.last?.stages.first?.due.isAbsent == true)
        #expect(plan.categories.map(\.clause) == ["三（二）1", PlanSketch.blankClause])
        #expect(plan.returns.first?.from == ["towns"] && plan.returns.first?.due(year: 2026, month: 4) == Day("2026-04-05"))
        let empty = try #require(Plan.read(PlanSketch(id: "x").yaml, name: "x.yaml").plan)
        #expect(empty.categories.isEmpty && empty.targets.isEmpty && empty.units.isEmpty && empty.notice?.number == nil)
    }

    @Test("An answer that cannot be read is asked for again; every category raises questions of its own")
    func sketchQuestions() {
        var sketch = PlanSketch(id: "x")
        #expect(sketch.next == .title)
        #expect(sketch.answer(.title, "  ") == .mustBeGiven && sketch.next == .title)
        #expect(sketch.answer(.title, "某县整治方案") == nil && sketch.next == .issuer)
        #expect(sketch.answer(.issued, "三月一日") == .mustBeDay && sketch.answer(.issued, "2026年3月1日") == nil)
        #expect(sketch.answer(.area, "周村区") == .mustBeCode && sketch.answer(.area, "370306") == nil)
        #expect(sketch.answer(.returnDay, "每月5日") == .mustBeDayOfMonth)
        for question in [SketchQuestion.issuer, .number, .lead, .towns, .zones] { #expect(sketch.answer(question, "") == nil) }
        #expect(sketch.next == .categories && sketch.answer(.categories, "违法占地，闲置土地") == nil)
        #expect(sketch.questions.suffix(5) == [.place(0), .due(0), .place(1), .due(1), .returnDay])
        #expect(sketch.gloss(of: .place(1)).zh.contains("闲置土地") && sketch.answer(.place(1), "第三条") == nil)
    }
}
