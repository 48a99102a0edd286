import Enforcement
import LandGeometry

/// One line of a batch in lists (批次行).
struct BatchRow {
    var id: String
    var short: String
    var url: String
    var fileName: String
    var kind: String
    var origin: String
    var period: String
    var rows: String
    var patches: String
    var refused: String
    var remarks: String
    var hasRefused: Bool
    var stage: String
    var stageName: String
    var received: String
    var created: String
    var attached: String

    init(_ state: BatchState, words: PlanWords) {
        let batch = state.batch
        id = batch.id.text
        short = String(batch.id.text.prefix(12))
        url = SiteURL.batch(batch.id).path
        fileName = batch.fileName
        kind = Catalogue.text("batch-kind." + batch.kind.rawValue, in: words.language)
        origin = words.origin(batch.origin)
        period = batch.period
        rows = Shown.count(batch.rows)
        patches = Shown.count(batch.patches)
        refused = Shown.count(batch.refused)
        remarks = Shown.count(batch.remarks)
        hasRefused = batch.refused > 0
        stage = Catalogue.text("batch-stage." + state.stage.rawValue, in: words.language)
        stageName = state.stage.rawValue
        received = state.receivedAt.text
        created = Shown.count(state.created)
        attached = Shown.count(state.attached)
    }
}

/// A remark as a line (备注行).
struct RemarkRow {
    var place: String
    var effect: String
    var effectName: String
    var rule: String
    var found: String?
    var areas: String?
    var remedy: String?

    init(_ remark: Remark, in language: Language) {
        place = Catalogue.place(of: remark, in: language)
        effect = Catalogue.text("effect." + remark.effect.rawValue, in: language)
        effectName = remark.effect.rawValue
        rule = Catalogue.rule(of: remark, in: language)
        found = remark.found.map { CoordinateWords.named($0, in: language) }
        areas = Catalogue.areas(of: remark, in: language)
        remedy = Catalogue.remedy(of: remark.rule, in: language)
    }
}

/// Remarks of one rule, counted (备注统计).
struct RemarkGroup {
    var rule: String
    var effect: String
    var effectName: String
    var count: String
    var remedy: String?

    init(_ count: RemarkCount, in language: Language) {
        rule = Catalogue.text("rule." + count.rule, in: language)
        effect = Catalogue.text("effect." + count.effect.rawValue, in: language)
        effectName = count.effect.rawValue
        self.count = Shown.count(count.count)
        remedy = Catalogue.remedy(of: count.rule, in: language)
    }
}

/// The page of one batch (批次页).
struct BatchModel {
    var row: BatchRow
    var size: String
    var coordinates: String
    /// What the user named for the reading; nil when nothing.
    var named: String?
    var encoding: String
    var receivedBy: String
    var isReceived: Bool
    var isWithdrawn: Bool
    var isRegistered: Bool
    var mayRegister: Bool
    var mayWithdraw: Bool
    var register: String
    var withdraw: String
    var ledger: String
    var groups: [RemarkGroup]
    var hasRemarks: Bool
    var remarks: [RemarkRow]
    var from: String
    var to: String
    var previous: String?
    var next: String?
    var events: [EventRow]
    var wasKnown: Bool
    var message: String?
}

struct BatchesModel {
    var rows: [BatchRow]
    var isEmpty: Bool
    var mayImport: Bool
    var importURL = SiteURL.importing.path
}
