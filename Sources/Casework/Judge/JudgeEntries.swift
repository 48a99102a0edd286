import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// Overlays entries with the layers and proposes verdicts (套合、初判). Nil takes every entry nobody has signed.
    /// - Returns: entries whose findings or proposal changed; the others get no new event.
    public func judge(_ numbers: [EntryNumber]?, by officer: Officer, progress: @escaping ProgressReport = { _ in }) async throws -> Int {
        try require(.registerBatch, of: officer)
        let chosen: [EntryNumber]
        if let numbers { chosen = numbers } else { chosen = try await self.numbers(EntryQuery(stages: [.registered, .proposed])) }
        return try await judgeAll(chosen, by: officer, progress: progress)
    }

    /// Judges entries in acts of a few thousand, so that a long run can be stopped and resumed.
    func judgeAll(_ numbers: [EntryNumber], by officer: Officer, progress: @escaping ProgressReport) async throws -> Int {
        let versions = try await store.layerVersions()
        let inForce = inForce
        let cases = try await casesToJudge(numbers, versions: versions)
        let events = try await judgements(versions, under: inForce.plan).events(of: cases, progress: progress)
        let changes = zip(cases, events).filter { !$1.isEmpty }.map {
            StreamChange(.entry($0.number), expectedVersion: $0.version, events: $1)
        }
        try await appendJudgements(changes, under: inForce, by: officer)
        return changes.count
    }

    /// Acts lean on the plan they were judged under: when another has come into force meanwhile they are refused.
    func appendJudgements(_ changes: [StreamChange], under inForce: PlanInForce, by officer: Officer) async throws {
        for start in stride(from: 0, to: changes.count, by: 2000) {
            let some = Array(changes[start..<min(start + 2000, changes.count)])
            guard let first = some.first else { continue }
            let key = "judge/\(inForce.plan.version)/\(first.stream.id)/\(first.expectedVersion)/\(clock.now().milliseconds)"
            try await append(inForce.premise + some, key: IdempotencyKey(key), by: officer)
        }
    }

    func judgements(_ versions: [LayerVersion], under plan: Plan) -> Judgements {
        Judgements(store: store, layers: layers, plan: plan, versions: versions, present: clock.now().day)
    }

    /// Layer versions a patch is overlaid with.
    func versionsNeeded(by patch: Patch, among versions: [LayerVersion]) -> [LayerVersionID] {
        LayerChoice.needed(occupation: patch.after, present: clock.now().day, days: plan.layerDays, among: versions).map(\.id)
    }

    /// Of all entries that match, in order of number.
    func numbers(_ query: EntryQuery) async throws -> [EntryNumber] {
        var numbers: [EntryNumber] = []
        while true {
            let page = try await store.entries(query, offset: numbers.count, limit: 1000)
            numbers += page.entries.map(\.number)
            if page.entries.isEmpty || numbers.count >= page.total { return numbers }
        }
    }

    /// - Parameter day: the day on which they are judged; nil for today.
    func casesToJudge(_ numbers: [EntryNumber], versions: [LayerVersion], on day: Day? = nil) async throws -> [CaseToJudge] {
        let present = day ?? clock.now().day
        var cases: [CaseToJudge] = []
        for start in stride(from: 0, to: numbers.count, by: 1000) {
            let some = Array(numbers[start..<min(start + 1000, numbers.count)])
            let entries = try await store.entries(numbered: some)
            if let lost = Set(some).subtracting(entries.map(\.number)).min() { throw CaseworkError.entryMustExist(lost) }
            cases += try await self.cases(of: entries, versions: versions, on: present)
        }
        return cases
    }

    /// Entries with their patches, and the layer versions that must be looked at on the day.
    func cases(of entries: [EntryState], versions: [LayerVersion], on day: Day) async throws -> [CaseToJudge] {
        let patches = Dictionary(
            try await store.patches(entries.map(\.patch)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var needed: [Day?: [LayerVersionID]] = [:]
        return entries.compactMap { entry in
            guard let patch = patches[entry.patch] else { return nil }
            let versions =
                needed[patch.after]
                ?? LayerChoice.needed(occupation: patch.after, present: day, days: plan.layerDays, among: versions).map(\.id)
            needed[patch.after] = versions
            return CaseToJudge(entry: entry, patch: patch, versions: versions)
        }
    }
}
