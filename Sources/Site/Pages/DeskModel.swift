import Enforcement
import LandGeometry

/// The desk (工作台): what the officer owes today.
struct DeskModel {
    struct Tile {
        var badge: Badge
        var count: String
        var area: ShownArea
        var url: String
    }
    struct UnitLine {
        var unit: String
        var count: String
        var area: ShownArea
        var url: String
    }
    struct Waiting {
        var heading: String
        var rows: [EntryRow]
        var more: String
        var total: String
    }

    var greeting: String
    var day: String
    var tiles: [Tile]
    var units: [UnitLine]
    var hasUnits: Bool
    var oldest: [EntryRow]
    var hasOldest: Bool
    var oldestURL: String
    var doubtful: [EntryRow]
    var hasDoubtful: Bool
    var doubtfulURL: String
    var illegal: [EntryRow]
    var hasIllegal: Bool
    var illegalURL: String
    var batches: [BatchRow]
    var hasBatches: Bool
    var events: [EventRow]
    var hasEvents: Bool
    var isTown: Bool
    var seesEntries: Bool
    var signs: Bool
    var imports: Bool
    var importURL = SiteURL.importing.path
    var systemURL = SiteURL.system.path
    var layersURL = SiteURL.layers.path
    var ledgerURL = SiteURL.ledger().path
    var isEmpty: Bool
}
