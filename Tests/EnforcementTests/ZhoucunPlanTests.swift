import Enforcement
import Testing

@Suite("The plan of Zhoucun 2019")
struct ZhoucunPlanTests {
    @Test("Its check says exactly what the notice leaves open and what the plan assumes")
    func diagnostics() throws {
        let reading = Plan.read(try Fixtures.text("plans/zhoucun-2019.yaml"), name: "zhoucun-2019.yaml")
        let lines = reading.diagnostics.map { $0.text(file: "zhoucun-2019.yaml", in: .zh) }
        try Fixtures.expect(lines.joined(separator: "\n") + "\n", matches: "Tests/Fixtures/plans/zhoucun-2019.check.txt")
    }

    @Test("It can be told back as an outline, every rule with its clause")
    func outline() throws {
        let plan = try Fixtures.plan("zhoucun-2019")
        try Fixtures.expect(PlanOutline(plan).text, matches: "Tests/Fixtures/plans/zhoucun-2019.outline.txt")
    }
}
