import Enforcement
import LandGeometry

/// What another version of the plan would change in the ledger (方案试算), before anything changes.
public struct PlanTrial: Sendable {
    public var draft: PlanDraft
    public var plan: Plan
    /// The activation it would follow.
    public var present: PlanInForce
    /// Proposals and dispositions, entry by entry.
    public var reassessment: Reassessment
    /// Due dates, line by line.
    public var dues: [DueChange]
    /// What the notice says otherwise, and to whom.
    public var diff: PlanDiff
}

extension Caseworker {
    /// Works the present ledger out under another version of the plan (方案试算); nothing is written.
    ///
    /// Areas are those on record: only an entry that lacks a finding the day asks for is overlaid. So a hundred thousand entries
    /// take seconds.
    public func tryPlan(
        _ draft: PlanDraft, by officer: Officer, progress: @escaping ProgressReport = { _ in }
    ) async throws -> PlanTrial {
        try require(.activatePlan, of: officer)
        let present = inForce
        let plan = try admit(draft, after: present.state)
        let found = try await reassess(under: plan, instead: present.plan, progress: progress)
        return PlanTrial(
            draft: draft, plan: plan, present: present, reassessment: found,
            dues: PlanSchedule(present.plan).changes(to: PlanSchedule(plan)), diff: PlanDiff(from: present.plan, to: plan))
    }

    /// Judges anew, as an act, the entries nobody has signed whose proposal the plan in force changes (按现行方案重判).
    /// - Returns: entries that got another proposal.
    public func judgeUnderPlan(by officer: Officer, progress: @escaping ProgressReport = { _ in }) async throws -> Int {
        try require(.registerBatch, of: officer)
        let present = inForce
        let work = try await PlanWork(self)
        var changes: [StreamChange] = []
        try await work.forEach(progress) { some in
            changes += await some.ruled(under: present.plan).filter { $0.mustBeWritten }.map {
                StreamChange(.entry($0.number), expectedVersion: $0.version, events: [.verdictProposed($0.proposal)])
            }
        }
        try await appendJudgements(changes, under: present, by: officer)
        return changes.count
    }

    private func reassess(under plan: Plan, instead old: Plan, progress: @escaping ProgressReport) async throws -> Reassessment {
        let work = try await PlanWork(self)
        var result = Reassessment(layer: nil, entries: 0, untouched: 0, figuresOnly: 0, refigured: [], changes: [])
        try await work.forEach(progress) { some in
            result.entries += some.entries.count
            let (before, after) = (await some.ruled(under: old), await some.ruled(under: plan))
            for place in some.entries.indices { result.add(some.entries[place], before[place], after[place]) }
        }
        return result
    }
}

extension Reassessment {
    fileprivate mutating func add(_ state: EntryState, _ old: PlanRuling, _ new: PlanRuling) {
        var (before, after) = (Standing(state.proposal), Standing(new.proposal))
        (before.routes, before.open, before.dues) = (old.routes, old.open, old.dues)
        (after.routes, after.open, after.dues) = (new.routes, new.open, new.dues)
        if before == after {
            guard new.mustBeWritten else { return }
            figuresOnly += 1
            refigured.append(state.number)
        } else {
            changes.append(
                Change(
                    entry: state.number, unit: state.place.unit, area: state.area, isSigned: state.signed != nil, before: before,
                    after: after, isWritten: new.mustBeWritten))
        }
    }
}
