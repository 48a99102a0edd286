import Dispatch
import LandGeometry
import Synchronization

/// Threads that take parts of a layer as they are read and keep what comes near a patch (分块并行). Results stand in the
/// order of the parts; no more than a few parts wait in memory. One thread works in the reader's own.
final class PartCrew: Sendable {
    private let patches: PatchSet
    private let threads: Int
    private let queue = DispatchQueue(label: "landledger.overlay", attributes: .concurrent)
    private let places: DispatchSemaphore
    private let group = DispatchGroup()
    private let done = Mutex(Done())

    private struct Done {
        var parts: [HeldLayers.Part?] = []
        var bytes = 0
        var seconds = 0.0
        var unplaced: [Int] = []
    }

    init(_ patches: PatchSet, threads: Int) {
        self.patches = patches
        self.threads = threads
        places = DispatchSemaphore(value: threads)
    }

    func take(_ part: GroundPart, layer: Int, firstFeature: Int) {
        let place = done.withLock { done in
            done.parts.append(nil)
            return done.parts.count - 1
        }
        guard threads > 1 else { return hold(part, layer, firstFeature, place) }
        places.wait()
        queue.async(group: group) { [self] in
            hold(part, layer, firstFeature, place)
            places.signal()
        }
    }

    private func hold(_ part: GroundPart, _ layer: Int, _ firstFeature: Int, _ place: Int) {
        let began = StageClock.threadSeconds
        let (placed, unplaced) = part.pool?.place(part, near: patches) ?? (part, [])
        let ground = patches.hold(placed.ground)
        let held = HeldLayers.Part(ground: ground, layer: layer, values: placed.values, firstFeature: firstFeature)
        done.withLock {
            $0.parts[place] = held
            $0.bytes += ground.byteCount
            $0.unplaced += unplaced
            $0.seconds += StageClock.threadSeconds - began
        }
    }

    func wait() { group.wait() }

    /// Bytes held since `results` was asked for.
    var bytes: Int { done.withLock { $0.bytes } }

    /// What is done; to be asked when no part is under way.
    func results() -> Results {
        done.withLock { done in
            defer { done = Done() }
            return Results(
                parts: done.parts.compactMap(\.self).filter { $0.ground.byteCount > 0 }, seconds: done.seconds,
                unplaced: done.unplaced.sorted())
        }
    }

    struct Results {
        /// Those that hold something.
        var parts: [HeldLayers.Part]
        /// Processor time they took.
        var seconds: Double
        /// Rows that have no place on the ground.
        var unplaced: [Int]
    }
}
