import Enforcement
import Hummingbird
import LandGeometry

/// The entry chosen on the map (图上选中条目).
struct MapPanelModel {
    var number: String
    var url: String
    var stage: String
    var verdict: String
    var isSigned: Bool
    var area: ShownArea
    var unit: String
    var place: String?
    /// What the rules propose, with its clause.
    var proposal: Said?
    var clause: Said?
    /// West, south, east, north, for the map to go to; nil without ground.
    var box: String?
    var isPoint: Bool
    var hasNoGround: Bool
}

/// A hit of the search field (查找结果).
struct MapHit: Encodable {
    var number: String
    var words: String
}

extension Workplace {
    func mapPanel(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .readEntries)
        let number = EntryNumber(try context.parameter("number"))
        guard let entry = try await store.entry(number), entry.isVisible(to: officer) else { throw SiteError.pageMustExist }
        let ground = try await store.ground(of: number)
        let words = try await words(context.language)
        let box = ground?.box ?? .empty
        let model = MapPanelModel(
            number: number.text, url: SiteURL.entry(number).path,
            stage: Catalogue.text("stage." + entry.stage.rawValue, in: context.language),
            verdict: Catalogue.text("verdict." + (entry.verdict?.rawValue ?? "none"), in: context.language),
            isSigned: entry.signed != nil, area: ShownArea(entry.area), unit: words.unit(entry.place.unit), place: entry.place.words,
            proposal: words.said(entry.proposal?.title),
            clause: words.said(entry.proposal?.clause), box: box.isEmpty ? nil : box.degrees,
            isPoint: ground?.shape == nil && ground?.point != nil, hasNoGround: box.isEmpty)
        return Answers.html(templates.render("map-panel", model, in: context.language))
    }

    /// Entries whose number, source number or place holds the words: ten at most.
    func mapFind(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .readEntries)
        guard let text = context.query["q"], let query = EntryQuery(text: String(text.prefix(100))).held(to: officer) else {
            return try Answers.json([MapHit]())
        }
        let found = try await store.entries(query, offset: 0, limit: 10).entries
        // A number written in full is meant, even when it also begins longer ones.
        let exact = found.filter { $0.number.text == text || $0.sourceNumber == text }
        let hits = exact.count == 1 ? exact : found
        return try Answers.json(hits.map { MapHit(number: $0.number.text, words: $0.place.words ?? $0.sourceNumber ?? "") })
    }
}
