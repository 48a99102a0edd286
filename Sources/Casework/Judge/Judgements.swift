import Dispatch
import Enforcement
import LandGeometry
import Synchronization

/// Judges many cases at once (批量判定): what the layers say, what was signed on the same ground, and the proposal that follows.
struct Judgements {
    let store: any Store
    let layers: PreparedLayers
    let plan: Plan
    let versions: [LayerVersion]
    let present: Day

    /// The events of each case, in order; none where nothing changed.
    func events(of cases: [CaseToJudge], progress: @escaping ProgressReport) async throws -> [[Event]] {
        let findings = try await LayerOverlay(layers: layers, versions: versions).findings(of: cases, progress: progress)
        let earlier = try await EarlierGround(store: store).entries(under: cases)
        let (plan, versions, present) = (plan, versions, present)
        return await offThePool {
            Self.inShares(cases.count) { bench, place in
                let it = cases[place]
                var thing = JudgedThing(
                    patch: it.patch, category: it.category, findings: findings[place], layers: versions, present: present)
                thing.earlier = earlier[place]
                return it.events(findings: findings[place], proposal: bench.propose(for: thing))
            } bench: {
                JudgingBench(plan)
            }
        }
    }

    /// Every thread has a bench of its own; results stand in the order of the cases.
    static func inShares<Bench, Result: Sendable>(
        _ count: Int, _ work: @Sendable (inout Bench, Int) -> Result, bench: @Sendable () -> Bench
    ) -> [Result] {
        let chunk = 256
        let chunks = (count + chunk - 1) / chunk
        let done = Mutex([[Result]](repeating: [], count: chunks))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(2, chunks))) { _ in
            var own = bench()
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < chunks {
                let part = (taken * chunk..<min((taken + 1) * chunk, count)).map { work(&own, $0) }
                done.withLock { $0[taken] = part }
            }
        }
        return done.withLock { $0.flatMap(\.self) }
    }
}

extension CaseToJudge {
    /// What the judgement adds to the entry's history: an overlay that found something else, and the proposal.
    func events(findings found: [Finding], proposal new: Proposal) -> [Event] {
        var unchanged = new
        // The version under which it was proposed stays on record; saying the same under a later one is no news.
        unchanged.planVersion = proposal?.planVersion ?? new.planVersion
        guard unchanged != proposal || found != findings else { return [] }
        let overlaid = Event.overlaid(Overlaid(findings: found, kernelVersion: KernelVersion.current))
        return found == findings ? [.verdictProposed(new)] : [overlaid, .verdictProposed(new)]
    }
}

/// Signed entries on the ground of others (既有结论): only a signature binds, so entries nobody has signed are not asked for.
struct EarlierGround {
    let store: any Store
    private static let signed: Set<EntryState.Stage> = [.judged, .doubtful, .closed]

    /// For each case the signed entries with smaller numbers, with the part of its ground they cover.
    func entries(under cases: [CaseToJudge]) async throws -> [[EarlierEntry]] {
        let query = EntryQuery(stages: Self.signed)
        guard try await store.entries(query, offset: 0, limit: 1).total > 0 else { return cases.map { _ in [] } }
        var found: [[EarlierEntry]] = []
        for start in stride(from: 0, to: cases.count, by: 500) {
            let some = Array(cases[start..<min(start + 500, cases.count)])
            let near = try await store.grounds(inEach: some.map { $0.patch.shape?.box ?? .empty }, query, limit: 200)
            found += await offThePool { zip(some, near).map { Self.earlier(than: $0, among: $1) } }
        }
        return found
    }

    private static func earlier(than it: CaseToJudge, among near: [EntryGround]) -> [EarlierEntry] {
        guard let shape = it.patch.shape else { return [] }
        return near.filter { $0.number < it.number }.compactMap { other in
            guard let ground = other.shape, let share = LayerIndex.overlap(of: shape, with: ground).share(of: shape.area), share > 0.001
            else { return nil }
            return EarlierEntry(number: other.number, verdict: other.verdict, kind: nil, share: share)
        }
    }
}
