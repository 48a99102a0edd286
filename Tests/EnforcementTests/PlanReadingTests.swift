import LandGeometry
import Testing

@testable import Enforcement

@Suite("Reading a plan")
struct PlanReadingTests {
    @Test("Everything wrong with a plan is told at once, with line, column and remedy, in Chinese and English")
    func broken() throws {
        let reading = Plan.read(try Fixtures.text("Tests/Fixtures/plans/broken.yaml"), name: "broken.yaml")
        #expect(reading.plan == nil)
        let lines = Language.allCases.flatMap { language in reading.diagnostics.map { $0.text(file: "broken.yaml", in: language) } }
        try Fixtures.expect(lines.joined(separator: "\n") + "\n", matches: "Tests/Fixtures/plans/broken.check.txt")
    }

    @Test("Every oddity a notice or a plan can have is told: holes, circles, falls, blanks, losses, contradictions")
    func odd() throws {
        let reading = Plan.read(try Fixtures.text("Tests/Fixtures/plans/odd.yaml"), name: "odd.yaml")
        let lines = Language.allCases.flatMap { language in reading.diagnostics.map { $0.text(file: "odd.yaml", in: language) } }
        try Fixtures.expect(lines.joined(separator: "\n") + "\n", matches: "Tests/Fixtures/plans/odd.check.txt")
        let told = Set(reading.diagnostics.map(\.rule))
        let wanted: Set<PlanDiagnostic.Rule> = [
            .annexMustBeWhole, .annexMustBeThere, .contentsMustBePrinted, .membersMustBeNamed, .unitMustHaveJurisdiction,
            .phasesMustNotOverlap, .phasesMustLeaveNoHole, .factMustBeUsed, .stepsMustNotCircle, .routeMustHaveAcceptance,
            .routeMustBeReached, .rowMustBeReachable, .scheduleMustRise, .scheduleMustReachAll, .stagesMustFollow,
            .targetMustHaveDay, .metricChangesMidway, .classCountMustAgree, .classCountMustBePrinted, .dueMustNotContradict,
            .dueMustBeGiven, .dueMustBeExact, .dueMustLieInPhase, .rowMustBeFilled, .rowMustBeWhole, .rowNumbersMustRun,
            .dueMustBeWorkday, .periodMustBeStated, .latencyMustHaveLimit, .rungMustBeReached, .limitIsBlank, .numberMustBeStated,
            .pointIsOpen,
        ]
        #expect(wanted.subtracting(told).isEmpty, "\(wanted.subtracting(told))")
    }

    @Test(
        "A file that is not YAML is one diagnostic at its place, not a crash", arguments: ["plan: [", "a: 1\na: 2\n", "", "- 1", "\t: x"])
    func notYAML(_ text: String) {
        let reading = Plan.read(text, name: "x.yaml")
        #expect(reading.plan == nil)
        #expect(reading.diagnostics.contains { $0.severity == .error })
    }

    @Test("Every rule of the plan language has words in both languages")
    func catalogue() {
        for rule in PlanDiagnostic.Rule.allCases {
            let it = PlanDiagnostic(line: 1, column: 1, severity: .error, rule: rule, found: "F", suggestion: "S")
            #expect(it.message(in: .zh).contains("F") && it.message(in: .zh) != it.message(in: .en), "\(rule)")
            #expect(it.message(in: .zh).contains { $0.isLetter && !$0.isASCII }, "\(rule)")
            #expect(it.message(in: .en).allSatisfy { $0.isASCII || "“”".contains($0) }, "\(rule)")
        }
    }

    @Test("The version of a plan is its label with the digest of its file")
    func version() throws {
        let text = try Fixtures.text("plans/zhoucun-2019.yaml")
        let reading = Plan.read(text, name: "zhoucun-2019.yaml", digest: "0123456789abcdef0123")
        #expect(reading.plan?.version == "1+0123456789ab")
    }

    private func plan(facts: String = "", policy: String = "first", rows: String) -> PlanReading {
        Plan.read(
            """
            plan: small
            title: 小方案
            area: "370306"
            layers: { a: { title: 甲 } }
            facts:
              more: { title: 五亩以上, layer: a, area: ">= 5 mu" }
              some: { title: 有占用, layer: a, area: "> 0" }
              asked: { title: 问, ask: yes-no }
            \(facts)
            judge:
              policy: \(policy)
              undecided: { title: 存疑, clause: 一 }
              rows:
            \(rows)
            """, name: "small.yaml")
    }

