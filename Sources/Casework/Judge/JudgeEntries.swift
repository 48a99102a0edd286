import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// Overlays entries with the layers and proposes verdicts (套合、初判). Nil takes every entry nobody has signed.
    /// - Returns: entries whose findings or proposal changed; the others get no new event.
    public func judge(_ numbers: [EntryNumber]?, by officer: Officer, progress: @escaping ProgressReport = { _ in }) async throws -> Int {
        try require(.registerBatch, of: officer)
        let chosen: [EntryNumber]
        if let numbers { chosen = numbers } else { chosen = try await unsigned() }
        return try await judgeAll(chosen, by: officer, progress: progress)
    }

    /// Judges entries in acts of a few hundred, so that a long run can be stopped and resumed.
    func judgeAll(_ numbers: [EntryNumber], by officer: Officer, progress: @escaping ProgressReport) async throws -> Int {
        let versions = try await store.layerVersions()
        let cases = try await casesToJudge(numbers, versions: versions)
        let findings = try await LayerOverlay(store: store, versions: versions).findings(of: cases, progress: progress)
        var changed = 0
        for start in stride(from: 0, to: cases.count, by: 500) {
            let changes = try await proposals(for: cases[start..<min(start + 500, cases.count)], findings, versions: versions)
            guard let first = changes.first else { continue }
            try await append(
                changes,
                key: IdempotencyKey("judge/\(plan.version)/\(first.stream.id)/\(first.expectedVersion)/\(clock.now().milliseconds)"),
                by: officer)
            changed += changes.count
        }
        return changed
    }

    /// Entries that wait for a signature, in order of number.
    private func unsigned() async throws -> [EntryNumber] {
        let query = EntryQuery(stages: [.registered, .proposed])
        var numbers: [EntryNumber] = []
        while true {
            let page = try await store.entries(query, offset: numbers.count, limit: 1000)
            numbers += page.entries.map(\.number)
            if page.entries.isEmpty || numbers.count >= page.total { return numbers }
        }
    }

    private func casesToJudge(_ numbers: [EntryNumber], versions: [LayerVersion]) async throws -> [CaseToJudge] {
        var cases: [CaseToJudge] = []
        for number in numbers {
            guard let entry = try await store.entry(number) else { throw CaseworkError.entryMustExist(number) }
            guard let patch = try await store.patch(entry.patch) else { continue }
            let needed = LayerChoice.needed(occupation: patch.after, present: clock.now().day, among: versions)
            cases.append(CaseToJudge(entry: entry, patch: patch, versions: needed.map(\.id)))
        }
        return cases
    }

    private func proposals(
        for cases: ArraySlice<CaseToJudge>, _ findings: [EntryNumber: [Finding]], versions: [LayerVersion]
    ) async throws -> [StreamChange] {
        var changes: [StreamChange] = []
        for it in cases {
            let found = findings[it.entry.number] ?? []
            var thing = JudgedThing(
                patch: it.patch, category: it.entry.category, findings: found, layers: versions, present: clock.now().day)
            thing.earlier = try await earlierEntries(on: it)
            let proposal = Judge.propose(for: thing, under: plan)
            guard proposal != it.entry.proposal || found != it.entry.findings else { continue }
            changes.append(
                StreamChange(
                    .entry(it.entry.number), expectedVersion: it.entry.version,
                    events: [.overlaid(Overlaid(findings: found, kernelVersion: KernelVersion.current)), .verdictProposed(proposal)]))
        }
        return changes
    }

    /// Entries with smaller numbers on the same ground, with the part of this entry they cover.
    private func earlierEntries(on it: CaseToJudge) async throws -> [EarlierEntry] {
        guard let shape = it.patch.shape else { return [] }
        let near = try await store.grounds(in: shape.box, EntryQuery(), limit: 200)
        return near.filter { $0.number < it.entry.number }.compactMap { other in
            guard let ground = other.shape, let share = LayerIndex.overlap(of: shape, with: ground).share(of: shape.area), share > 0.001
            else { return nil }
            let isSigned = other.stage != .registered && other.stage != .proposed
            return EarlierEntry(number: other.number, verdict: isSigned ? other.verdict : nil, kind: nil, share: share)
        }
    }
}

/// An entry about to be judged, with the layer versions it needs findings of.
struct CaseToJudge: Sendable {
    var entry: EntryState
    var patch: Patch
    var versions: [LayerVersionID]
}
