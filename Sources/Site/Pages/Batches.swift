import Casework
import Enforcement
import HTTPTypes
import Hummingbird

extension Workplace {
    static let remarkPageSize = 100

    func addBatches(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.batches.rawValue)) { _, context in
            let officer = try readerOfBatches(context)
            let words = try await words(context.language)
            let rows = try await store.batches().map { BatchRow($0, words: words) }
            let model = BatchesModel(rows: rows, isEmpty: rows.isEmpty, mayImport: Policy.allows(officer, .importBatch))
            return page("batches", title: "batches.title", model, context, current: .batches)
        }
        router.get(RouterPath(SiteURL.Route.batch.rawValue)) { _, context in
            try await batchPage(try await batch(context), context)
        }
        router.post(RouterPath(SiteURL.Route.register.rawValue)) { _, context in
            let job = try await beginRegistration(context)
            return Answers.seeOther(.job(job.id))
        }
        router.post(RouterPath(SiteURL.Route.withdraw.rawValue)) { _, context in try await withdraw(context) }
    }

    /// Batches are read by those who read the whole county.
    func readerOfBatches(_ context: SiteContext) throws -> Officer {
        let officer = try context.officer(with: .readEntries)
        guard Policy.scope(of: officer) == nil else { throw SiteError.pageMustExist }
        return officer
    }

    func batch(_ context: SiteContext) async throws -> BatchState {
        _ = try readerOfBatches(context)
        guard let state = try await store.batch(BatchID(try context.parameter("batch"))) else { throw SiteError.pageMustExist }
        return state
    }

    func beginRegistration(_ context: SiteContext) async throws -> Job {
        let officer = try context.officer(with: .registerBatch)
        let id = try await batch(context).batch.id
        return try await jobs.begin("job.register", owner: officer.id) { [casework] progress in
            let outcome = try await casework.registerBatch(id, by: officer, progress: progress)
            return .registered(id, created: outcome.created.count, attached: outcome.attached.count)
        }
    }

    private func withdraw(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .importBatch)
        let state = try await batch(context)
        do {
            try await casework.withdrawBatch(state.batch.id, reason: context.form["reason"] ?? "", by: officer)
            return Answers.seeOther(.batch(state.batch.id))
        } catch let error as CaseworkError {
            return try await batchPage(try await batch(context), context, refusal: error)
        }
    }

    private func batchPage(_ state: BatchState, _ context: SiteContext, refusal: CaseworkError? = nil) async throws -> Response {
        let model = try await batchModel(state, context, refusal)
        return page(
            "batch", title: "batch.title", titleValue: state.batch.fileName, model, context, current: .batches,
            status: refusal.map { Status.of($0) } ?? .ok)
    }

    private func batchModel(_ state: BatchState, _ context: SiteContext, _ refusal: CaseworkError?) async throws -> BatchModel {
        let officer = try context.officer
        let language = context.language
        let words = try await words(language)
        let officers = try await officerTitles()
        let id = state.batch.id
        let offset = try context.query.place("from") ?? 0
        let remarks = try await store.remarks(of: id, offset: offset, limit: Self.remarkPageSize)
        func link(_ from: Int) -> String { SiteURL.batch(id).path + "?from=\(max(0, from))#remarks" }
        return BatchModel(
            row: BatchRow(state, words: words), size: Shown.bytes(state.batch.byteCount),
            coordinates: CoordinateWords.reading(state.batch.coordinates, in: language),
            named: state.batch.named.isEmpty ? nil : state.batch.named,
            encoding: CoordinateWords.reading(state.batch.encoding, of: "encoding", in: language),
            receivedBy: officers[state.receivedBy] ?? state.receivedBy.text,
            isReceived: state.stage == .received, isWithdrawn: state.stage == .withdrawn, isRegistered: state.stage == .registered,
            mayRegister: state.stage == .received && Policy.allows(officer, .registerBatch),
            mayWithdraw: state.stage == .received && Policy.allows(officer, .importBatch), register: SiteURL.register(id).path,
            withdraw: SiteURL.withdraw(id).path, ledger: SiteURL.ledger(LedgerFilter(EntryQuery(batch: id))).path,
            groups: try await store.remarkCounts(of: id).map { RemarkGroup($0, in: language) }, hasRemarks: state.batch.remarks > 0,
            remarks: remarks.map { RemarkRow($0, in: language) }, from: Shown.count(remarks.isEmpty ? 0 : offset + 1),
            to: Shown.count(offset + remarks.count), previous: offset > 0 ? link(offset - Self.remarkPageSize) : nil,
            next: offset + remarks.count < state.batch.remarks ? link(offset + Self.remarkPageSize) : nil,
            events: try await store.history(of: .batch(id)).reversed().map { EventRow($0, words: words, officers: officers) },
            wasKnown: context.query["known"] == "1", message: refusal.map { Catalogue.message(for: $0, in: language) })
    }
}
