import LandGeometry
import Testing

@testable import Enforcement

@Suite("Plans of notices for which nothing was designed")
struct UnseenPlanTests {
    static let ids = [
        "county-satellite-2023", "greenhouse-2018", "idle-2021", "mines-2023", "outflow-2022", "rural-housing-2021", "two-violations-2024",
    ]
    private static let folder = "Tests/Fixtures/plans/unseen"

    private func reading(_ id: String) throws -> PlanReading {
        Plan.read(try Fixtures.text("\(Self.folder)/\(id).yaml"), name: "\(id).yaml")
    }

    @Test("The check finds no error, and of blanks, contradictions and slips exactly those the notice has", arguments: ids)
    func diagnostics(_ id: String) throws {
        let reading = try reading(id)
        let lines = reading.diagnostics.map { $0.text(file: "\(id).yaml", in: .zh) }
        try Fixtures.expect(lines.joined(separator: "\n") + "\n", matches: "\(Self.folder)/\(id).check.txt")
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    }

    @Test("Every row has examples both ways, and they come out", arguments: ids)
    func examples(_ id: String) throws {
        let plan = try #require(try reading(id).plan)
        let results = plan.exampleResults
        #expect(!results.isEmpty)
        #expect(results.filter { !$0.isRight }.map { "\($0.table)/\($0.row) \($0.facts) → \($0.found)" } == [])
    }

