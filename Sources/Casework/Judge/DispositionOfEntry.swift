import Enforcement

extension Caseworker {
    /// What the plan in force asks for an entry (处置要求); nil where its verdict, signed or proposed, is not that it is unlawful,
    /// or where it falls under no category.
    public func disposition(of entry: EntryState) async throws -> Disposition? {
        guard entry.verdict == .illegal, let patch = try await store.patch(entry.patch) else { return nil }
        let versions = try await store.layerVersions()
        var thing = JudgedThing(entry: entry, patch: patch, layers: versions, present: clock.now().day)
        thing.earlier = try await EarlierGround(store: store).entries(under: [CaseToJudge(entry: entry, patch: patch, versions: [])])[0]
        let (plan, asked) = (plan, thing)
        return await offThePool { Judge.disposition(of: asked, under: plan) }
    }
}
