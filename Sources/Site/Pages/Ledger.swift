import Casework
import Enforcement
import GeoFiles
import Hummingbird
import LandGeometry

extension Workplace {
    func addLedger(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.ledger.rawValue)) { _, context in
            let officer = try context.officer(with: .readEntries)
            let model = try await ledger(try await filter(context), of: officer, in: context.language)
            return page("ledger", title: "ledger.title", model, context, current: .ledger)
        }
        router.get(RouterPath(SiteURL.Route.export.rawValue)) { _, context in try await export(context) }
    }

    /// Entries of one page, within what the officer may see.
    func entries(_ filter: LedgerFilter, of officer: Officer) async throws -> EntryPage {
        guard let query = filter.query.held(to: officer) else { return EntryPage(entries: [], total: 0, totalArea: .zero) }
        return try await store.entries(query, offset: filter.offset, limit: LedgerFilter.pageSize)
    }

    private func ledger(_ asked: LedgerFilter, of officer: Officer, in language: Language) async throws -> LedgerModel {
        let words = try await words(language)
        var filter = asked
        var found = try await entries(filter, of: officer)
        let pages = max(1, (found.total + LedgerFilter.pageSize - 1) / LedgerFilter.pageSize)
        if filter.page > pages {
            filter.page = pages
            found = try await entries(filter, of: officer)
        }
        let choices = LedgerChoices(
            filter: filter, words: words, categories: try await counts(by: .category, EntryQuery(), officer),
            flags: try await counts(by: .flag, EntryQuery(), officer))
        let now = casework.clock.now()
        func link(_ page: Int, when holds: Bool) -> String? { holds ? SiteURL.ledger(filter.at(page: page)).path : nil }
        return LedgerModel(
            text: filter.query.text ?? "", stages: choices.stages, verdicts: choices.verdicts, units: choices.units,
            showsUnits: Policy.scope(of: officer) == nil, categories: choices.categories, hasCategories: !choices.categories.isEmpty,
            flags: choices.flags, hasFlags: !choices.flags.isEmpty, batch: filter.query.batch?.text,
            batchTitle: try await batchTitle(filter.query.batch, officer), box: filter.query.box?.degrees,
            ground: filter.query.withoutGround ? LedgerFilter.noGround : nil,
            sort: filter.query.order == .number ? nil : filter.query.order.rawValue, descending: filter.query.descending,
            byNumber: SortHeading(.number, "column.number", filter, language), byUnit: SortHeading(.unit, "column.unit", filter, language),
            byArea: SortHeading(.area, "column.area-mu", filter, language),
            byChanged: SortHeading(.changed, "column.changed", filter, language),
            rows: found.entries.map { EntryRow($0, words: words, now: now) }, isEmpty: found.entries.isEmpty,
            isNarrowed: filter.isNarrowed, imports: Policy.allows(officer, .importBatch), total: Shown.count(found.total),
            totalArea: ShownArea(found.totalArea), from: Shown.count(found.total == 0 ? 0 : filter.offset + 1),
            to: Shown.count(filter.offset + found.entries.count), page: filter.page, pages: pages, first: link(1, when: filter.page > 1),
            previous: link(filter.page - 1, when: filter.page > 1), next: link(filter.page + 1, when: filter.page < pages),
            last: link(pages, when: filter.page < pages), exports: Policy.allows(officer, .exportLedger), formats: choices.formats,
            hidden: filter.at(page: 1).fields.pairs, map: SiteURL.map.path + filter.at(page: 1).queryString)
    }

    func batchTitle(_ id: BatchID?, _ officer: Officer) async throws -> String? {
        guard let id else { return nil }
        guard Policy.scope(of: officer) == nil, let state = try await store.batch(id) else { return String(id.text.prefix(8)) }
        return state.batch.fileName
    }
}

/// The choices of the filter form (筛选项).
struct LedgerChoices {
    var filter: LedgerFilter
    var words: PlanWords
    var categories: [Choice]
    var flags: [Choice]

    init(filter: LedgerFilter, words: PlanWords, categories: [EntryCount], flags: [EntryCount]) {
        self.filter = filter
        self.words = words
        self.categories = Self.choices(
            categories.map { ($0.group, words.category($0.group).text) }, chosen: filter.query.categories, in: words.language)
        self.flags = Self.choices(flags.map { ($0.group, words.flag($0.group).text) }, chosen: filter.query.flags, in: words.language)
    }

    var stages: [Choice] {
        Self.choices(
            EntryState.Stage.allCases.map { ($0.rawValue, text("stage." + $0.rawValue)) }, chosen: Set(filter.query.stages.map(\.rawValue)),
            in: words.language)
    }

    var verdicts: [Choice] {
        Self.choices(
            Verdict.allCases.map { ($0.rawValue, text("verdict." + $0.rawValue)) }, chosen: Set(filter.query.verdicts.map(\.rawValue)),
            in: words.language)
    }

    var units: [Choice] {
        Self.choices(
            words.units.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 } + [(LedgerFilter.noUnit, words.unit(nil))],
            chosen: Set(filter.query.units.map(\.text) + (filter.query.withoutUnit ? [LedgerFilter.noUnit] : [])), in: words.language)
    }

    var formats: [Choice] {
        ExportFormat.allCases.map { Choice(value: $0.rawValue, text: text("format." + $0.rawValue), isChosen: $0 == .xlsx) }
    }

    /// Several chosen at once, as a link may ask, stand first as one choice of their own.
    private static func choices(_ all: [(String, String)], chosen: Set<String>, in language: Language) -> [Choice] {
        let single = all.map { Choice(value: $0.0, text: $0.1, isChosen: chosen == [$0.0]) }
        let isKnown = chosen.count == 1 && all.contains { chosen.contains($0.0) }
        guard !chosen.isEmpty, !isKnown else { return single }
        let titles = chosen.sorted().map { value in all.first { $0.0 == value }?.1 ?? value }
        let several = Choice(
            value: chosen.sorted().joined(separator: ","), text: titles.joined(separator: language == .zh ? "、" : ", "), isChosen: true)
        return [several] + single
    }

    private func text(_ key: String) -> String { Catalogue.text(key, in: words.language) }
}
