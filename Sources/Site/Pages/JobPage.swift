import Casework
import Enforcement
import HTTPTypes
import Hummingbird

/// A job's page (任务页): progress while it runs, then what came of it.
struct JobModel {
    var title: String
    /// Asked by the script every half second.
    var poll: String
    /// Where the page goes when the job has ended.
    var next: String
    var progress: ProgressModel
    var isRunning: Bool
    var isRefused: Bool
    var result: [String]
    var links: [Frame.Link]
}

/// Progress in words and numbers (进度).
struct ProgressModel: Encodable {
    var text: String
    var done: Int
    var total: Int?

    init(_ progress: Progress, in language: Language) {
        let step = Catalogue.text("progress." + progress.step.rawValue, in: language)
        let count = Shown.count(progress.done) + (progress.total.map { " / " + Shown.count($0) } ?? "")
        text = progress.step == .done ? step : step + " " + count
        done = progress.done
        total = progress.total
    }
}

extension Workplace {
    func addJobs(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.job.rawValue)) { _, context in
            let job = try await job(context)
            if case .done(.registered(let batch, _, _)) = job.stage, context.query["stay"] == nil {
                return Answers.seeOther(path: SiteURL.batch(batch).path)
            }
            if case .done(.reassessed) = job.stage { return Answers.seeOther(.reassessment(job.id)) }
            if case .done(.planTried) = job.stage { return Answers.seeOther(.planTrial(job.id)) }
            return jobPage(job, context, returning: .job(job.id))
        }
        router.get(RouterPath(APIPath.Route.job.rawValue)) { _, context in
            try Answers.json(JobAnswer(try await job(context), in: context.language))
        }
    }

    private func job(_ context: SiteContext) async throws -> Job {
        try await jobs.job(JobID(try context.parameter("job")), of: try context.officer)
    }

    func jobPage(_ job: Job, _ context: SiteContext, returning next: SiteURL) -> Response {
        let language = context.language
        var model = JobModel(
            title: Catalogue.text(job.title, in: language), poll: SiteURL.api(.job(job.id)).path, next: next.path,
            progress: ProgressModel(job.progress, in: language), isRunning: job.isRunning, isRefused: false, result: [], links: [])
        var status = HTTPResponse.Status.ok
        switch job.stage {
        case .running: break
        case .done(let outcome):
            model.result = outcome.sentences(in: language)
            model.isRefused = outcome.isBad
            model.links = [Frame.Link(text: Catalogue.text("job.go-on", in: language), url: outcome.url)]
        case .failed(let error):
            model.isRefused = true
            model.result = [Catalogue.message(for: error, in: language)]
            status = Status.of(error)
        }
        return page("job", title: job.title, model, context, status: status)
    }
}

/// A job for programs (任务应答).
struct JobAnswer: Encodable {
    var id: String
    var state: String
    var progress: ProgressModel
    var message: String?
    var rule: String?
    var next: String?

    init(_ job: Job, in language: Language) {
        id = job.id.text
        progress = ProgressModel(job.progress, in: language)
        switch job.stage {
        case .running: state = "running"
        case .done(let outcome):
            state = "done"
            message = outcome.sentences(in: language).joined(separator: language == .zh ? "" : " ")
            next = outcome.url
        case .failed(let error):
            state = "failed"
            message = Catalogue.message(for: error, in: language)
            rule = ruleName(of: error)
        }
    }
}

extension JobOutcome {
    /// Where to look at what came of it.
    var url: String {
        switch self {
        case .imported(let id, let wasKnown): SiteURL.batch(id).path + (wasKnown ? "?known=1" : "")
        case .registered(let id, _, _): SiteURL.ledger(LedgerFilter(EntryQuery(batch: id))).path
        case .reassessed, .layerAdopted: SiteURL.layers.path
        case .rejudged: SiteURL.ledger(LedgerFilter(EntryQuery(order: .changed, descending: true))).path
        case .planTried, .planActivated: SiteURL.plan.path
        case .verified: SiteURL.system.path
        }
    }

    var isBad: Bool {
        if case .verified(let report, let differing) = self { return !report.broken.isEmpty || differing > 0 }
        return false
    }

    func sentences(in language: Language) -> [String] {
        func say(_ key: String, _ values: String...) -> String { Catalogue.fill(Catalogue.text(key, in: language), with: values) }
        switch self {
        case .imported(_, let wasKnown): return [say(wasKnown ? "job.imported.known" : "job.imported")]
        case .registered(_, let created, let attached): return [say("job.registered", Shown.count(created), Shown.count(attached))]
        case .reassessed(let found): return ReassessmentWords(found, in: language).sentences
        case .rejudged(let count): return [say("job.rejudged", Shown.count(count))]
        case .planTried(let trial): return PlanTrialWords(trial, in: language).sentences
        case .planActivated(let inForce, let judged): return [say("job.plan-activated", inForce.plan.version, Shown.count(judged))]
        case .layerAdopted(let id, let wasKnown, let remarks):
            return [say(wasKnown ? "job.layer.known" : "job.layer", id.text, Shown.count(remarks))]
        case .verified(let report, let differing):
            let counts = say(
                "job.verified", Shown.count(report.events), Shown.count(report.patches), Shown.count(report.features))
            guard isBad else { return [counts, say("job.verified.intact")] }
            return [counts, say("job.verified.broken", Shown.count(report.broken.count), Shown.count(differing))]
                + report.broken.prefix(20)
        }
    }
}
