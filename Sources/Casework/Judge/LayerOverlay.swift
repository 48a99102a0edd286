import Dispatch
import Enforcement
import LandGeometry

/// Overlays many entries with many layer versions (套合): each version is loaded once, and only as much of it as is needed.
struct LayerOverlay {
    let store: any Store
    let versions: [LayerVersion]

    /// Up to this many entries a version is asked for their boxes; beyond, it is loaded whole.
    private static let fewEntries = 40

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
            let found = try await overlay(places.map { (shapes[$0], prepared[$0]) }, with: version)
            for (place, finding) in zip(places, found) { findings[place].append(finding) }
        }
        told(1, 1)
        return findings
    }

    private func overlay(_ patches: [(shape: MultiPolygon, edges: PreparedPatch)], with version: LayerVersion) async throws -> [Finding] {
        let features = try await features(of: version, under: patches.map(\.shape))
        let codes = Array(Set(features.map(\.code))).sorted()
        let numberOfCode = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
        let layer = features.map { LayerShape(feature: $0.number, classNumber: numberOfCode[$0.code] ?? 0, shape: $0.shape) }
        return await offThePool {
            let index = LayerIndex(layer)
            return patches.mapInParallel { finding(version, codes: codes, shape: $0.shape, overlaps: index.overlaps(with: $0.edges)) }
        }
    }

    private func features(of version: LayerVersion, under shapes: [MultiPolygon]) async throws -> [LayerFeature] {
        guard shapes.count <= Self.fewEntries else { return try await store.features(of: version.id) }
        var found: [Int: LayerFeature] = [:]
        for shape in shapes {
            for feature in try await store.features(of: version.id, in: shape.box, limit: version.featureCount) {
                found[feature.number] = feature
            }
        }
        return found.keys.sorted().compactMap { found[$0] }
    }

    /// Sums features by class, in feature order; what rounds to nothing in the record (under 0.005 m²) is contact, not overlap.
    private func finding(_ version: LayerVersion, codes: [String], shape: MultiPolygon, overlaps: [Overlap]) -> Finding {
        var sums = Array(repeating: Area.zero, count: codes.count)
        for overlap in overlaps { sums[overlap.classNumber] += overlap.area }
        let covered = sums.reduce(.zero, +)
        return Finding(
            layer: version.layer, version: version.id,
            areas: zip(codes, sums).filter { $1.recorded > .zero }.map { ClassArea(code: $0, area: $1) },
            uncovered: max(.zero, shape.area - covered))
    }
}

/// Runs work of the processor on a thread of its own, so that no task of the cooperative pool waits for it.
func offThePool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: work()) }
    }
}
