import Dispatch
import Enforcement
import LandGeometry

/// Overlays many entries with many layer versions (套合): each version is loaded once, and only as much of it as is needed.
struct LayerOverlay {
    let store: any Store
    let versions: [LayerVersion]

    /// Up to this many entries a version is asked for their boxes; beyond, it is loaded whole.
    private static let fewEntries = 40

    /// Findings of each entry, one per version it needs, in order of version.
    func findings(of cases: [CaseToJudge], progress: @escaping @Sendable (Progress) -> Void) async throws -> [EntryNumber: [Finding]] {
        var findings: [EntryNumber: [Finding]] = [:]
        let needed = versions.filter { version in cases.contains { $0.versions.contains(version.id) } }
        for (done, version) in needed.enumerated() {
            progress(Progress(.overlaying, done: done, total: needed.count))
            let subjects = cases.filter { $0.versions.contains(version.id) && $0.patch.shape != nil }
            for (subject, finding) in zip(subjects, try await overlay(subjects, with: version)) {
                findings[subject.entry.number, default: []].append(finding)
            }
        }
        progress(Progress(.overlaying, done: needed.count, total: needed.count))
        return findings
    }

    private func overlay(_ subjects: [CaseToJudge], with version: LayerVersion) async throws -> [Finding] {
        let shapes = subjects.compactMap(\.patch.shape)
        let features = try await features(of: version, under: shapes)
        let codes = Array(Set(features.map(\.code))).sorted()
        let numberOfCode = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
        let layer = features.map { LayerShape(feature: $0.number, classNumber: numberOfCode[$0.code] ?? 0, shape: $0.shape) }
        let overlaps = await offThePool { LayerIndex(layer).overlaps(with: shapes, threads: 2) }
        return zip(shapes, overlaps).map { finding(version, codes: codes, shape: $0, overlaps: $1) }
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
