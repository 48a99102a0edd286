import Dispatch
import LandGeometry
import Synchronization

/// Threads that take parts of a layer as they are read and keep what comes near a patch (分块并行). Results stand in the
/// order of the parts; no more than a few parts wait in memory.
///
/// The reader's own thread is one of them: when enough parts wait it takes one itself, so that as many threads are busy as
/// were asked for. They are plain threads, for Dispatch's do not live behind the fence.
struct PartCrew {
    private let bench: PartBench
    private let members: [CrewThread]

    init(_ patches: PatchSet, threads: Int) {
        let bench = PartBench(patches, room: (threads - 1) * 4)
        self.bench = bench
        members = (1..<max(1, threads)).map { _ in CrewThread { bench.work() } }
    }

    func take(_ part: GroundPart, layer: Int, firstFeature: Int) {
        bench.take(PartBench.Job(part: part, layer: layer, firstFeature: firstFeature))
    }

    /// Bytes held so far, in memory and in windows of files.
    var bytes: Int { bench.bytes }

    /// Ends the work and tells what came of it. To be called once.
    consuming func results() -> Results {
        bench.close(members.count)
        for member in members { member.join() }
        return bench.results()
    }

    struct Results {
        /// Those that hold something.
        var parts: [HeldLayers.Part]
        /// In memory and in windows of files.
        var bytes: Int
        /// Processor time they took.
        var seconds: Double
        /// Rows that have no place on the ground.
        var unplaced: [Int]
    }
}

/// What the threads of a crew share: parts that wait and what came of others (分块台).
private final class PartBench: Sendable {
    struct Job: Sendable {
        var part: GroundPart
        var layer: Int
        var firstFeature: Int
        var place = 0
    }

    private struct State {
        var waiting: [Job] = []
        var taken = 0
        var done: [(place: Int, part: HeldLayers.Part)] = []
        var bytes = 0
        var seconds = 0.0
        var unplaced: [Int] = []
        private var lenders: Set<ObjectIdentifier> = []

        mutating func keep(_ part: HeldLayers.Part, at place: Int) {
            done.append((place, part))
            bytes += part.ground.byteCount
            for lender in part.ground.lenders where lenders.insert(ObjectIdentifier(lender)).inserted { bytes += lender.bytes.count }
        }
    }

    private let patches: PatchSet
    private let room: Int
    private let state = Mutex(State())
    /// Counts waiting jobs, and one for each thread when the crew is closed.
    private let calls = DispatchSemaphore(value: 0)

    init(_ patches: PatchSet, room: Int) {
        self.patches = patches
        self.room = room
    }

    func take(_ job: Job) {
        var job = job
        let waits = state.withLock { state in
            job.place = state.taken
            state.taken += 1
            guard state.waiting.count < room else { return false }
            state.waiting.append(job)
            return true
        }
        if waits { calls.signal() } else { hold(job) }
    }

    /// What a thread of the crew does until the crew is closed and nothing waits.
    func work() {
        while true {
            calls.wait()
            let job: Job? = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
            guard let job else { return }
            hold(job)
        }
    }

    func close(_ members: Int) {
        for _ in 0..<members { calls.signal() }
    }

    private func hold(_ job: Job) {
        let began = StageClock.threadSeconds
        let (placed, unplaced) = job.part.pool?.place(job.part, near: patches) ?? (job.part, [])
        let ground = patches.hold(placed.ground)
        let held = HeldLayers.Part(ground: ground, layer: job.layer, values: placed.values, firstFeature: job.firstFeature)
        state.withLock {
            if !ground.isEmpty { $0.keep(held, at: job.place) }
            $0.unplaced += unplaced
            $0.seconds += StageClock.threadSeconds - began
        }
    }

    var bytes: Int { state.withLock { $0.bytes } }

    func results() -> PartCrew.Results {
        state.withLock { state in
            PartCrew.Results(
                parts: state.done.sorted { $0.place < $1.place }.map(\.part), bytes: state.bytes, seconds: state.seconds,
                unplaced: state.unplaced.sorted())
        }
    }
}
