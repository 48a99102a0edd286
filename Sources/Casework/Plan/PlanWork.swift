import Enforcement
import LandGeometry

/// The whole ledger gone through (全账试算), some thousand entries at a time, by the areas on record.
struct PlanWork {
    private static let share = 5000
    private let worker: Caseworker
    private let versions: [LayerVersion]
    private let present: Day

    init(_ worker: Caseworker) async throws {
        self.worker = worker
        versions = try await worker.store.layerVersions()
        present = worker.clock.now().day
    }

    func forEach(_ progress: @escaping ProgressReport, _ body: (PlanShare) async throws -> Void) async throws {
        var done = 0
        while true {
            let page = try await worker.store.entries(EntryQuery(), offset: done, limit: Self.share)
            progress(Progress(.judging, done: done, total: page.total))
            guard !page.entries.isEmpty else { break }
            try await body(try await share(of: page.entries))
            done += page.entries.count
        }
        progress(Progress(.done, done: done, total: done))
    }

    private func share(of entries: [EntryState]) async throws -> PlanShare {
        let cases = try await worker.cases(of: entries, versions: versions, on: present)
        let things = try await worker.recordedThings(of: cases, versions: versions, on: present)
        let byNumber = Dictionary(zip(cases, things).map { ($0.number, $1) }) { first, _ in first }
        let judged = entries.filter { byNumber[$0.number] != nil }
        return PlanShare(entries: judged, things: judged.compactMap { byNumber[$0.number] })
    }
}

/// Entries with what the rules may know of them (试算份额).
struct PlanShare: Sendable {
    var entries: [EntryState]
    var things: [JudgedThing]

    /// What a plan says of each, in order.
    func ruled(under plan: Plan) async -> [PlanRuling] {
        await offThePool { [entries, things] in
            Judgements.inShares(entries.count) { bench, place in
                PlanRuling(entries[place], bench.rule(things[place], signed: entries[place].signed?.verdict))
            } bench: {
                OutcomeBench(plan)
            }
        }
    }
}

/// What a plan says of an entry of the ledger (试算结论).
struct PlanRuling: Sendable {
    var number: EntryNumber
    var version: Int
    var proposal: Proposal
    var routes: [String]
    var open: [String]
    var dues: [String]
    /// Nobody has signed, and a person would now be asked to sign something else.
    var mustBeWritten: Bool

    init(_ entry: EntryState, _ ruling: OutcomeBench.Ruling) {
        number = entry.number
        version = entry.version
        proposal = ruling.proposal
        routes = ruling.routes
        open = ruling.open
        dues = ruling.dues
        mustBeWritten = entry.signed == nil && !(entry.proposal.map { $0.saysTheSame(as: ruling.proposal) } ?? false)
    }
}

extension Caseworker {
    /// What the rules may know of each case, by the areas on record where there are any: a case without a finding that the day
    /// asks for is overlaid.
    func recordedThings(
        of cases: [CaseToJudge], versions: [LayerVersion], on day: Day, progress: @escaping ProgressReport = { _ in }
    ) async throws -> [JudgedThing] {
        let lacking = cases.indices.filter { !cases[$0].hasAllFindings }
        let fresh = try await LayerOverlay(layers: layers, versions: versions).findings(of: lacking.map { cases[$0] }, progress: progress)
        let overlaid = Dictionary(zip(lacking, fresh)) { first, _ in first }
        let earlier = try await EarlierGround(store: store).entries(under: cases)
        return cases.indices.map { place in
            let it = cases[place]
            var thing = JudgedThing(
                patch: it.patch, category: it.category, findings: overlaid[place] ?? it.findings, layers: versions, present: day)
            thing.earlier = earlier[place]
            return thing
        }
    }
}

extension CaseToJudge {
    /// Whether every version the day asks for was overlaid already. What has no area has no findings.
    fileprivate var hasAllFindings: Bool {
        patch.shape == nil || versions.allSatisfy { version in findings.contains { $0.version == version } }
    }
}

extension Proposal {
    /// Whether a person who reads both would sign the same: verdict, rule, words, missing evidence, marks and areas. The facts and
    /// rows tried on the way are left out, and so is the version of the plan.
    public func saysTheSame(as other: Proposal) -> Bool {
        verdict == other.verdict && kind == other.kind && rule == other.rule && title == other.title && clause == other.clause
            && missing == other.missing && flags == other.flags && split == other.split
    }
}
