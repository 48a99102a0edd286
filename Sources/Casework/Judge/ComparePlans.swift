import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// What two plans would say of every entry of the ledger on a day (方案试算): verdicts and routes that differ. Nothing is written.
    ///
    /// The layer versions of that day are taken, so a date in the past asks the layers as they stood then. Areas on record are
    /// taken as they are; only what lacks one is overlaid.
    public func compare(
        _ old: Plan, _ new: Plan, on day: Day, progress: @escaping ProgressReport = { _ in }
    ) async throws -> PlanComparison {
        let versions = try await store.layerVersions()
        let cases = try await casesToJudge(try await numbers(EntryQuery()), versions: versions, on: day)
        let things = try await recordedThings(of: cases, versions: versions, on: day, progress: progress)
        return await offThePool {
            PlanComparison(of: zip(cases, things).map { ($0.number, $1) }, under: old, and: new, on: day)
        }
    }
}
