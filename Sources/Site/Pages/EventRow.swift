import Enforcement
import LandGeometry

/// An event in words, with both its times (事件行).
struct EventRow {
    var sequence: Int
    var subject: String
    var url: String?
    var title: String
    var detail: String
    var officer: String
    var happened: String
    var recorded: String
    /// When it happened lies on another day than its recording.
    var isLate: Bool

    init(_ event: RecordedEvent, words: PlanWords, officers: [OfficerID: String]) {
        let language = words.language
        sequence = event.sequence
        subject = Self.subject(of: event, in: language)
        url = Self.url(of: event.stream)
        title = Catalogue.text("event." + event.event.name, in: language)
        detail = Self.detail(of: event.event, words)
        officer = officers[event.actor] ?? event.actor.text
        happened = event.happened.text
        recorded = event.recorded.text
        isLate = event.happened.day != event.recorded.day
    }

    private static func subject(of event: RecordedEvent, in language: Language) -> String {
        switch event.stream.kind {
        case .entry: event.stream.id
        case .batch: Catalogue.text("stream.batch", in: language) + " " + event.stream.id.prefix(8)
        case .layer: Catalogue.text("stream.layer", in: language) + " " + event.stream.id
        case .plan: Catalogue.text("stream.plan", in: language)
        }
    }

    private static func url(of stream: Stream) -> String? {
        switch stream.kind {
        case .entry: SiteURL.entry(EntryNumber(stream.id)).path
        case .batch: SiteURL.batch(BatchID(stream.id)).path
        case .layer: SiteURL.layers.path
        case .plan: SiteURL.plan.path
        }
    }

    /// What the event says, with its figures.
    static func detail(of event: Event, _ words: PlanWords) -> String {
        let language = words.language
        func say(_ values: String...) -> String {
            Catalogue.fill(Catalogue.text("event.\(event.name).detail", in: language), with: values)
        }
        switch event {
        case .batchReceived(let it):
            let batch = it.batch
            return say(batch.fileName, Shown.count(batch.rows), Shown.count(batch.patches), Shown.count(batch.refused))
        case .batchWithdrawn(let reason), .batchRestored(let reason): return reason
        case .batchRegistered(let it): return say(Shown.count(it.created), Shown.count(it.attached))
        case .layerAdopted(let it): return say(words.layer(it.layer, title: it.title).text, it.version, Shown.count(it.featureCount))
        case .planActivated(let it): return say(words.text(it.title), it.planVersion, it.reason ?? "—")
        case .registered(let it): return say(it.sourceNumber ?? it.patch.shortText, Catalogue.mu(it.area, in: language))
        case .attached(let it): return say(it.sourceNumber ?? it.patch.shortText, match(it.match, language))
        case .overlaid(let it): return say(String(it.findings.count))
        case .verdictProposed(let it): return say(verdict(it.verdict, it.kind, words), words.text(it.title), it.clause)
        case .verdictSigned(let it): return signature(it, words)
        }
    }

    static func match(_ match: GroundMatch, _ language: Language) -> String {
        let words = Catalogue.text("match." + match.kind.rawValue, in: language)
        guard let share = match.shareOfPatch else { return words }
        return words + " " + Shown.share(share)
    }

    static func verdict(_ verdict: Verdict, _ kind: String?, _ words: PlanWords) -> String {
        Catalogue.text("verdict." + verdict.rawValue, in: words.language) + (words.said(kind).map { " · " + $0.text } ?? "")
    }

    private static func signature(_ signed: SignedVerdict, _ words: PlanWords) -> String {
        let verdict = verdict(signed.verdict, signed.kind, words)
        guard signed.overrules else { return Catalogue.text("event.accepted.detail", verdict, in: words.language) }
        return Catalogue.text("event.overruled.detail", verdict, signed.reason ?? "—", in: words.language)
    }
}

extension PatchID {
    /// Eight digits of the batch and the row.
    var shortText: String {
        let parts = text.split(separator: "/")
        return parts.count == 2 ? parts[0].prefix(8) + "/" + parts[1] : String(text.prefix(16))
    }
}
