import Enforcement

/// A choice in a list (选项).
struct Choice {
    var value: String
    var text: String
    var isChosen: Bool
}

/// A column heading that sorts (可排序列).
struct SortHeading {
    var text: String
    var url: String
    /// `ascending`, `descending` or `none`, for `aria-sort`.
    var state: String
    var isNumber: Bool

    init(_ order: EntryQuery.Order, _ key: String, _ filter: LedgerFilter, _ language: Language) {
        text = Catalogue.text(key, in: language)
        url = SiteURL.ledger(filter.sorted(by: order)).path
        state = filter.query.order == order ? (filter.query.descending ? "descending" : "ascending") : "none"
        isNumber = order == .area
    }
}

/// The ledger (一本账): what matches, page by page.
struct LedgerModel {
    var action = SiteURL.ledger().path
    var clear = SiteURL.ledger().path
    var text: String
    var stages: [Choice]
    var verdicts: [Choice]
    var units: [Choice]
    var showsUnits: Bool
    var categories: [Choice]
    var hasCategories: Bool
    var flags: [Choice]
    var hasFlags: Bool
    var batch: String?
    var batchTitle: String?
    var box: String?
    /// Set while only entries without ground are asked for.
    var ground: String?
    var sort: String?
    var descending: Bool
    var byNumber: SortHeading
    var byUnit: SortHeading
    var byArea: SortHeading
    var byChanged: SortHeading
    var rows: [EntryRow]
    var isEmpty: Bool
    var isNarrowed: Bool
    var imports: Bool
    var importURL = SiteURL.importing.path
    var total: String
    var totalArea: ShownArea
    var from: String
    var to: String
    var page: Int
    var pages: Int
    var first: String?
    var previous: String?
    var next: String?
    var last: String?
    var exports: Bool
    var exportAction = SiteURL.Route.export.rawValue
    var formats: [Choice]
    /// The filter again, for the export form.
    var hidden: [FormFields.Pair]
    var map: String
}
