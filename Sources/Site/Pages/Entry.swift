import Casework
import Enforcement
import Foundation
import GeoFiles
import HTTPTypes
import Hummingbird
import LandGeometry

extension Workplace {
    func addEntry(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.entry.rawValue)) { _, context in
            let entry = try await visibleEntry(context)
            return try await entryPage(entry, context)
        }
        router.post(RouterPath(SiteURL.Route.sign.rawValue)) { _, context in try await sign(context) }
    }

    /// The entry of the address; what the officer may not see does not exist for him.
    func visibleEntry(_ context: SiteContext) async throws -> EntryState {
        let officer = try context.officer
        let number = EntryNumber(try context.parameter("number"))
        guard let entry = try await store.entry(number), entry.isVisible(to: officer) else { throw SiteError.pageMustExist }
        return entry
    }

    private func entryPage(
        _ entry: EntryState, _ context: SiteContext, refusal: (any Error)? = nil
    ) async throws -> Response {
        let model = try await EntryPageMaker(workplace: self, context: context, entry: entry).model(refusal: refusal)
        return page(
            "entry", title: "entry.title", titleValue: entry.number.text, model, context, current: .ledger,
            status: refusal.map { Status.of($0) } ?? .ok)
    }

    /// Signs; when somebody else was first, or the reason is missing, the page comes back as it now stands and says so.
    private func sign(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .signVerdict)
        let entry = try await visibleEntry(context)
        do {
            _ = try await casework.signVerdict(try verdictOrder(context.form, on: entry), by: officer)
            return Answers.seeOther(.entry(entry.number))
        } catch let error as CaseworkError {
            return try await entryPage(try await visibleEntry(context), context, refusal: error)
        } catch let error as LedgerError {
            return try await entryPage(try await visibleEntry(context), context, refusal: error)
        }
    }

    private func verdictOrder(_ form: FormFields, on entry: EntryState) throws -> VerdictOrder {
        guard let version = form["version"].flatMap({ Int($0) }) else { throw SiteError.formMustBeWhole(field: "version") }
        guard let key = form["key"], (16...100).contains(key.utf8.count) else { throw SiteError.formMustBeWhole(field: "key") }
        guard form["decision"] == "overrule" else {
            guard let proposal = entry.proposal else { throw CaseworkError.proposalMustExist(entry.number) }
            return VerdictOrder(
                entry: entry.number, expectedVersion: version, verdict: proposal.verdict, kind: nil, reason: form["reason"],
                key: IdempotencyKey(key))
        }
        guard let verdict = form["verdict"].flatMap(Verdict.init) else { throw SiteError.formMustBeWhole(field: "verdict") }
        return VerdictOrder(
            entry: entry.number, expectedVersion: version, verdict: verdict, kind: form["kind"], reason: form["reason"],
            key: IdempotencyKey(key))
    }
}
