import Casework
import Enforcement
import Hummingbird

/// History and health of the ledger (系统页): the end of the log, its check, the accounts.
struct SystemModel {
    struct Account {
        var id: String
        var title: String
        var role: String
        var unit: String
    }
    var size: String
    var chain: String
    var algorithm: String
    var mayVerify: Bool
    var verify = SiteURL.verify.path
    var events: [EventRow]
    var older: String?
    var newer: String?
    var showsLog: Bool
    var accounts: [Account]
    var showsAccounts: Bool
    var plan: Said
    var planVersion: String
}

extension Workplace {
    private static let eventPageSize = 50

    func addSystem(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.system.rawValue)) { _, context in
            let officer = try reader(context)
            let model = try await system(officer, context)
            return page("system", title: "system.title", model, context, current: .system)
        }
        router.post(RouterPath(SiteURL.Route.verify.rawValue)) { _, context in
            let officer = try context.officer(with: .verifyLedger)
            let job = try await jobs.begin("job.verify", owner: officer.id) { [casework] progress in
                let total = try await casework.store.head().size
                let report = try await casework.store.verify { progress(Progress(.reading, done: $0, total: total)) }
                let differing = try await casework.store.compareStateWithLog()
                return .verified(report, differing: differing.count)
            }
            return Answers.seeOther(.job(job.id))
        }
    }

    private func reader(_ context: SiteContext) throws -> Officer {
        let officer = try context.officer
        guard Policy.allows(officer, .readHistory) || Policy.allows(officer, .verifyLedger) else {
            throw SiteError.permissionMustBeHeld(.readHistory)
        }
        return officer
    }

    /// The log over all entries is for those who read the whole county.
    private func system(_ officer: Officer, _ context: SiteContext) async throws -> SystemModel {
        let words = try await words(context.language)
        let head = try await store.head()
        let showsLog = Policy.allows(officer, .readHistory) && Policy.scope(of: officer) == nil
        let end = min(head.size, try context.query.place("to") ?? head.size)
        let start = max(0, end - Self.eventPageSize)
        let titles = try await officerTitles()
        let events = showsLog ? try await store.events(after: start, limit: max(0, end - start)) : []
        let showsAccounts = officer.role == .administrator || officer.role == .audit
        let accounts = showsAccounts ? try await store.officers() : []
        func link(_ to: Int) -> String { SiteURL.system.path + "?to=\(to)#log" }
        return SystemModel(
            size: Shown.count(head.size), chain: head.chain, algorithm: head.algorithm,
            mayVerify: Policy.allows(officer, .verifyLedger),
            events: events.reversed().map { EventRow($0, words: words, officers: titles) }, older: start > 0 ? link(start) : nil,
            newer: end < head.size ? link(min(head.size, end + Self.eventPageSize)) : nil, showsLog: showsLog,
            accounts: accounts.map {
                SystemModel.Account(
                    id: $0.id.text, title: $0.title, role: $0.role.phrase[context.language],
                    unit: $0.unit.map { words.unit($0) } ?? Catalogue.text("system.no-unit", in: context.language))
            }, showsAccounts: showsAccounts, plan: words.said(casework.plan.title), planVersion: casework.plan.version)
    }
}
