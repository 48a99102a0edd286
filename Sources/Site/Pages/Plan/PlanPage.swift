import Casework
import Enforcement
import HTTPTypes
import Hummingbird
import NIOCore

/// The plan in force (方案页): as an outline with its clauses, its tables, its schedule, what is remarked about it, and its history.
struct PlanModel {
    struct Version {
        var number: String
        var plan: String
        var title: Said
        var planVersion: String
        var officer: String
        var moment: String
        var reason: String
        var digest: String
        var shortDigest: String
        var download: String
        var isInForce: Bool
    }
    var title: Said
    var lead: String
    var remarks: [PlanRemarksModel]
    var hasRemarks: Bool
    var chart: PlanChartModel?
    var dues: [PlanDueModel]
    var hasDues: Bool
    var targets: [PlanTargetModel]
    var hasTargets: Bool
    var tables: [PlanTableModel]
    var hasTables: Bool
    var sections: [PlanSectionModel]
    var clauses: [PlanClauseModel]
    var history: [Version]
    var mayActivate: Bool
    var uploadURL = SiteURL.api(.uploads).path
    var limitBytes = Plan.Limits.bytes
}

extension Workplace {
    func addPlan(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.plan.rawValue)) { _, context in
            let officer = try context.officer
            return page("plan", title: "plan.title", try await plan(officer, context), context, current: .plan)
        }
        router.get(RouterPath(SiteURL.Route.planText.rawValue)) { _, context in
            _ = try context.officer
            return try await planText(try context.parameter("digest"))
        }
        addPlanDrafts(to: router)
    }

    private func plan(_ officer: Officer, _ context: SiteContext) async throws -> PlanModel {
        let words = try await words(context.language)
        let language = context.language
        let inForce = casework.inForce
        let plan = inForce.plan
        let schedule = PlanSchedule(plan)
        let tables = PlanTable.all(of: plan).map { PlanTableModel($0, words) }
        let sections = PlanSectionModel.all(of: plan, words)
        let remarks = PlanRemarksModel.groups(of: inForce.diagnostics, in: "\(plan.id).yaml", language)
        let targets = PlanTargetModel.all(of: plan, words)
        return PlanModel(
            title: words.said(plan.title),
            lead: Catalogue.text("plan.lead", plan.id, plan.version.isEmpty ? "—" : plan.version, in: language),
            remarks: remarks, hasRemarks: !remarks.isEmpty,
            chart: PlanChartModel(schedule, today: casework.clock.now().day, words), dues: schedule.lines.map { PlanDueModel($0, words) },
            hasDues: !schedule.lines.isEmpty, targets: targets, hasTargets: !targets.isEmpty, tables: tables, hasTables: !tables.isEmpty,
            sections: sections, clauses: PlanClauseModel.index(of: sections), history: try await history(words),
            mayActivate: Policy.allows(officer, .activatePlan))
    }

    /// Newest first.
    private func history(_ words: PlanWords) async throws -> [PlanModel.Version] {
        let officers = try await officerTitles()
        let all = try await casework.planHistory()
        return all.reversed().map { state in
            let it = state.activation
            return PlanModel.Version(
                number: "\(state.version)", plan: it.plan, title: words.said(it.title), planVersion: it.planVersion,
                officer: officers[state.activatedBy] ?? state.activatedBy.text, moment: state.activatedAt.text, reason: it.reason ?? "—",
                digest: it.digest, shortDigest: String(it.digest.prefix(12)), download: SiteURL.planText(it.digest).path,
                isInForce: state.version == casework.inForce.version)
        }
    }

    /// The exact bytes that were put in force, as a file.
    private func planText(_ digest: String) async throws -> Response {
        guard let text = try await store.planText(digest) else { throw SiteError.pageMustExist }
        let name = try await casework.planHistory().last { $0.activation.digest == digest }?.activation.plan ?? "plan"
        var headers = HTTPFields()
        headers[.contentType] = "application/yaml; charset=utf-8"
        headers[.contentDisposition] = "attachment; filename*=UTF-8''\(PercentCoding.encode("\(name)-\(digest.prefix(12)).yaml"))"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: text)))
    }
}
