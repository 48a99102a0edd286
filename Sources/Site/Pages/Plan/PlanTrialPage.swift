import Casework
import Enforcement
import Foundation
import HTTPTypes
import Hummingbird

/// What a version of the plan would change in the ledger, and the act that puts it in force (方案试算页).
struct PlanTrialModel {
    struct Due {
        var title: Said
        var clause: String
        var before: [Said]
        var after: [Said]
    }
    var plan: String
    var sentences: [String]
    var changes: ReassessChangesModel
    var dues: [Due]
    var hasDues: Bool
    var units: [PlanDraftModel.Unit]
    var parts: [PlanDraftModel.Unit]
    var hasUnits: Bool
    /// What putting it in force does, in words.
    var consequences: [String]
    var activate: String
}

extension Workplace {
    func addPlanTrials(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.planTrial.rawValue)) { _, context in
            let trial = try await trial(context)
            let model = try await model(of: trial, context)
            return page("plan-trial", title: "plan.trial", model, context, current: .plan)
        }
        router.post(RouterPath(SiteURL.Route.activatePlan.rawValue)) { _, context in
            let officer = try context.officer(with: .activatePlan)
            let trial = try await trial(context)
            let order = PlanOrder(
                bytes: trial.draft.bytes, fileName: trial.draft.fileName, reason: context.form["reason"],
                expectedVersion: trial.present.version, key: IdempotencyKey("plan/\(trial.present.version)/\(trial.draft.digest)"))
            let inForce = try await casework.activatePlan(order, by: officer)
            let job = try await jobs.begin("job.plan-rejudge", owner: officer.id) { [casework] progress in
                let judged = try await casework.underOnePlan { try await casework.judgeUnderPlan(by: officer, progress: progress) }
                return .planActivated(inForce, judged: judged)
            }
            return Answers.seeOther(.job(job.id))
        }
    }

    private func trial(_ context: SiteContext) async throws -> PlanTrial {
        let job = try await jobs.job(JobID(try context.parameter("job")), of: try context.officer(with: .activatePlan))
        guard case .done(.planTried(let trial)) = job.stage else { throw SiteError.pageMustExist }
        return trial
    }

    private func model(of trial: PlanTrial, _ context: SiteContext) async throws -> PlanTrialModel {
        let language = context.language
        let words = try await words(language)
        let found = trial.reassessment
        func say(_ key: String, _ values: String...) -> String { Catalogue.fill(Catalogue.text(key, in: language), with: values) }
        let signed = found.changes.count(where: \.isSigned)
        return PlanTrialModel(
            plan: "\(trial.plan.title)　\(trial.plan.version)", sentences: PlanTrialWords(trial, in: language).sentences,
            changes: ReassessChangesModel(found, words), dues: trial.dues.map { due($0, words) }, hasDues: !trial.dues.isEmpty,
            units: units(of: trial.diff, language), parts: parts(of: trial.diff, language), hasUnits: !trial.diff.items.isEmpty,
            consequences: [
                say("plan.trial.in-force", trial.plan.version), say("plan.trial.rejudged", Shown.count(found.pending.count)),
                say("plan.trial.signed", Shown.count(signed)), say("plan.trial.history"),
            ], activate: SiteURL.activatePlan(JobID(context.parameters.get("job") ?? "")).path)
    }

    private func due(_ change: DueChange, _ words: PlanWords) -> PlanTrialModel.Due {
        PlanTrialModel.Due(
            title: words.said(change.line.title), clause: change.line.clause, before: change.before.map { words.said($0) },
            after: change.after.map { words.said($0) })
    }
}

/// A trial of a plan told in sentences, for page and terminal (方案试算用语).
public struct PlanTrialWords {
    public let sentences: [String]

    public init(_ trial: PlanTrial, in language: Language) {
        let found = trial.reassessment
        func say(_ key: String, _ counts: Int...) -> String {
            Catalogue.fill(Catalogue.text(key, in: language), with: counts.map { Shown.count($0) })
        }
        let verdicts = found.changes.count { $0.before.verdict != $0.after.verdict || $0.before.kind != $0.after.kind }
        let routes = found.changes.count { $0.before.routes != $0.after.routes || $0.before.open != $0.after.open }
        let flags = found.changes.count { $0.before.flags != $0.after.flags }
        let dues = found.changes.count { $0.before.dues != $0.after.dues }
        let signed = found.changes.count(where: \.isSigned)
        sentences =
            [
                say("plan.trial.counts", found.entries, found.changes.count, verdicts, routes, flags, dues),
                say("plan.trial.words", found.figuresOnly),
                say("plan.trial.dues", trial.dues.count, trial.diff.items.count),
            ] + (signed > 0 ? [say("reassess.counts.signed", signed)] : [])
    }
}
