import Foundation
import LandGeometry
import Testing

@testable import Enforcement

@Suite("What two plans would say of the same entries")
struct PlanComparisonTests {
    private func things() throws -> [(number: EntryNumber, thing: JudgedThing)] {
        let file = try ProposalFile.read(ProposalTests.path)
        return file.cases.enumerated().map { (EntryNumber("E-\($0)"), file.thing($1)) }
    }

    @Test("A plan compared with itself differs in nothing")
    func same() throws {
        let plan = try Fixtures.plan("zhoucun-2019")
        let day = try #require(Day("2019-12-01"))
        let found = PlanComparison(of: try things(), under: plan, and: plan, on: day)
        #expect(found.items.isEmpty && found.moves.isEmpty)
        #expect(found.compared == (try things().count))
    }

    @Test("Every difference is listed once, the sums are those of the list, and each side is what its plan says alone")
    func different() throws {
        let (old, new) = (try Fixtures.plan("zhoucun-2019"), try Fixtures.plan("binhai-2022"))
        let things = try things()
        let found = PlanComparison(of: things, under: old, and: new, on: try #require(Day("2022-05-01")))
        #expect(!found.items.isEmpty)
        #expect(found.moves.reduce(0) { $0 + $1.count } == found.items.count)
        let area = found.items.reduce(Area.zero) { $0 + $1.area }
        #expect(abs(found.moves.reduce(Area.zero) { $0 + $1.area }.squareMetres - area.squareMetres) < 0.01)
        for item in found.items {
            let thing = try #require(things.first { $0.number == item.number }).thing
            #expect(item.before.verdict == Judge.propose(for: thing, under: old).verdict)
            var other = thing
            other.category = nil
            #expect(item.after.verdict == Judge.propose(for: other, under: new).verdict)
        }
    }

    @Test("A route is told by its title; one that is open says what is missing")
    func routes() throws {
        let plan = try Fixtures.plan("zhoucun-2019")
        let thing = JudgedThing(category: "illegal-mining", area: Area(mu: 2), present: try #require(Day("2019-12-01")))
        let route = try #require(Judge.route(for: thing, under: plan))
        #expect(route.routes == ["stop-mining"])
        let land = JudgedThing(category: "illegal-land-use", area: Area(mu: 2), present: try #require(Day("2019-12-01")))
        let open = try #require(Judge.route(for: land, under: plan))
        #expect(open.routes.isEmpty && open.candidates.first == "route-demolish" && !open.missing.isEmpty)
    }
}
