import Enforcement
import LandGeometry

/// A state with its sign (状态标): the shape and the word tell it, colour only underlines.
struct Badge {
    var name: String
    var text: String

    init(_ stage: EntryState.Stage, in language: Language) {
        name = stage.rawValue
        text = Catalogue.text("stage." + stage.rawValue, in: language)
    }

    /// In few words, for narrow tables.
    static func short(_ stage: EntryState.Stage, in language: Language) -> Badge {
        var badge = Badge(stage, in: language)
        badge.text = Catalogue.text("stage-short." + stage.rawValue, in: language)
        return badge
    }

    init(_ verdict: Verdict?, in language: Language) {
        name = verdict?.rawValue ?? "none"
        text = Catalogue.text("verdict." + name, in: language)
    }
}

/// One line of an entry in lists (条目行).
struct EntryRow {
    var number: String
    var url: String
    var sourceNumber: String?
    var unit: String
    var place: String?
    var category: Said
    var area: ShownArea
    var stage: Badge
    var verdict: Badge
    var isSigned: Bool
    var kind: Said?
    var isProposed: Bool
    var flags: [Said]
    var patches: Int
    var seen: String
    var changed: String
    var missing: [Said]
    var hasMissing: Bool
    /// Whole days since the last change.
    var days: Int

    init(_ entry: EntryState, words: PlanWords, now: Instant) {
        number = entry.number.text
        url = SiteURL.entry(entry.number).path
        sourceNumber = entry.sourceNumber
        unit = words.unit(entry.place.unit)
        place = entry.place.words
        category = words.category(entry.category)
        area = ShownArea(entry.area)
        stage = Badge(entry.stage, in: words.language)
        verdict = Badge(entry.verdict, in: words.language)
        isSigned = entry.signed != nil
        kind = words.said(entry.signed.map { $0.kind } ?? entry.proposal?.kind)
        isProposed = entry.signed == nil && entry.proposal != nil
        flags = (entry.proposal?.flags ?? []).map { words.flag($0) }
        patches = 1 + entry.attached.count
        seen = entry.seen?.text ?? "—"
        changed = entry.changedAt.day.text
        missing = (entry.proposal?.missing ?? []).map { words.said($0.title) }
        hasMissing = !missing.isEmpty
        days = max(0, now.day.number - entry.changedAt.day.number)
    }
}
