import LandGeometry
import Testing

@testable import Enforcement

@Suite("Routes by the tables of a plan")
struct RouteTests {
    private func thing(_ category: String, _ answers: [String: String]) throws -> JudgedThing {
        var thing = JudgedThing(category: category, area: Area(mu: 3), present: try #require(Day("2022-05-01")))
        for (fact, word) in answers { thing.answers[fact] = Answer(value: FactValue.Value(word: word), by: "li") }
        return thing
    }

    @Test("An answer that is missing leaves the route open and says what is missing; it never falls to the last row")
    func undecided() throws {
        let plan = try Fixtures.plan("binhai-2022")
        let open = try #require(Judge.route(for: try thing("idle", ["idle-cause": "government"]), under: plan))
        #expect(open.routes.isEmpty && open.candidates == ["idle-start", "idle-withdraw", "idle-swap"])
        #expect(open.missing.map(\.title) == ["区人民政府批准的处置方案"])
        let chosen = try #require(Judge.route(for: try thing("idle", ["idle-cause": "government", "idle-way": "swap"]), under: plan))
        #expect(chosen.routes == ["exchange-land"] && chosen.rules == ["idle-swap"])
        #expect(chosen.trace.map(\.rule) == ["idle-start", "idle-withdraw", "idle-swap"])
    }

    private func plan(policy: String, order: String = "") throws -> Plan {
        let reading = Plan.read(
            """
            plan: small
            title: 小方案
            area: "370306"
            facts:
              a: { title: 甲, ask: yes-no }
              b: { title: 乙, ask: yes-no }
            routes:
              remove: { title: 拆除, clause: 一, done: [拆] }
              keep: { title: 保留, clause: 一, done: [留] }
              other: { title: 其他, clause: 一, done: [办] }
            categories:
              land:
                title: 用地
                clause: 一
                decide:
                  policy: \(policy)
                  order: [remove, keep, other]
                  rows:
                    - { rule: keep, title: 留, clause: 一, if: { a: yes }, route: keep, holds: [ { a: yes, b: no } ], fails: [ { a: no } ] }
                    - { rule: remove, title: 拆, clause: 一, if: { b: yes }, route: remove, holds: [ { a: no, b: yes } ], fails: [ { b: no } ] }
                    - { rule: rest, title: 余, clause: 一, else: true, route: other, holds: [ { a: no, b: no } ], fails: [ { a: yes } ] }
            """, name: "small.yaml")
        return try #require(reading.plan, "\(reading.diagnostics)")
    }

    @Test("Of several rows that hold, the strictest decides under the policy “strictest” and all count under “collect”")
    func policies() throws {
        let both = try thing("land", ["a": "yes", "b": "yes"])
        #expect(Judge.route(for: both, under: try plan(policy: "strictest"))?.routes == ["remove"])
        #expect(Judge.route(for: both, under: try plan(policy: "collect"))?.routes == ["keep", "remove"])
        #expect(Judge.route(for: both, under: try plan(policy: "first"))?.routes == ["keep"])
        let neither = try thing("land", ["a": "no", "b": "no"])
        #expect(Judge.route(for: neither, under: try plan(policy: "strictest"))?.routes == ["other"])
        #expect(Judge.route(for: neither, under: try plan(policy: "collect"))?.routes == ["other"])
    }

    @Test("An unknown fact that could bring a stricter route keeps the table open; one that could not does not")
    func strictestUnknown() throws {
        let plan = try plan(policy: "strictest")
        #expect(Judge.route(for: try thing("land", ["a": "yes"]), under: plan)?.routes == [])
        #expect(Judge.route(for: try thing("land", ["b": "yes"]), under: plan)?.routes == ["remove"])
    }

    @Test("A route table over the cases of its category is searched for gaps, its own subtypes only")
    func gap() throws {
        let reading = Plan.read(
            """
            plan: small
            title: 小方案
            area: "370306"
            facts: { a: { title: 甲, ask: yes-no } }
            routes: { keep: { title: 保留, clause: 一, done: [留] } }
            categories:
              land:
                title: 用地
                clause: 一
                subtypes: { house: 住宅, shop: 商铺 }
                decide:
                  rows:
                    - { rule: house, title: 住宅, clause: 一, if: { subtype: house }, route: keep, holds: [ { subtype: house } ], fails: [ { subtype: shop } ] }
                    - { rule: shop, title: 商铺, clause: 一, if: { subtype: shop, a: yes }, route: keep, holds: [ { subtype: shop, a: yes } ], fails: [ { subtype: shop, a: no } ] }
            """, name: "small.yaml")
        #expect(reading.diagnostics.filter { $0.rule == .rowsMustLeaveNoGap }.map(\.suggestion) == ["子类=商铺，甲=no"])
    }

    @Test("The strictest of several control lines is named, and every candidate stays among the facts")
    func strictestLine() throws {
        let line = DerivedFact.strictest(["redline", "farmland"])
        #expect(line.value { $0 == "farmland" ? .yes : .no } == .text("farmland"))
        #expect(line.value { _ in .yes } == .text("redline"))
        #expect(line.value { _ in .no } == .text("none"))
        #expect(line.value { $0 == "redline" ? .unknown : .yes } == .unknown)
    }

    @Test("Land is idle on the very day one year after the agreed start, and not the day before")
    func idle() throws {
        let plan = try Fixtures.plan("baodi-2017")
        func value(_ present: String) throws -> FactValue.Value {
            let thing = JudgedThing(
                area: Area(mu: 1), attributes: [Attribute(name: "约定开工日期", value: "2016-05-20")], present: try #require(Day(present)))
            return FactReader(thing, plan).read("idle-one-year")
        }
        #expect(try value("2017-05-20") == .yes)
        #expect(try value("2017-05-19") == .no)
    }
}
