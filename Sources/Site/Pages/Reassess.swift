import Casework
import Enforcement
import HTTPTypes
import Hummingbird

/// What a new version of a layer would change in the ledger, and the act that follows (重判预演页).
struct ReassessModel {
    /// How an entry stands, before or after.
    struct Standing {
        var verdict: Badge
        var kind: Said?
        var flags: [Said]
    }
    struct Transition {
        var before: Badge
        var after: Badge
        var count: String
        var area: ShownArea
        var signed: String
    }
    struct Change {
        var number: String
        var url: String
        var unit: String
        var area: ShownArea
        var before: Standing
        var after: Standing
        var isSigned: Bool
    }
    var version: String
    var sentences: [String]
    var transitions: [Transition]
    var changes: [Change]
    var hasChanges: Bool
    var more: String?
    /// Nil where there is nothing to write.
    var act: String?
    var actURL: String
}

extension Workplace {
    /// More changed entries than this are left to the command line.
    private static let changesShown = 500

    func addReassessment(to router: Router<SiteContext>) {
        router.post(RouterPath(SiteURL.Route.reassess.rawValue)) { _, context in
            let officer = try context.officer(with: .registerBatch)
            let version = LayerVersionID(try context.parameter("version"))
            let job = try await jobs.begin("job.reassess", owner: officer.id) { [casework] progress in
                .reassessed(try await casework.reassess(version, by: officer, progress: progress))
            }
            return Answers.seeOther(.job(job.id))
        }
        router.get(RouterPath(SiteURL.Route.reassessment.rawValue)) { _, context in
            let job = try await jobs.job(JobID(try context.parameter("job")), of: try context.officer(with: .registerBatch))
            guard case .done(.reassessed(let found)) = job.stage else { throw SiteError.pageMustExist }
            return page("reassess", title: "reassess.title", try await model(of: found, context), context, current: .layers)
        }
        router.post(RouterPath(SiteURL.Route.rejudge.rawValue)) { _, context in
            let officer = try context.officer(with: .registerBatch)
            let version = LayerVersionID(try context.parameter("version"))
            let job = try await jobs.begin("job.rejudge", owner: officer.id) { [casework] progress in
                .rejudged(try await casework.judge(under: version, by: officer, progress: progress))
            }
            return Answers.seeOther(.job(job.id))
        }
    }

    private func model(of found: Reassessment, _ context: SiteContext) async throws -> ReassessModel {
        let words = try await words(context.language)
        let language = context.language
        let pending = found.pending.count
        let version = found.layer ?? LayerVersionID("")
        return ReassessModel(
            version: version.text, sentences: ReassessmentWords(found, in: language).sentences,
            transitions: found.transitions.map { transition($0, language) },
            changes: found.changes.prefix(Self.changesShown).map { change($0, words) }, hasChanges: !found.changes.isEmpty,
            more: found.changes.count > Self.changesShown
                ? Catalogue.text("reassess.more", Shown.count(Self.changesShown), in: language) : nil,
            act: pending > 0 ? Catalogue.text("reassess.act", Shown.count(pending), in: language) : nil,
            actURL: SiteURL.rejudge(version).path)
    }

    private func transition(_ it: Reassessment.Transition, _ language: Language) -> ReassessModel.Transition {
        ReassessModel.Transition(
            before: Badge(it.before, in: language), after: Badge(it.after, in: language), count: Shown.count(it.count),
            area: ShownArea(it.area), signed: Shown.count(it.signed))
    }

    private func change(_ it: Reassessment.Change, _ words: PlanWords) -> ReassessModel.Change {
        func standing(_ it: Reassessment.Standing) -> ReassessModel.Standing {
            ReassessModel.Standing(
                verdict: Badge(it.verdict, in: words.language), kind: words.said(it.kind), flags: it.flags.map { words.flag($0) })
        }
        return ReassessModel.Change(
            number: it.entry.text, url: SiteURL.entry(it.entry).path, unit: words.unit(it.unit), area: ShownArea(it.area),
            before: standing(it.before), after: standing(it.after), isSigned: it.isSigned)
    }
}
