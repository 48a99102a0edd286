import Casework
import Enforcement
import Foundation
import Hummingbird
import LandGeometry
import NIOCore

extension Workplace {
    /// Entries for programs and scripts, under the same rights as the pages.
    func addEntryAPI(to router: Router<SiteContext>) {
        router.get(RouterPath(APIPath.Route.entries.rawValue)) { _, context in
            let filter = try await filter(context)
            let found = try await entries(filter, of: try context.officer(with: .readEntries))
            return try Answers.json(EntriesAnswer(found, filter))
        }
        router.get(RouterPath(APIPath.Route.entry.rawValue)) { _, context in
            try Answers.json(try await detail(of: try await visibleEntry(context), for: try context.officer))
        }
        router.get(RouterPath(APIPath.Route.geometry.rawValue)) { _, context in
            let entry = try await visibleEntry(context)
            let ground = try await store.ground(of: entry.number)
            return Answers.json(bytes: Array(try GeoJSONFeature(entry, ground: ground).encoded()), type: "application/geo+json")
        }
        router.get(RouterPath(APIPath.Route.counts.rawValue)) { _, context in
            guard let grouping = try context.query.choices("by", EntryGrouping.self).first else {
                throw SiteError.formMustBeWhole(field: "by")
            }
            let query = try await filter(context, besides: ["by"]).query
            let counts = try await counts(by: grouping, query, try context.officer(with: .readEntries))
            return try Answers.json(
                counts.map { CountAnswer(group: $0.group, count: $0.count, squareMetres: $0.area.recorded.squareMetres) })
        }
        router.post(RouterPath(APIPath.Route.sign.rawValue)) { request, context in try await signForProgram(request, context) }
        router.get(RouterPath(APIPath.Route.head.rawValue)) { _, context in
            _ = try context.officer
            return try Answers.json(try await store.head())
        }
    }

    private func detail(of entry: EntryState, for officer: Officer) async throws -> EntryDetailAnswer {
        let history = Policy.allows(officer, .readHistory) ? try await store.history(of: .entry(entry.number)) : []
        return EntryDetailAnswer(
            entry: EntryAnswer(entry), findings: entry.findings, proposal: entry.proposal, signature: entry.signed,
            attached: entry.attached, history: history.map { EventAnswer($0) })
    }

    private func signForProgram(_ request: Request, _ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .signVerdict)
        let entry = try await visibleEntry(context)
        let body = try await request.body.collect(upTo: Gate.formLimit)
        guard let asked = try? JSONDecoder().decode(SignRequest.self, from: Data(body.readableBytesView)) else {
            throw SiteError.formMustBeWhole(field: "json")
        }
        let order = VerdictOrder(
            entry: entry.number, expectedVersion: asked.expectedVersion, verdict: asked.verdict, kind: asked.kind, reason: asked.reason,
            key: IdempotencyKey(asked.key))
        return try Answers.json(EntryAnswer(try await casework.signVerdict(order, by: officer)))
    }
}

/// The body of a signature sent by a program (签署请求).
private struct SignRequest: Decodable {
    var expectedVersion: Int
    var verdict: Verdict
    var kind: String?
    var reason: String?
    var key: String
}
