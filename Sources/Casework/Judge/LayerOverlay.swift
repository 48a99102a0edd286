import Dispatch
import Enforcement
import LandGeometry

/// Overlays many entries with many layer versions (套合), each prepared once and mapped.
struct LayerOverlay {
    let layers: PreparedLayers
    let versions: [LayerVersion]

    /// So many patches are made ready at once, and every layer is laid under them: a patch of twenty corners takes 4 kB.
    private static let block = 20_000

    /// What is asked of one patch and one layer version.
    typealias Question<Answer> = @Sendable (PreparedPatch, Area, LayerVersion, LayerIndex) -> Answer

    /// Findings of each case, in order: one per version it needs, in order of version.
    func findings(of cases: [CaseToJudge], progress: @escaping ProgressReport) async throws -> [[Finding]] {
        try await answers(for: cases, progress: progress) { Self.finding(of: $0, area: $1, in: $2, $3) }
    }

    /// The answers for each case, in order: one per version it needs, in order of version.
    func answers<Answer: Sendable>(
        for cases: [CaseToJudge], progress: @escaping ProgressReport, _ question: @escaping Question<Answer>
    ) async throws -> [[Answer]] {
        var answers: [[Answer]] = []
        for start in stride(from: 0, to: cases.count, by: Self.block) {
            let some = Array(cases[start..<min(start + Self.block, cases.count)])
            let told: (Int, Int) -> Void = { done, all in
                progress(Progress(.overlaying, done: start + some.count * done / all, total: cases.count))
            }
            answers += try await block(some, told: told, question)
        }
        return answers
    }

    private func block<Answer: Sendable>(
        _ cases: [CaseToJudge], told: (_ done: Int, _ of: Int) -> Void, _ question: @escaping Question<Answer>
    ) async throws -> [[Answer]] {
        var answers = [[Answer]](repeating: [], count: cases.count)
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
            let found = await offThePool { places.mapInParallel { question(prepared[$0], shapes[$0].area, version, index) } }
            for (place, answer) in zip(places, found) { answers[place].append(answer) }
        }
        told(1, 1)
        return answers
    }

    /// What rounds to nothing in the record (under 0.005 m²) is contact, not overlap.
    static func finding(of patch: PreparedPatch, area: Area, in version: LayerVersion, _ index: LayerIndex) -> Finding {
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
