import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// What two plans would say of every entry of the ledger on a day (方案试算): verdicts and routes that differ. Nothing is written.
    ///
    /// The layer versions of that day are taken, so a date in the past asks the layers as they stood then.
    public func compare(
        _ old: Plan, _ new: Plan, on day: Day, progress: @escaping ProgressReport = { _ in }
    ) async throws -> PlanComparison {
        let versions = try await store.layerVersions()
        let cases = try await casesToJudge(try await numbers(EntryQuery()), versions: versions, on: day)
        let judgements = Judgements(store: store, layers: layers, plan: old, versions: versions, present: day)
        let things = try await judgements.things(of: cases, progress: progress)
        return await offThePool {
            PlanComparison(of: zip(cases, things).map { ($0.number, $1) }, under: old, and: new, on: day)
        }
    }
}

extension Judgements {
    /// What the rules may know of each case: what the layers say, and what was signed on the same ground.
    func things(of cases: [CaseToJudge], progress: @escaping ProgressReport) async throws -> [JudgedThing] {
        let findings = try await LayerOverlay(layers: layers, versions: versions).findings(of: cases, progress: progress)
        let earlier = try await EarlierGround(store: store).entries(under: cases)
        return cases.indices.map { place in
            var thing = JudgedThing(
                patch: cases[place].patch, category: cases[place].category, findings: findings[place], layers: versions, present: present)
            thing.earlier = earlier[place]
            return thing
        }
    }
}
