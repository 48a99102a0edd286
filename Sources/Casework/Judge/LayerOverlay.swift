import Dispatch
import Enforcement
import LandGeometry

/// Overlays many entries with many layer versions (套合), each prepared once and mapped.
struct LayerOverlay {
    let layers: PreparedLayers
    let versions: [LayerVersion]

    /// So many patches are made ready at once, and every layer is laid under them: a patch of twenty corners takes 4 kB.
    private static let block = 20_000

    /// Findings of each case, in order: one per version it needs, in order of version.
    func findings(of cases: [CaseToJudge], progress: @escaping @Sendable (Progress) -> Void) async throws -> [[Finding]] {
        var findings: [[Finding]] = []
        for start in stride(from: 0, to: cases.count, by: Self.block) {
            let some = Array(cases[start..<min(start + Self.block, cases.count)])
            findings += try await block(some) { progress(Progress(.overlaying, done: start + some.count * $0 / $1, total: cases.count)) }
        }
        return findings
    }

    private func block(_ cases: [CaseToJudge], told: (_ done: Int, _ of: Int) -> Void) async throws -> [[Finding]] {
        var findings = [[Finding]](repeating: [], count: cases.count)
        var subjects: [LayerVersionID: [Int]] = [:]
        for (place, it) in cases.enumerated() where it.patch.shape != nil {
            for version in it.versions { subjects[version, default: []].append(place) }
        }
        let needed = versions.filter { subjects[$0.id] != nil }
        let shapes = cases.map { $0.patch.shape ?? MultiPolygon([]) }
        let prepared = needed.isEmpty ? [] : await offThePool { shapes.mapInParallel { PreparedPatch($0) } }
        for (done, version) in needed.enumerated() {
            told(done, needed.count)
            let places = subjects[version.id] ?? []
            let index = try await layers.index(of: version)
            let found = await offThePool {
                places.mapInParallel { Self.finding(of: prepared[$0], area: shapes[$0].area, in: version, index) }
            }
            for (place, finding) in zip(places, found) { findings[place].append(finding) }
        }
        told(1, 1)
        return findings
    }

    /// What rounds to nothing in the record (under 0.005 m²) is contact, not overlap.
    private static func finding(of patch: PreparedPatch, area: Area, in version: LayerVersion, _ index: LayerIndex) -> Finding {
        let classes = index.classOverlaps(with: patch)
        let covered = classes.reduce(Area.zero) { $0 + $1.area }
        let areas = classes.filter { $0.area.recorded > .zero }.map { ClassArea(code: index.codes[$0.classNumber], area: $0.area) }
        return Finding(
            layer: version.layer, version: version.id, areas: areas.sorted { $0.code < $1.code }, uncovered: max(.zero, area - covered))
    }
}

/// Runs work of the processor on a thread of its own, so that no task of the cooperative pool waits for it.
func offThePool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: work()) }
    }
}
