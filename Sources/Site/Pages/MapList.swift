import Enforcement
import Hummingbird
import LandGeometry

/// The entries in view as a table (视野内条目): the same as on the map, for keyboards, readers and counting.
struct MapListModel {
    struct Row {
        var number: String
        var url: String
        var stage: Badge
        var verdict: Badge
        var area: ShownArea
    }
    var summary: String
    var isEmpty: Bool
    var rows: [Row]
    /// There are more than tiles hold.
    var isBeyondTiles: Bool
    var previous: Link?
    var next: Link?
    var place: String
    /// Entries the map cannot show, over the whole county.
    var withoutGround: String?
    var groundless: [Row]
    var allGroundless: String

    struct Link {
        var page: Int
        var url: String
    }

    static let pageSize = 20
}

extension Workplace {
    func mapListFragment(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .readEntries)
        let model = try await mapList(try await filter(context), of: officer, try await words(context.language))
        return Answers.html(templates.render("map-list", model, in: context.language))
    }

    func mapList(_ filter: LedgerFilter, of officer: Officer, _ words: PlanWords) async throws -> MapListModel {
        let size = MapListModel.pageSize
        var query = filter.query
        query.box = query.box ?? .china
        let found = try await entries(query, offset: (filter.page - 1) * size, limit: size, of: officer)
        query.box = nil
        query.withoutGround = true
        let groundless = try await entries(query, offset: 0, limit: 10, of: officer)
        let pages = max(1, (found.total + size - 1) / size)
        func link(_ page: Int) -> MapListModel.Link? {
            guard (1...pages).contains(page) else { return nil }
            return MapListModel.Link(page: page, url: SiteURL.map.path + filter.at(page: page).queryString)
        }
        func text(_ key: String, _ values: String...) -> String {
            Catalogue.fill(Catalogue.text(key, in: words.language), with: values)
        }
        return MapListModel(
            summary: text("map.in-view", Shown.count(found.total), Shown.decimal(found.totalArea.mu, places: 2)),
            isEmpty: found.entries.isEmpty, rows: found.entries.map { row($0, words.language) },
            isBeyondTiles: found.total > EntryTile.entryLimit, previous: link(filter.page - 1), next: link(filter.page + 1),
            place: "\(filter.page) / \(pages)",
            withoutGround: groundless.total > 0 ? text("map.without-ground", Shown.count(groundless.total)) : nil,
            groundless: groundless.entries.map { row($0, words.language) },
            allGroundless: SiteURL.ledger(LedgerFilter(query)).path)
    }

    private func entries(_ query: EntryQuery, offset: Int, limit: Int, of officer: Officer) async throws -> EntryPage {
        guard let narrowed = query.held(to: officer) else { return EntryPage(entries: [], total: 0, totalArea: .zero) }
        return try await store.entries(narrowed, offset: offset, limit: limit)
    }

    private func row(_ entry: EntryState, _ language: Language) -> MapListModel.Row {
        MapListModel.Row(
            number: entry.number.text, url: SiteURL.entry(entry.number).path,
            stage: .short(entry.stage, in: language), verdict: Badge(entry.verdict, in: language), area: ShownArea(entry.area))
    }
}
