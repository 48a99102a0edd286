import Enforcement
import LandGeometry
import Testing

@Suite("What the rules look at")
struct JudgedThingTests {
    private func patch(type: String?, attributes: [Attribute] = []) -> Patch {
        Patch(
            id: PatchID("b/1"), batch: BatchID("b"), row: 1, area: Area(mu: 3), before: Day("2018-10-01"), after: Day("2019-03-20"),
            type: type, attributes: attributes)
    }

    @Test("A patch whose file calls the type by another name is judged by its type all the same")
    func mappedType() throws {
        let present = try #require(Day("2019-06-01"))
        let plan = try Fixtures.plan("zhoucun-2019")
        for patch in [patch(type: "CK"), patch(type: "CK", attributes: [Attribute(name: "tblx", value: " CK ")])] {
            let thing = JudgedThing(patch: patch, category: nil, findings: [], layers: [], present: present)
            #expect(Judge.category(of: thing, under: plan)?.id == "illegal-mining")
        }
        let building = JudgedThing(patch: patch(type: "20"), category: nil, findings: [], layers: [], present: present)
        #expect(Judge.category(of: building, under: plan)?.id == "illegal-land-use")
        #expect(building.occupation == Day("2019-03-20"))
    }

    @Test("Of a change between two images it is only known that it happened between them")
    func occurredBetweenImages() throws {
        let plan = try #require(
            Plan.read(
                """
                plan: dated
                title: 分期
                area: "370306"
                facts: { new: { title: 2019年以后, occurred: ">= 2019-01-01" } }
                judge:
                  undecided: { title: 存疑, clause: 一 }
                  rows:
                    - { rule: new, title: 新, clause: 一, if: { new: yes }, verdict: illegal, holds: [ { new: yes } ], fails: [ { new: no } ] }
                    - { rule: old, title: 旧, clause: 一, if: { new: no }, verdict: legal, holds: [ { new: no } ], fails: [ { new: yes } ] }
                """, name: "dated.yaml"
            ).plan)
        func verdict(_ before: String?, _ after: String, occurred: String? = nil) throws -> Verdict {
            let present = try #require(Day("2019-06-01"))
            let thing = JudgedThing(
                area: Area(mu: 1), before: before.flatMap { Day($0) }, seen: Day(after), occurred: occurred.flatMap { Day($0) },
                present: present)
            return Judge.propose(for: thing, under: plan).verdict
        }
        #expect(try verdict("2018-12-31", "2019-03-20") == .illegal)
        #expect(try verdict("2018-10-01", "2019-03-20") == .doubtful)
        #expect(try verdict(nil, "2019-03-20") == .doubtful)
        #expect(try verdict("2018-10-01", "2018-12-31") == .legal)
        #expect(try verdict("2018-10-01", "2019-03-20", occurred: "2018-11-11") == .legal)
    }
}
