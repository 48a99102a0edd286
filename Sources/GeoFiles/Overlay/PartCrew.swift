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
        let ground = patches.hold(part.ground)
        let isEmpty = ground.byteCount == 0
        let held = HeldLayers.Part(ground: ground, layer: layer, values: isEmpty ? [] : part.values, firstFeature: firstFeature)
        done.withLock {
            $0.parts[place] = held
            $0.bytes += ground.byteCount
            $0.seconds += StageClock.threadSeconds - began
        }
    }

    func wait() { group.wait() }

    /// Bytes held since `results` was asked for.
    var bytes: Int { done.withLock { $0.bytes } }

    /// The parts that are done, those that hold something; and the processor time they took. To be asked when none is under way.
    func results() -> (parts: [HeldLayers.Part], seconds: Double) {
        done.withLock { done in
            defer { done = Done() }
            return (done.parts.compactMap(\.self).filter { $0.ground.byteCount > 0 }, done.seconds)
        }
    }
}
