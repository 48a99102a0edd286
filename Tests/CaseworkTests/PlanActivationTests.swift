import Enforcement
import Foundation
import LandGeometry
import Testing

@testable import Casework

@Suite("A version of the plan is tried on the ledger before it counts, and counts from its act on")
struct PlanActivationTests {
    private static let text: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("plans/zhoucun-2019.yaml"), encoding: .utf8)) ?? ""
    }()

    /// The plan with other words for a proposal without evidence.
    private static var revised: String {
        text.replacing("title: 举证不足，不能判定, kind: 待举证", with: "title: 举证不足，退回补证, kind: 退回补证")
    }

    /// Three entries under the plan in force; the second is signed.
    private func bureau() async throws -> (bureau: Bureau, entries: [EntryNumber]) {
        let bureau = try Bureau()
        try await activate(Self.text, at: 0, in: bureau)
        let taken = try await bureau.take(
            bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001), ("A2", 117.85, 36.8, 0.001), ("A3", 117.9, 36.8, 0.001)]))
        let state = try #require(try await bureau.caseworker.store.entry(taken.created[1]))
        _ = try await bureau.caseworker.signVerdict(
            VerdictOrder(
                entry: state.number, expectedVersion: state.version, verdict: .doubtful, kind: nil, reason: nil, key: IdempotencyKey("sign")
            ),
            by: bureau.officer)
        return (bureau, taken.created)
    }

    private func order(_ text: String, at version: Int, reason: String? = "修订") -> PlanOrder {
        PlanOrder(
            bytes: Array(text.utf8), fileName: "zhoucun-2019.yaml", reason: version == 0 ? nil : reason, expectedVersion: version,
            key: IdempotencyKey("plan \(version)"))
    }

    @discardableResult
    private func activate(_ text: String, at version: Int, in bureau: Bureau) async throws -> PlanInForce {
        try await bureau.caseworker.activatePlan(order(text, at: version), by: bureau.officer)
    }

    @Test("The trial lists what would change and writes nothing; the act judges anew what nobody has signed")
    func trialThenAct() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let before = try await bureau.caseworker.store.head()
        let draft = await bureau.caseworker.draft(Array(Self.revised.utf8), fileName: "zhoucun-2019.yaml")
        let trial = try await bureau.caseworker.tryPlan(draft, by: bureau.officer)

        #expect(trial.reassessment.entries == 3)
        #expect(trial.reassessment.changes.map(\.entry) == entries)
        #expect(trial.reassessment.changes.map(\.isSigned) == [false, true, false])
        #expect(trial.reassessment.changes.allSatisfy { $0.before.kind == "待举证" && $0.after.kind == "退回补证" })
        #expect(trial.reassessment.pending == [entries[0], entries[2]])
        #expect(trial.diff.items.contains { ($0.after ?? "").contains("退回补证") })
        #expect(try await bureau.caseworker.store.head() == before)

        try await activate(Self.revised, at: 1, in: bureau)
        #expect(try await bureau.caseworker.judgeUnderPlan(by: bureau.officer) == 2)
        let states = try await bureau.caseworker.store.entries(numbered: entries)
        #expect(states.map(\.proposal?.kind) == ["退回补证", "待举证", "退回补证"])
        #expect(states[1].stage == .doubtful && states[1].signed != nil)
        #expect(states[0].proposal?.planVersion == bureau.caseworker.plan.version)
        #expect(try await bureau.caseworker.judgeUnderPlan(by: bureau.officer) == 0)
        #expect(try await bureau.caseworker.planHistory().map(\.version) == [1, 2])
    }

    @Test("A plan with errors, the plan in force itself, another campaign's, and one without a reason are refused")
    func refusals() async throws {
        let (bureau, _) = try await bureau()
        defer { bureau.close() }
        let size = try await bureau.caseworker.store.head().size
        func refused(_ text: String, reason: String? = "修订") async -> CaseworkError? {
            do {
                try await bureau.caseworker.activatePlan(order(text, at: 1, reason: reason), by: bureau.officer)
                return nil
            } catch {
                return error as? CaseworkError
            }
        }
        guard case .planMustBeUsable(_, let wrong)? = await refused(Self.text.replacing("verdict: legal", with: "verdict: lawful")) else {
            Issue.record("a plan with an unknown verdict was accepted")
            return
        }
        #expect(wrong.first?.line ?? 0 > 1 && wrong.first?.found == "lawful")
        #expect(await refused(Self.text) == .planMustBeNew(bureau.caseworker.plan.version))
        let other = Self.text.replacing("plan: zhoucun-2019", with: "plan: elsewhere-2020")
        #expect(await refused(other) == .planMustContinue("zhoucun-2019", found: "elsewhere-2020"))
        #expect(await refused(Self.revised, reason: " ") == .reasonMustBeGiven)
        await #expect(throws: CaseworkError.permissionMustBeHeld(.activatePlan)) {
            try await bureau.caseworker.activatePlan(order(Self.revised, at: 1), by: bureau.leader)
        }
        await #expect(throws: CaseworkError.ledger(.versionMustBeCurrent(stream: .plan, expected: 0, actual: 1))) {
            var late = order(Self.revised, at: 0)
            (late.reason, late.key) = ("修订", IdempotencyKey("late"))
            try await bureau.caseworker.activatePlan(late, by: bureau.officer)
        }
        #expect(try await bureau.caseworker.store.head().size == size)
    }

    @Test("A request sees one plan to its end, though another comes into force meanwhile, and what it judged is then refused")
    func onePlan() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let worker = bureau.caseworker
        let old = worker.plan.version
        try await worker.underOnePlan {
            let began = worker.inForce
            try await worker.activatePlan(order(Self.revised, at: 1), by: bureau.officer)
            #expect(worker.plan.version == old)
            let state = try #require(try await worker.store.entry(entries[0]))
            let proposal = try #require(state.proposal)
            await #expect(throws: CaseworkError.ledger(.versionMustBeCurrent(stream: .plan, expected: 1, actual: 2))) {
                try await worker.appendJudgements(
                    [StreamChange(.entry(state.number), expectedVersion: state.version, events: [.verdictProposed(proposal)])],
                    under: began,
                    by: bureau.officer)
            }
        }
        #expect(worker.plan.version != old)
    }

    @Test("A plan that another process has put in force is taken up with the next request")
    func otherProcess() async throws {
        let (bureau, _) = try await bureau()
        defer { bureau.close() }
        let other = Caseworker(
            store: bureau.caseworker.store, inForce: bureau.caseworker.inForce, clock: bureau.caseworker.clock,
            reader: bureau.caseworker.reader, writer: bureau.caseworker.writer)
        try await other.activatePlan(order(Self.revised, at: 1), by: bureau.officer)
        #expect(bureau.caseworker.plan.version != other.plan.version)
        let seen = try await bureau.caseworker.underOnePlan { bureau.caseworker.plan.version }
        #expect(seen == other.plan.version)
    }

    @Test("Two plans compared over the ledger differ in exactly the entries they judge differently, on areas of record")
    func compare() async throws {
        let (bureau, entries) = try await bureau()
        defer { bureau.close() }
        let old = bureau.caseworker.plan
        let new = try #require(Plan.read(Self.revised, name: "zhoucun-2019.yaml").plan)
        let day = try #require(Day("2019-07-01"))
        let same = try await bureau.caseworker.compare(old, old, on: day)
        #expect(same.compared == 3 && same.items.isEmpty && same.area > .zero)

        let found = try await bureau.caseworker.compare(old, new, on: day)
        #expect(found.items.map(\.number) == entries)
        #expect(found.items.allSatisfy { $0.before.kind == "待举证" && $0.after.kind == "退回补证" })
        #expect(found.moves.count == 1 && found.moves[0].count == 3 && found.moves[0].area == found.area)
    }

    @Test("Where control lines overlap the strictest counts, and every candidate stays on the proposal")
    func strictest() async throws {
        let bureau = try Bureau()
        defer { bureau.close() }
        let line = """
              control-line: { title: 所涉最严管控线, strictest: [in-farmland, in-redline] }
            """
        let flag = """
              strict-line:
                title: 最严管控线为生态保护红线
                clause: 二（四）
                if: { control-line: in-redline }
                holds: [ { in-farmland: no, in-redline: yes } ]
                fails: [ { in-farmland: yes, in-redline: yes } ]
            """
        let text = Self.text.replacing(#/(?m)^(  in-redline: .*)$/#) { "\($0.output.1)\n\(line)" }
            .replacing(#/(?m)^flags:$/#, with: "flags:\n" + flag)
        try await activate(text, at: 0, in: bureau)
        try await adopt("units", [("1", 117.7, 36.7, 0.3)], in: bureau)
        try await adopt("farmland", [("1", 117.8, 36.8, 0.001)], in: bureau)
        try await adopt("redline", [("1", 117.8, 36.8, 0.001), ("2", 117.85, 36.8, 0.001)], in: bureau)
        let taken = try await bureau.take(bureau.file("q1.geojson", [("A1", 117.8, 36.8, 0.001), ("A2", 117.85, 36.8, 0.001)]))
        let proposals = try await bureau.caseworker.store.entries(numbered: taken.created).compactMap(\.proposal)
        let facts = proposals.map { Dictionary($0.facts.map { ($0.name, $0.value) }) { first, _ in first } }

        #expect(facts[0]["control-line"] == .text("in-farmland"))
        #expect(facts[0]["in-farmland"] == .yes && facts[0]["in-redline"] == .yes, "the candidate that gave way is kept")
        #expect(facts[1]["control-line"] == .text("in-redline") && facts[1]["in-farmland"] == .no)
        #expect(proposals.map { $0.flags.contains("strict-line") } == [false, true])
    }

    private func adopt(
        _ layer: String, _ squares: [(number: String, west: Double, south: Double, side: Double)], in bureau: Bureau
    ) async throws {
        let file = try bureau.file("\(layer).geojson", squares, ["DLBM": "0101"])
        var order = LayerOrder(path: file, fileName: "\(layer).geojson", layer: LayerName(layer), version: "1")
        order.validFrom = Day("2018-01-01")
        _ = try await bureau.caseworker.addLayer(order, by: bureau.officer)
    }
}
