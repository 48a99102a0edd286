import Enforcement
import LandGeometry

extension Caseworker {
    /// What judging anew would change (重判预演): the same overlay and rules as `judge`, with nothing written.
    ///
    /// - Parameter layer: looks only at entries that this version can change: those that need it, were judged without it, and
    ///   whose ground it changes against the version they were judged by. Nil looks at all.
    public func reassess(
        _ layer: LayerVersionID? = nil, by officer: Officer, progress: @escaping ProgressReport = { _ in }
    ) async throws -> Reassessment {
        try require(.registerBatch, of: officer)
        let versions = try await store.layerVersions()
        let numbers = try await self.numbers(EntryQuery())
        let all = try await casesToJudge(numbers, versions: versions)
        var chosen = all
        if let layer {
            guard versions.contains(where: { $0.id == layer }) else { throw CaseworkError.layerVersionMustExist(layer) }
            chosen = try await TouchedCases(layers: layers, versions: versions).touched(by: layer, among: all)
        }
        let events = try await judgements(versions, under: plan).events(of: chosen, progress: progress)
        let judged = zip(chosen, events).filter { !$1.isEmpty }
        let states = Dictionary(uniqueKeysWithValues: try await store.entries(numbered: judged.map(\.0.number)).map { ($0.number, $0) })
        var result = Reassessment(
            layer: layer, entries: numbers.count, untouched: numbers.count - chosen.count, figuresOnly: 0, refigured: [], changes: [])
        for (it, events) in judged {
            guard let state = states[it.number] else { continue }
            result.add(state, proposal: events.proposal)
        }
        return result
    }

    /// Judges anew the entries nobody has signed that this layer version can change (按新版图层重判).
    /// - Returns: entries that got new findings or another proposal.
    public func judge(under layer: LayerVersionID, by officer: Officer, progress: @escaping ProgressReport = { _ in }) async throws -> Int {
        let found = try await reassess(layer, by: officer, progress: progress)
        return try await judge(found.pending, by: officer, progress: progress)
    }
}

extension Reassessment {
    fileprivate mutating func add(_ state: EntryState, proposal: Proposal?) {
        let (before, after) = (Standing(state.proposal), Standing(proposal))
        if before == after {
            figuresOnly += 1
            if state.signed == nil { refigured.append(state.number) }
        } else {
            changes.append(
                Change(
                    entry: state.number, unit: state.place.unit, area: state.area, isSigned: state.signed != nil, before: before,
                    after: after))
        }
    }
}

extension [Event] {
    fileprivate var proposal: Proposal? {
        for case .verdictProposed(let proposal) in self { return proposal }
        return nil
    }
}

/// Which cases another version of a layer can change (受影响条目).
struct TouchedCases {
    let layers: PreparedLayers
    let versions: [LayerVersion]

    func touched(by id: LayerVersionID, among cases: [CaseToJudge]) async throws -> [CaseToJudge] {
        guard let new = versions.first(where: { $0.id == id }) else { return [] }
        let concerned = cases.filter { it in
            it.patch.shape != nil && it.versions.contains(id) && !it.findings.contains { $0.version == id }
        }
        var touched: [CaseToJudge] = []
        for (old, some) in Dictionary(grouping: concerned, by: { replaced(by: new, in: $0) }) {
            touched += try await self.touched(some, from: old, to: new)
        }
        return touched.sorted { $0.number < $1.number }
    }

    /// The version whose place the new one takes in a case: one it no longer needs, else the last it was judged by.
    private func replaced(by new: LayerVersion, in it: CaseToJudge) -> LayerVersionID? {
        let before = it.findings.filter { $0.layer == new.layer }.map(\.version)
        return before.last { !it.versions.contains($0) } ?? before.last
    }

    private func touched(_ cases: [CaseToJudge], from old: LayerVersionID?, to new: LayerVersion) async throws -> [CaseToJudge] {
        guard let old, let before = versions.first(where: { $0.id == old }) else { return cases }
        let (first, second) = (try await layers.index(of: before), try await layers.index(of: new))
        let shapes = cases.map { $0.patch.shape ?? MultiPolygon([]) }
        let places = await offThePool { LayerChange(from: first, to: second).touched(among: shapes) }
        return places.map { cases[$0] }
    }
}
