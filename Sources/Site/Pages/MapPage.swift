import Enforcement
import HTTPTypes
import Hummingbird
import LandGeometry
import NIOCore

/// The map's page (一张图): filter, map, list. Without scripts filter and list still work.
struct MapModel {
    var setup: String
    var action = SiteURL.map.path
    var ledger: String
    var text: String
    var stages: [Choice]
    var verdicts: [Choice]
    var units: [Choice]
    var showsUnits: Bool
    var flags: [Choice]
    var hasFlags: Bool
    var batch: String?
    var batchTitle: String?
    var ground: String?
    var list: MapListModel
    var hasMapFiles: Bool
}

extension Workplace {
    func addMap(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.map.rawValue)) { _, context in try await mapPage(context) }
        router.get(RouterPath(MapPath.Route.list.rawValue)) { _, context in try await mapListFragment(context) }
        router.get(RouterPath(MapPath.Route.panel.rawValue)) { _, context in try await mapPanel(context) }
        router.get(RouterPath(MapPath.Route.find.rawValue)) { _, context in try await mapFind(context) }
        router.get(RouterPath(MapPath.Route.measure.rawValue)) { _, context in try mapMeasure(context) }
        addTiles(to: router)
    }

    private func mapPage(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .readEntries)
        let filter = try await filter(context, besides: ["layers", "entry"])
        let words = try await words(context.language)
        let choices = LedgerChoices(
            filter: filter, words: words, categories: [], flags: try await counts(by: .flag, EntryQuery(), officer))
        let model = MapModel(
            setup: try await mapSetup(in: context.language).json, ledger: SiteURL.ledger(filter.at(page: 1)).path,
            text: filter.query.text ?? "", stages: choices.stages, verdicts: choices.verdicts, units: choices.units,
            showsUnits: Policy.scope(of: officer) == nil, flags: choices.flags, hasFlags: !choices.flags.isEmpty,
            batch: filter.query.batch?.text, batchTitle: try await batchTitle(filter.query.batch, officer),
            ground: filter.query.withoutGround ? LedgerFilter.noGround : nil, list: try await mapList(filter, of: officer, words),
            hasMapFiles: assets.has("vendor/ol.js"))
        return page("map", title: "map.title", model, context, current: .map)
    }

    private func mapMeasure(_ context: SiteContext) throws -> Response {
        _ = try context.officer
        guard let ring = MeasuredRing(context.query["ring"] ?? "") else { throw SiteError.formMustBeWhole(field: "ring") }
        let text = Catalogue.text(
            "map.measured", Shown.decimal(ring.area.mu, places: 2), Shown.decimal(ring.area.squareMetres, places: 1),
            in: context.language)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
