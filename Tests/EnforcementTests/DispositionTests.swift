import LandGeometry
import Testing

@testable import Enforcement

@Suite("The plan tells what is asked of an unlawful entry: route, steps, standard, dates")
struct DispositionTests {
    private func plan(_ yaml: String) throws -> Plan {
        let reading = Plan.read(yaml, name: "p.yaml")
        return try #require(reading.plan, "\(reading.diagnostics)")
    }

    /// Two categories told apart by an attribute; the first with a table of routes, a shared procedure and targets.
    private static let yaml = """
        plan: p
        title: 试验方案
        area: "9901"
        notice: { issuer: 某县, number: 某〔2026〕1号, issued: 2026-01-01 }
        units: { bureau: { title: 自然资源局, jurisdiction: whole } }
        facts:
          approved: { title: 已批准, attribute: PZ, in: [是] }
          house: { title: 是住宅, attribute: YT, in: [住宅] }
          safe: { title: 安全合格, ask: yes-no, by: bureau }
          early: { title: 2020年以前占用, occurred: "< 2020-01-01" }
        procedures:
          notify: { title: 告知程序, clause: 附, steps: [ { step: tell, title: 送达告知书 } ] }
        categories:
          farm:
            title: 占用耕地
            clause: 一
            scope: { house: no }
            lead: bureau
            decide:
              rows:
                - { rule: keep, title: 合格的补办, clause: 一1, if: { safe: yes }, route: regularise,
                    holds: [ { safe: yes } ], fails: [ { safe: no } ] }
                - { rule: rest, title: 其余拆除, clause: 一2, else: true, route: demolish,
                    holds: [ { safe: no } ], fails: [ { safe: yes } ] }
            routes:
              regularise: { title: 补办手续, clause: 一1, group: regularise, done: [批准文件] }
              demolish:
                title: 拆除
                clause: 一2
                group: demolish
                steps: [ { step: notice, include: notify }, { step: pull, title: 拆除地上物, after: [tell], evidence: [照片] } ]
                accept: { standard: 恢复耕种条件, levels: [town, county] }
            targets:
              - { target: all, title: 全部整治, clause: 二, metric: count, measure: rectified, reach: { 2026年底前: 100% } }
              - { target: pulled, title: 拆除到位, clause: 二1, metric: area, measure: rectified, scope: { route: demolish },
                  reach: { 2026年6月底前: 100% } }
              - { target: old, title: 存量清零, clause: 二2, metric: count, measure: rectified, scope: { if: { early: yes } },
                  reach: { 2026年3月底前: 100% } }
          housing: { title: 住宅, clause: 三, scope: { house: yes }, lead: bureau }
        judge:
          undecided: { title: 举证不足, kind: 待举证, clause: 通知未写 }
          rows:
          - { rule: approved, title: 已批准, clause: 一, if: { approved: yes }, verdict: legal, kind: 合法,
              holds: [ { approved: yes } ], fails: [ { approved: no } ] }
          - { rule: rest, title: 其余违法, clause: 一, else: true, verdict: illegal, kind: 违法,
              holds: [ { approved: no } ], fails: [ { approved: yes } ] }
        """

    private func thing(_ answers: [String: Answer] = [:], use: String = "厂房") throws -> JudgedThing {
        JudgedThing(
            area: Area(squareMetres: 1000), attributes: [Attribute(name: "YT", value: use)], before: Day("2020-05-01"),
            seen: Day("2021-05-01"), present: try #require(Day("2026-02-01")), answers: answers)
    }

    @Test("While a question is open, both routes stand as candidates and the answer that is owed is named")
    func open() throws {
        let plan = try plan(Self.yaml)
        let found = try #require(try Judge.disposition(of: thing(), under: plan))

        #expect(found.category.id == "farm" && found.routes.isEmpty)
        #expect(found.candidates.map(\.id) == ["regularise", "demolish"])
        #expect(found.proposal?.missing.map(\.fact) == ["safe"])
        #expect(found.dues.map { "\($0.target.id) \($0.isCertain)" } == ["all true", "pulled false"])
    }

    @Test("Once it is answered, the route is given with its steps in order, those of the shared procedure in their place")
    func given() throws {
        let plan = try plan(Self.yaml)
        let answer = Answer(value: .no, by: "bureau")
        let found = try #require(try Judge.disposition(of: thing(["safe": answer]), under: plan))

        #expect(found.routes.map(\.id) == ["demolish"] && found.candidates.isEmpty)
        #expect(found.routes.flatMap { plan.steps(of: $0) }.map(\.title) == ["送达告知书", "拆除地上物"])
        #expect(found.routes.first?.accept?.standard == "恢复耕种条件")
        #expect(found.dues.map { "\($0.target.id) \($0.isCertain)" } == ["all true", "pulled true"])
    }

    @Test("An entry of another category is asked what that category asks; a target that cannot count it is left out")
    func otherCategory() throws {
        let plan = try plan(Self.yaml)
        let found = try #require(try Judge.disposition(of: thing(use: "住宅"), under: plan))
        #expect(found.category.id == "housing" && found.proposal == nil && found.routes.isEmpty && found.dues.isEmpty)
    }
}
