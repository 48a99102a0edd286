import Enforcement
import Foundation
import LandGeometry
import Testing

@Suite("Proposals under the plan of Zhoucun 2019")
struct ProposalTests {
    static let path = "Tests/Fixtures/plans/proposals/zhoucun-2019.json"
    static let cases = (try? ProposalFile.read(path).cases) ?? []

    @Test("Each entry of the file is proposed as an officer expects", arguments: cases)
    func proposal(_ it: ProposalFile.Case) throws {
        let file = try ProposalFile.read(Self.path)
        let proposal = Judge.propose(for: file.thing(it), under: try Fixtures.plan(file.plan))
        #expect(proposal.verdict == it.expect.verdict)
        #expect(proposal.rule == it.expect.rule)
        if let kind = it.expect.kind { #expect(proposal.kind == kind) }
        if let missing = it.expect.missing { #expect(proposal.missing.map(\.title) == missing) }
        if let flags = it.expect.flags { #expect(proposal.flags == flags) }
        if let lawful = it.expect.lawful { #expect(proposal.split?.lawful == Area(mu: lawful).recorded) }
        if let unlawful = it.expect.unlawful {
            let found = try #require(proposal.split?.unlawful.squareMetres)
            #expect(abs(found - Area(mu: unlawful).squareMetres) < 0.011)
        }
        #expect(!proposal.clause.isEmpty)
    }

    @Test("The file holds a case for every rule of the plan, so that no rule goes unproved on areas")
    func everyRule() throws {
        let plan = try Fixtures.plan("zhoucun-2019")
        let proved = Set(Self.cases.map(\.expect.rule))
        let unproved = plan.judge.rows.map(\.id).filter { !proved.contains($0) }
        #expect(unproved == [])
    }

    @Test("The trace tells every row tried and why it failed, and every fact with its layer version")
    func trace() throws {
        let file = try ProposalFile.read(Self.path)
        let it = try #require(file.cases.first)
        let proposal = Judge.propose(for: file.thing(it), under: try Fixtures.plan(file.plan))
        #expect(proposal.trace.first?.rule == "outside-county")
        #expect(proposal.trace.first?.terms == [TermTrace(fact: "in-county", wanted: [.no], found: .yes)])
        #expect(proposal.trace.first { $0.rule == "unapproved" }?.outcome == .held)
        let serious = try #require(proposal.trace.first { $0.rule == "flags.serious" })
        #expect(serious.outcome == .failed)
        let plan = try Fixtures.plan(file.plan)
        #expect(plan.rule(serious.rule)?.clause == "二（二）")
        #expect(proposal.trace.allSatisfy { plan.rule($0.rule) != nil })
        let approved = try #require(proposal.facts.first { $0.name == "approved" })
        #expect(approved.source == "approvals@2018")
        #expect(approved.value == .no)
        #expect(approved.share == 0)
        #expect(!proposal.facts.contains { $0.name == "mining-permit" }, "a fact that no row needed is not read")
        let copy = try JSONDecoder().decode(Proposal.self, from: JSONEncoder().encode(proposal))
        #expect(copy == proposal)
        #expect(Set(proposal.facts.map(\.name)).count == proposal.facts.count)
    }

    @Test("The trace can be had again from the facts a proposal keeps", arguments: cases)
    func traceFromFacts(_ it: ProposalFile.Case) throws {
        let file = try ProposalFile.read(Self.path)
        let plan = try Fixtures.plan(file.plan)
        let proposal = Judge.propose(for: file.thing(it), under: plan)
        #expect(Judge.trace(of: proposal, under: plan) == proposal.trace)
    }

    @Test("Whatever evidence is missing, an entry that would be legal never becomes illegal, nor the other way round")
    func missingEvidenceDecidesNothing() throws {
        let file = try ProposalFile.read(Self.path)
        let plan = try Fixtures.plan(file.plan)
        for it in file.cases where it.earlier == nil {
            let whole = file.thing(it)
            let verdict = Judge.propose(for: whole, under: plan).verdict
            for index in whole.findings.indices {
                var part = whole
                part.findings.remove(at: index)
                let found = Judge.propose(for: part, under: plan).verdict
                #expect(found == verdict || found == .doubtful, "\(it.title) without \(whole.findings[index].version)")
            }
        }
    }
}
