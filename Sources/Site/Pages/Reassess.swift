import Casework
import Enforcement
import HTTPTypes
import Hummingbird

/// Entries that would stand otherwise, added up and one by one (变动条目).
struct ReassessChangesModel {
    /// How an entry stands, before or after.
    struct Standing {
        var verdict: Badge
        var kind: Said?
        var flags: [Said]
        /// Dispositions that follow, or that they are open.
        var routes: [Said]
        /// Dates by which it is asked for, where they change.
        var dues: [Said]
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
    var transitions: [Transition]
    var changes: [Change]
    var hasChanges: Bool
    var more: String?
}

/// What a new version of a layer would change in the ledger, and the act that follows (重判预演页).
struct ReassessModel {
    var version: String
    var sentences: [String]
    var changes: ReassessChangesModel
    /// Nil where there is nothing to write.
    var act: String?
    var actURL: String
}

extension Workplace {
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
            version: version.text, sentences: ReassessmentWords(found, in: language).sentences, changes: ReassessChangesModel(found, words),
            act: pending > 0 ? Catalogue.text("reassess.act", Shown.count(pending), in: language) : nil,
            actURL: SiteURL.rejudge(version).path)
    }
}

extension ReassessChangesModel {
    /// More changed entries than this are left to the command line.
    private static let changesShown = 500

    init(_ found: Reassessment, _ words: PlanWords) {
        let language = words.language
        transitions = found.transitions.map { Self.transition($0, language) }
        changes = found.changes.prefix(Self.changesShown).map { Self.change($0, words) }
        hasChanges = !found.changes.isEmpty
        more =
            found.changes.count > Self.changesShown
            ? Catalogue.text("reassess.more", Shown.count(Self.changesShown), in: language) : nil
    }

    private static func transition(_ it: Reassessment.Transition, _ language: Language) -> Transition {
        Transition(
            before: Badge(it.before, in: language), after: Badge(it.after, in: language), count: Shown.count(it.count),
            area: ShownArea(it.area), signed: Shown.count(it.signed))
    }

    private static func change(_ it: Reassessment.Change, _ words: PlanWords) -> Change {
        Change(
            number: it.entry.text, url: SiteURL.entry(it.entry).path, unit: words.unit(it.unit), area: ShownArea(it.area),
            before: standing(it.before, against: it.after, words), after: standing(it.after, against: it.before, words),
            isSigned: it.isSigned)
    }

    private static func standing(_ it: Reassessment.Standing, against other: Reassessment.Standing, _ words: PlanWords) -> Standing {
        let open = it.open.isEmpty ? [] : [Said(Catalogue.text("plan.trial.open", in: words.language))]
        return Standing(
            verdict: Badge(it.verdict, in: words.language), kind: words.said(it.kind), flags: it.flags.map { words.flag($0) },
            routes: it.routes.map { words.said($0) } + open, dues: it.dues == other.dues ? [] : it.dues.map { words.said($0) })
    }
}
