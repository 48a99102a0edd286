import Casework
import Enforcement
import Synchronization

/// Names a job; unguessable.
struct JobID: TextIdentifier {
    let text: String
    init(_ text: String) { self.text = text }
}

/// What came of a job (任务结果): where to go on, and a sentence's worth of figures.
enum JobOutcome: Sendable {
    case imported(BatchID, wasKnown: Bool)
    case registered(BatchID, created: Int, attached: Int)
    case reassessed(Reassessment)
    case rejudged(Int)
    case planTried(PlanTrial)
    case planActivated(PlanInForce, judged: Int)
    case layerAdopted(LayerVersionID, wasKnown: Bool, remarks: Int)
    case verified(VerificationReport, differing: Int)
}

/// A long command under way or finished (后台任务).
final class Job: Sendable {
    enum Stage: Sendable {
        case running
        case done(JobOutcome)
        case failed(any Error)
    }

    let id: JobID
    let owner: OfficerID
    /// Catalogue key of what is being done.
    let title: String
    let began: Instant
    private let state = Mutex<(progress: Progress, stage: Stage)>((Progress(.reading, done: 0), .running))

    init(owner: OfficerID, title: String, began: Instant) {
        id = JobID(RandomToken.make())
        self.owner = owner
        self.title = title
        self.began = began
    }

    var progress: Progress { state.withLock { $0.progress } }
    var stage: Stage { state.withLock { $0.stage } }
    var isRunning: Bool { if case .running = stage { true } else { false } }

    func report(_ progress: Progress) { state.withLock { $0.progress = progress } }
    func finish(_ stage: Stage) { state.withLock { $0.stage = stage } }
}

/// The jobs of this server (任务簿): in memory; each belongs to the officer who began it. Finished ones are kept an hour.
actor Jobs {
    private var jobs: [JobID: Job] = [:]
    private let clock: Clock
    private static let runningLimit = 8
    private static let memory: Int64 = 3_600_000

    init(clock: Clock) {
        self.clock = clock
    }

    /// Begins `work` and returns at once.
    /// - Throws: `SiteError.workMustFit` when eight are under way.
    func begin(
        _ title: String, owner: OfficerID, work: @escaping @Sendable (@escaping ProgressReport) async throws -> JobOutcome
    ) throws(SiteError) -> Job {
        let now = clock.now()
        jobs = jobs.filter { $0.value.isRunning || now.milliseconds - $0.value.began.milliseconds < Self.memory }
        guard jobs.values.count(where: \.isRunning) < Self.runningLimit else { throw .workMustFit("jobs") }
        let job = Job(owner: owner, title: title, began: now)
        jobs[job.id] = job
        Task {
            do {
                job.finish(.done(try await work { job.report($0) }))
            } catch {
                job.finish(.failed(error))
            }
        }
        return job
    }

    /// - Throws: `SiteError.pageMustExist` for an unknown job and for somebody else's.
    func job(_ id: JobID, of officer: Officer) throws(SiteError) -> Job {
        guard let job = jobs[id], job.owner == officer.id else { throw .pageMustExist }
        return job
    }
}
