import Enforcement
import LandGeometry

/// Entries for programs (条目应答): areas in square metres, days as ISO text, codes as they stand in the ledger.
struct EntryAnswer: Encodable {
    var number: String
    var version: Int
    var stage: String
    var verdict: String?
    var kind: String?
    var signed: Bool
    var category: String
    var unit: String?
    var place: String?
    var sourceNumber: String?
    var areaSquareMetres: Double
    var areaMu: Double
    var seen: String?
    var patches: Int
    var flags: [String]
    var registered: String
    var changed: String
    var url: String

    init(_ entry: EntryState) {
        number = entry.number.text
        version = entry.version
        stage = entry.stage.rawValue
        verdict = entry.verdict?.rawValue
        kind = entry.signed?.kind ?? entry.proposal?.kind
        signed = entry.signed != nil
        category = entry.category
        unit = entry.place.unit?.text
        place = entry.place.words
        sourceNumber = entry.sourceNumber
        areaSquareMetres = entry.area.recorded.squareMetres
        areaMu = (entry.area.mu * 100).rounded(.toNearestOrAwayFromZero) / 100
        seen = entry.seen?.text
        patches = 1 + entry.attached.count
        flags = entry.proposal?.flags ?? []
        registered = entry.registeredAt.text
        changed = entry.changedAt.text
        url = SiteURL.entry(entry.number).path
    }
}

/// One page of entries for programs (条目列表应答).
struct EntriesAnswer: Encodable {
    var total: Int
    var totalSquareMetres: Double
    var page: Int
    var pageSize: Int
    var next: String?
    var entries: [EntryAnswer]

    init(_ found: EntryPage, _ filter: LedgerFilter) {
        total = found.total
        totalSquareMetres = found.totalArea.recorded.squareMetres
        page = filter.page
        pageSize = LedgerFilter.pageSize
        entries = found.entries.map { EntryAnswer($0) }
        let hasMore = filter.offset + found.entries.count < found.total && !found.entries.isEmpty
        next = hasMore ? SiteURL.api(.entries(filter.at(page: filter.page + 1))).path : nil
    }
}

/// Everything about one entry for programs (条目详情应答).
struct EntryDetailAnswer: Encodable {
    var entry: EntryAnswer
    var findings: [Finding]
    var proposal: Proposal?
    var signature: SignedVerdict?
    var attached: [Attached]
    var history: [EventAnswer]
}

/// An event for programs (事件应答).
struct EventAnswer: Encodable {
    var sequence: Int
    var version: Int
    var name: String
    var event: Event
    var actor: String
    var happened: String
    var recorded: String

    init(_ it: RecordedEvent) {
        sequence = it.sequence
        version = it.version
        name = it.event.name
        event = it.event
        actor = it.actor.text
        happened = it.happened.text
        recorded = it.recorded.text
    }
}

/// Counts by group (统计应答).
struct CountAnswer: Encodable {
    var group: String
    var count: Int
    var squareMetres: Double
}