    @Test("A row that earlier rows always forestall is told as unreachable, also when only the amounts show it")
    func unreachable() {
        let reading = plan(
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { some: yes }, verdict: illegal }
                    - { rule: two, title: 二, clause: 二, if: { more: yes, asked: yes }, verdict: legal }
                    - { rule: rest, title: 余, clause: 三, else: true, verdict: legal }
                """)
        #expect(reading.diagnostics.filter { $0.rule == .rowMustBeReachable }.map(\.found) == ["two"])
        #expect(!reading.diagnostics.contains { $0.rule == .rowsMustLeaveNoGap })
    }

    @Test("A gap is told with facts no row covers, and no case that cannot be is called a gap")
    func gaps() {
        let gap = plan(
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { more: yes }, verdict: illegal }
                    - { rule: two, title: 二, clause: 二, if: { some: no, asked: yes }, verdict: legal }
                    - { rule: three, title: 三, clause: 二, if: { more: no, some: yes }, verdict: legal }
                """)
        let found = gap.diagnostics.filter { $0.rule == .rowsMustLeaveNoGap }
        #expect(found.map(\.suggestion) == ["五亩以上=no，有占用=no，问=no"])
        let whole = plan(
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { more: yes }, verdict: illegal }
                    - { rule: two, title: 二, clause: 二, if: { some: no, asked: [yes, no] }, verdict: legal }
                    - { rule: three, title: 三, clause: 二, if: { more: no, some: yes }, verdict: legal }
                """)
        #expect(!whole.diagnostics.contains { $0.rule == .rowsMustLeaveNoGap || $0.rule == .rowMustBeReachable })
    }

    @Test("Under the policy “unique” two rows that hold together are an error")
    func overlaps() {
        let reading = plan(
            policy: "unique",
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { some: yes }, verdict: illegal }
                    - { rule: two, title: 二, clause: 二, if: { asked: yes }, verdict: legal }
                    - { rule: three, title: 三, clause: 二, if: { some: no, asked: no }, verdict: legal }
                """)
        #expect(reading.diagnostics.filter { $0.rule == .rowsMustNotOverlap }.map(\.found) == ["one, two"])
    }

    @Test("A row without examples both ways, and an example that does not come out, are errors")
    func examples() {
        let reading = plan(
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { asked: yes }, verdict: illegal, holds: [ { asked: no } ], fails: [ { asked: yes } ] }
                    - { rule: rest, title: 余, clause: 三, else: true, verdict: legal, holds: [ { asked: no } ] }
                """)
        let wrong = reading.diagnostics.filter { $0.rule == .exampleMustComeOut }
        #expect(wrong.map(\.suggestion) == ["rest", "one"])
        #expect(reading.diagnostics.filter { $0.rule == .rowMustHaveExamples }.map(\.found) == ["rest"])
    }

    @Test("An unknown fact that cannot change the verdict does not make the entry doubtful")
    func harmlessUnknown() throws {
        let reading = plan(
            rows: """
                    - { rule: one, title: 一, clause: 一, if: { asked: yes }, verdict: illegal, kind: 甲, holds: [ { asked: yes } ], fails: [ { asked: no } ] }
                    - { rule: rest, title: 余, clause: 三, else: true, verdict: illegal, kind: 甲, holds: [ { asked: no } ], fails: [ { asked: yes } ] }
                """)
        let plan = try #require(reading.plan)
        let present = try #require(Day("2019-06-01"))
        let proposal = Judge.propose(for: JudgedThing(area: Area(mu: 1), present: present), under: plan)
        #expect(proposal.verdict == .illegal)
    }

    @Test("The nearest name is proposed, and nothing where no name is near")
    func nearest() {
        #expect(Nearest.name(to: "farmlnd", among: ["farmland", "redline"]) == "farmland")
        #expect(Nearest.name(to: "xyz", among: ["farmland", "redline"]) == nil)
        #expect(Nearest.distance("kitten", "sitting") == 3)
    }
}