    @Test("The outline tells every Chinese word the plan writes, save examples and remarks of the file", arguments: ids)
    func everyWord(_ id: String) throws {
        let plan = try #require(try reading(id).plan)
        let told = PlanOutline(plan).text
        let written = try Fixtures.text("\(Self.folder)/\(id).yaml").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let untold = written.flatMap { line in
            line.matches(of: #/[\u{4e00}-\u{9fff}]{2,}/#).map { String($0.0) }.filter { !told.contains($0) }
        }
        #expect(Set(untold) == [])
    }

    @Test("Told in the order of the notice nothing is lost, and no name of the file stands in place of Chinese", arguments: ids)
    func byClause(_ id: String) throws {
        let outline = PlanOutline(try #require(try reading(id).plan))
        let told = outline.textByClause
        func texts(_ item: OutlineItem) -> [String] { [item.text].filter { !$0.isEmpty } + item.items.flatMap(texts) }
        #expect(texts(outline.root).filter { !told.contains($0) } == [])
        let odd = outline.linesByClause.map(\.text).filter {
            $0.hasSuffix("：是") || $0.hasSuffix("：否") || $0.contains(#/[a-z]{3,}-[a-z]{2,}/#)
        }
        #expect(odd == [])
    }

    @Test("A number an officer gives, or a field of the batch, is held against limits in any unit")
    func quantity() throws {
        let plan = try #require(try reading("greenhouse-2018").plan)
        let present = try #require(Day("2018-11-20"))
        func large(_ thing: JudgedThing) -> FactValue { FactReader(thing, plan).value(of: "keeper-large") }
        var thing = JudgedThing(area: Area(mu: 2), present: present)
        #expect(large(thing).value == .unknown)
        thing.answers["keeper"] = Answer(value: .number(15), by: "li")
        #expect(large(thing).value == .no)
        thing.attributes = [Attribute(name: "KHFMJ", value: "15.01")]
        #expect(large(thing).value == .yes && large(thing).source == "KHFMJ=15.01")
        thing.attributes = [Attribute(name: "KHFMJ", value: "0.02亩")]
        #expect(large(thing).value == .no)
        thing.attributes = [Attribute(name: "KHFMJ", value: "20吨")]
        #expect(large(thing).value == .no, "a field in another dimension says nothing; the officer's number stands")
    }

    @Test("A limit that differs from place to place is the one of the place; where the place is unknown it stays open")
    func placed() throws {
        let plan = try #require(try reading("rural-housing-2021").plan)
        let present = try #require(Day("2021-06-01"))
        func over(_ terrain: String?, _ area: Double) -> FactValue.Value {
            var thing = JudgedThing(area: Area(mu: 2), present: present)
            thing.answers["homestead"] = Answer(value: .number(area), by: "li")
            if let terrain { thing.answers["terrain"] = Answer(value: .text(terrain), by: "li") }
            return FactReader(thing, plan).read("over")
        }
        #expect(over("plain", 200) == .no && over("plain", 200.01) == .yes)
        #expect(over("hills", 467) == .no && over("city", 200) == .yes)
        #expect(over(nil, 300) == .unknown && over(nil, 500) == .unknown && over(nil, 100) == .no)
    }

    @Test("A layer is asked in the version of the year a plan names, whatever the day of occupation")
    func years() throws {
        let plan = try #require(try reading("outflow-2022").plan)
        #expect(plan.layerDays.map(\.text) == ["2019-12-31", "2020-12-31", "2021-12-31"])
        let survey = LayerName("survey")
        let versions = ["2019", "2020", "2021"].map { year in
            LayerVersion(
                id: LayerVersionID(layer: survey, version: year), layer: survey, title: year, version: year,
                validFrom: Day("\(year)-12-31"), validTo: Day("\((Int(year) ?? 0) + 1)-12-30"), approval: nil, sourceFile: "",
                sourceDigest: "", codeScheme: nil, classField: nil, featureCount: 0, refused: 0, area: .zero)
        }
        let present = try #require(Day("2022-08-01"))
        let needed = LayerChoice.needed(occupation: nil, present: present, days: plan.layerDays, among: versions)
        #expect(needed.map(\.version) == ["2019", "2020", "2021"])
        // Cultivated in 2019 and 2020, an orchard from 2021 on.
        let codes = ["2019": "0103", "2020": "0103", "2021": "0201"]
        var thing = JudgedThing(area: Area(mu: 3), layers: versions, present: present)
        thing.findings = versions.map { version in
            Finding(
                layer: survey, version: version.id, areas: [ClassArea(code: codes[version.version] ?? "", area: Area(mu: 3))],
                uncovered: .zero)
        }
        let reader = FactReader(thing, plan)
        #expect(["was-tilled", "tilled-2020", "tilled-2021", "garden", "forest"].map(reader.read) == [.yes, .yes, .no, .yes, .no])
        #expect(Judge.propose(for: thing, under: plan).kind == "2021年度流出")
    }

    @Test("A return due on a weekday, on a working day or at the end of a month falls on its days")
    func dueDays() throws {
        let start = try #require(Day("2021-01-01"))
        func days(_ plan: String, _ name: String, _ end: String) throws -> [String] {
            let it = try #require(try reading(plan).plan?.returns.first { $0.id == name })
            return it.dueDays(from: start, through: try #require(Day(end))).map(\.text)
        }
        #expect(try days("greenhouse-2018", "weekly", "2021-01-21") == ["2021-01-07", "2021-01-14", "2021-01-21"])
        #expect(try days("rural-housing-2021", "zero", "2021-02-28") == ["2021-01-29", "2021-02-26"])
        #expect(try days("two-violations-2024", "month", "2021-02-28") == ["2021-01-06", "2021-02-03"])
        #expect(try days("mines-2023", "half", "2021-12-31") == ["2021-06-10", "2021-12-10"])
        #expect(try days("county-satellite-2023", "quarter-check", "2021-05-31") == ["2021-01-08", "2021-04-08"])
    }

    @Test("Facts may stand in any order: those made of others above them, and a limit by place above the place")
    func order() throws {
        let text = try Fixtures.text("\(Self.folder)/idle-2021.yaml")
        let plan = try #require(Plan.read(text, name: "idle-2021.yaml").plan)
        let names = plan.facts.map(\.name)
        let (little, part) = (try #require(names.firstIndex(of: "little")), try #require(names.firstIndex(of: "few-built")))
        #expect(little < part)
        let circle = text.replacing(
            "few-built:  { title: 已开工面积不足三分之一, quantity: built, amount: \"< 33.33%\",",
            with: "few-built:  { title: 甲, when: { little: yes },")
        #expect(circle != text)
        #expect(Plan.read(circle, name: "idle-2021.yaml").diagnostics.contains { $0.severity == .error && $0.rule == .nameMustBeDeclared })
    }

    @Test("Two versions of such a plan differ in what was changed, new keys included")
    func differences() throws {
        let text = try Fixtures.text("\(Self.folder)/county-satellite-2023.yaml")
        let old = try #require(try reading("county-satellite-2023").plan)
        let changed = text.replacing("reaches: \">= 15%\"", with: "reaches: \">= 14%\"").replacing("points: 40,", with: "points: 41,")
        let new = try #require(Plan.read(changed, name: "county-satellite-2023.yaml").plan)
        let items = PlanDiff(from: old, to: new).items
        #expect(items.compactMap(\.after) == ["达到：不低于14%", "分值：41"])
    }
}
