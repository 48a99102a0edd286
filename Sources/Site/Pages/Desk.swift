import Casework
import Enforcement
import Hummingbird
import LandGeometry

extension Workplace {
    func addDesk(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.desk.rawValue)) { _, context in
            let model = try await desk(of: try context.officer, in: context.language)
            return page("desk", title: "desk.title", model, context, current: .desk)
        }
    }

    private func desk(of officer: Officer, in language: Language) async throws -> DeskModel {
        let words = try await words(language)
        let stages = try await counts(by: .stage, EntryQuery(), officer)
        let units = try await counts(by: .unit, EntryQuery(stages: [.proposed]), officer)
        let isTown = Policy.scope(of: officer) != nil
        let oldest = try await rows(EntryQuery(stages: [.proposed], order: .changed), officer, words)
        let doubtful = try await rows(EntryQuery(stages: [.doubtful], order: .changed), officer, words)
        let illegal = isTown ? try await rows(EntryQuery(stages: [.judged], order: .area, descending: true), officer, words) : []
        let batches = try await waitingBatches(officer, words)
        let events = try await recentEvents(officer, words)
        return DeskModel(
            greeting: officer.title, day: casework.clock.now().day.text, tiles: tiles(stages, language), units: unitLines(units, words),
            hasUnits: !units.isEmpty && !isTown, oldest: oldest, hasOldest: !oldest.isEmpty, oldestURL: link([.proposed]),
            doubtful: doubtful, hasDoubtful: !doubtful.isEmpty, doubtfulURL: link([.doubtful]), illegal: illegal,
            hasIllegal: !illegal.isEmpty, illegalURL: link([.judged]), batches: batches, hasBatches: !batches.isEmpty, events: events,
            hasEvents: !events.isEmpty, isTown: isTown, seesEntries: Policy.allows(officer, .readEntries),
            signs: Policy.allows(officer, .signVerdict), imports: Policy.allows(officer, .importBatch),
            isEmpty: stages.allSatisfy { $0.count == 0 } && batches.isEmpty)
    }

    /// Counts within what the officer may see.
    func counts(by grouping: EntryGrouping, _ query: EntryQuery, _ officer: Officer) async throws -> [EntryCount] {
        guard let narrowed = query.held(to: officer) else { return [] }
        return try await countCache.counts(narrowed, by: grouping, in: store)
    }

    private func rows(_ query: EntryQuery, _ officer: Officer, _ words: PlanWords) async throws -> [EntryRow] {
        guard let narrowed = query.held(to: officer) else { return [] }
        let now = casework.clock.now()
        return try await store.entries(narrowed, offset: 0, limit: 6).entries.map { EntryRow($0, words: words, now: now) }
    }

    private func tiles(_ counts: [EntryCount], _ language: Language) -> [DeskModel.Tile] {
        EntryState.Stage.allCases.map { stage in
            let count = counts.first { $0.group == stage.rawValue }
            return DeskModel.Tile(
                badge: Badge(stage, in: language), count: Shown.count(count?.count ?? 0), area: ShownArea(count?.area ?? .zero),
                url: link([stage]))
        }
    }

    private func unitLines(_ counts: [EntryCount], _ words: PlanWords) -> [DeskModel.UnitLine] {
        counts.sorted { $0.count > $1.count }.prefix(12).map { count in
            let unit = count.group.isEmpty ? nil : UnitID(count.group)
            let query = EntryQuery(stages: [.proposed], units: Set([unit].compactMap { $0 }), withoutUnit: unit == nil)
            return DeskModel.UnitLine(
                unit: words.unit(unit), count: Shown.count(count.count), area: ShownArea(count.area),
                url: SiteURL.ledger(LedgerFilter(query)).path)
        }
    }

    private func link(_ stages: Set<EntryState.Stage>) -> String {
        SiteURL.ledger(LedgerFilter(EntryQuery(stages: stages, order: .changed))).path
    }

    private func waitingBatches(_ officer: Officer, _ words: PlanWords) async throws -> [BatchRow] {
        guard Policy.allows(officer, .registerBatch) else { return [] }
        return try await store.batches().filter { $0.stage == .received }.prefix(6).map { BatchRow($0, words: words) }
    }

    /// The end of the log; of his own entries only for a town officer.
    private func recentEvents(_ officer: Officer, _ words: PlanWords) async throws -> [EventRow] {
        guard Policy.allows(officer, .readHistory) else { return [] }
        let titles = try await officerTitles()
        if Policy.scope(of: officer) == nil {
            let head = try await store.head()
            let events = try await store.events(after: max(0, head.size - 10), limit: 10)
            return events.reversed().map { EventRow($0, words: words, officers: titles) }
        }
        guard let query = EntryQuery(order: .changed, descending: true).held(to: officer) else { return [] }
        var events: [RecordedEvent] = []
        for entry in try await store.entries(query, offset: 0, limit: 5).entries {
            events += try await store.history(of: .entry(entry.number)).suffix(2)
        }
        return events.sorted { $0.sequence > $1.sequence }.prefix(10).map { EventRow($0, words: words, officers: titles) }
    }

    func officerTitles() async throws -> [OfficerID: String] {
        Dictionary(try await store.officers().map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }
}
