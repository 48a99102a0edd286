import Casework
import Enforcement
import Foundation
import HTTPTypes
import Hummingbird

/// A plan file that was sent (方案稿页): its diagnostics first, then what it says otherwise and to whom. Nothing changes here.
struct PlanDraftModel {
    struct Item {
        var change: String
        var style: String
        var path: String
        var before: Said?
        var after: Said?
    }
    struct Unit {
        var title: String
        var count: String
        var isOpen: Bool
        var items: [Item]
    }
    var fileName: String
    var size: String
    var digest: String
    var identity: String?
    var remarks: [PlanRemarksModel]
    var hasRemarks: Bool
    /// Why it cannot be put in force; nil where it can be tried.
    var refusal: String?
    var errors: String?
    var differences: String?
    var units: [Unit]
    /// The same by category and section.
    var parts: [Unit]
    var hasUnits: Bool
    /// Where to try it on the ledger.
    var tryURL: String?
    var back = SiteURL.plan.path
}

extension Workplace {
    func addPlanDrafts(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.planDraft.rawValue)) { _, context in
            let officer = try context.officer(with: .activatePlan)
            let upload = try await upload(context, of: officer)
            let draft = try await draft(of: upload)
            return page(
                "plan-draft", title: "plan.draft", titleValue: upload.fileName, model(of: draft, upload, context), context, current: .plan)
        }
        router.post(RouterPath(SiteURL.Route.tryPlan.rawValue)) { _, context in
            let officer = try context.officer(with: .activatePlan)
            let draft = try await draft(of: try await upload(context, of: officer))
            let job = try await jobs.begin("job.plan-trial", owner: officer.id) { [casework] progress in
                .planTried(try await casework.tryPlan(draft, by: officer, progress: progress))
            }
            return Answers.seeOther(.job(job.id))
        }
        addPlanTrials(to: router)
    }

    /// No more of the file is read than a plan may have.
    private func draft(of upload: Upload) async throws -> PlanDraft {
        guard let file = FileHandle(forReadingAtPath: upload.path) else { throw SiteError.pageMustExist }
        defer { try? file.close() }
        let bytes = [UInt8](try file.read(upToCount: Plan.Limits.bytes + 1) ?? Data())
        return await casework.draft(bytes, fileName: upload.fileName)
    }

    private func model(of draft: PlanDraft, _ upload: Upload, _ context: SiteContext) -> PlanDraftModel {
        let language = context.language
        let remarks = PlanRemarksModel.groups(of: draft.reading.diagnostics, in: draft.fileName, language)
        var model = PlanDraftModel(
            fileName: draft.fileName, size: Shown.bytes(draft.bytes.count), digest: draft.digest, remarks: remarks,
            hasRemarks: !remarks.isEmpty, units: [], parts: [], hasUnits: false)
        guard let plan = draft.reading.plan else {
            let errors = draft.reading.diagnostics.count { $0.severity == .error }
            model.errors = Catalogue.text("plan.draft.errors", Shown.count(errors), in: language)
            return model
        }
        model.identity = "\(plan.title)　\(plan.id) \(plan.version)"
        do {
            try casework.mustBeAdmitted(draft)
            model.tryURL = SiteURL.tryPlan(upload.id).path
        } catch {
            model.refusal = Catalogue.message(for: error, in: language)
        }
        let diff = PlanDiff(from: casework.plan, to: plan)
        model.differences = Catalogue.text("plan.draft.differences", Shown.count(diff.items.count), in: language)
        model.units = units(of: diff, language)
        model.parts = parts(of: diff, language)
        model.hasUnits = !diff.items.isEmpty
        return model
    }

    /// What changes for whom.
    func units(of diff: PlanDiff, _ language: Language) -> [PlanDraftModel.Unit] {
        diff.byUnit.enumerated().map { place, group in
            differences(group.unit ?? Catalogue.text("plan.draft.no-unit", in: language), group.items, isOpen: place == 0, language)
        }
    }

    /// What changes where.
    func parts(of diff: PlanDiff, _ language: Language) -> [PlanDraftModel.Unit] {
        diff.byPart.map { differences($0.title, $0.items, isOpen: false, language) }
    }

    private func differences(_ title: String, _ items: [PlanDiff.Item], isOpen: Bool, _ language: Language) -> PlanDraftModel.Unit {
        let words = PlanWords(units: [:], plan: casework.plan, language: language)
        let whole = Catalogue.text("plan.draft.whole", in: language)
        return PlanDraftModel.Unit(
            title: title.isEmpty ? whole : words.text(title), count: Shown.count(items.count), isOpen: isOpen,
            items: items.map { item in
                let path = item.path.filter { !$0.isEmpty }.joined(separator: " › ")
                return PlanDraftModel.Item(
                    change: item.change.gloss[language], style: item.change.rawValue, path: path.isEmpty ? whole : path,
                    before: words.said(item.before), after: words.said(item.after))
            })
    }
}
