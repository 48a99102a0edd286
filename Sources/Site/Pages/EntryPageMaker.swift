import Casework
import Enforcement
import GeoFiles
import LandGeometry

/// Gathers what the entry page shows (条目页编制).
struct EntryPageMaker {
    let workplace: Workplace
    let context: SiteContext
    let entry: EntryState

    private var language: Language { context.language }

    func model(refusal: (any Error)?) async throws -> EntryModel {
        let officer = try context.officer
        let words = try await workplace.words(language)
        let officers = try await workplace.officerTitles()
        let ground = try await workplace.store.ground(of: entry.number)
        let findings = try await findings(words)
        let blocks = blocks(words)
        return EntryModel(
            row: EntryRow(entry, words: words, now: workplace.casework.clock.now()), version: entry.version,
            alsoTouches: list(entry.place.alsoTouches.map { words.unit($0) }), division: entry.place.division,
            registered: entry.registeredAt.text, geometryURL: SiteURL.api(.geometry(entry.number)).path,
            mapSetup: try await mapSetup(ground), hasNoGround: ground?.box.isEmpty ?? true,
            mapURL: SiteURL.map.path + "?entry=" + PercentCoding.encode(entry.number.text), blocks: blocks, hasBlocks: !blocks.isEmpty,
            findings: findings, hasFindings: !findings.isEmpty, proposal: entry.proposal.map { ProposalModel($0, words: words) },
            disposition: try await disposition(words), signature: signature(officers, words), form: form(for: officer, words),
            patches: try await patches(officer),
            events: try await events(officer, words, officers),
            message: refusal.map { Catalogue.message(for: $0, in: language) })
    }

    /// Nil for an entry without ground. The map opens on the ground with a margin round it.
    private func mapSetup(_ ground: EntryGround?) async throws -> String? {
        guard let box = ground?.box, !box.isEmpty, workplace.assets.has("vendor/ol.js") else { return nil }
        var setup = try await workplace.mapSetup(over: box.widened(by: 0.001), in: language)
        setup.entry = entry.number.text
        // The survey covers everything and would only tint the ground: it is left for the reader to switch on.
        setup.touched = entry.findings.filter { $0.covered > .zero && $0.layer != LayerName("survey") }.map(\.version.text)
        return setup.json
    }

    private func findings(_ words: PlanWords) async throws -> [FindingGroup] {
        guard !entry.findings.isEmpty else { return [] }
        let versions = try await workplace.store.layerVersions()
        return entry.findings.map { finding in
            FindingGroup(finding, of: entry, version: versions.first { $0.id == finding.version }, words: words)
        }
    }

    private func disposition(_ words: PlanWords) async throws -> DispositionModel? {
        let today = workplace.casework.clock.now().day
        return try await workplace.casework.disposition(of: entry).map { DispositionModel($0, today: today, words: words) }
    }

    private func signature(_ officers: [OfficerID: String], _ words: PlanWords) -> SignatureModel? {
        guard let signed = entry.signed else { return nil }
        return SignatureModel(
            verdict: Badge(signed.verdict, in: language), kind: words.said(signed.kind), overrules: signed.overrules, reason: signed.reason,
            officer: entry.signedBy.map { officers[$0] ?? $0.text } ?? "—",
            isOlder: signed.proposalVersion != entry.proposalVersion)
    }

    /// What was typed stays in the form when it comes back.
    private func form(for officer: Officer, _ words: PlanWords) -> SignForm? {
        guard Policy.allows(officer, .signVerdict), let proposal = entry.proposal else { return nil }
        let chosen = context.form["verdict"].flatMap(Verdict.init)
        return SignForm(
            action: SiteURL.sign(entry.number).path, version: entry.version, key: RandomToken.make(),
            proposed: EventRow.verdict(proposal.verdict, proposal.kind, words),
            verdicts: Verdict.allCases.map {
                Choice(value: $0.rawValue, text: Catalogue.text("verdict." + $0.rawValue, in: language), isChosen: $0 == chosen)
            },
            kind: context.form["kind"] ?? "", reason: context.form["reason"] ?? "", overrules: context.form["decision"] == "overrule",
            isAgain: entry.signed != nil)
    }

    private func patches(_ officer: Officer) async throws -> [PatchModel] {
        var models: [PatchModel] = []
        if let first = try await patch(entry.patch, match: nil, officer) { models.append(first) }
        for attached in entry.attached {
            if let model = try await patch(attached.patch, match: attached.match, officer) { models.append(model) }
        }
        return models
    }

    private func patch(_ id: PatchID, match: GroundMatch?, _ officer: Officer) async throws -> PatchModel? {
        guard let patch = try await workplace.store.patch(id) else { return nil }
        let batch = try await workplace.store.batch(patch.batch)
        let remarks = try await workplace.store.remarks(of: patch.batch, row: patch.row).map { RemarkRow($0, in: language) }
        return PatchModel(
            number: patch.sourceNumber ?? "—", batch: batch?.batch.fileName ?? String(patch.batch.text.prefix(8)),
            batchURL: Policy.allows(officer, .registerBatch) ? SiteURL.batch(patch.batch).path : nil, row: patch.row,
            match: match.map { EventRow.match($0, language) }, images: Shown.period(patch.before, patch.after, in: language),
            area: ShownArea(patch.area), stated: patch.statedArea.map { ShownArea($0) }, place: patch.placeWords,
            attributes: patch.attributes, attributeCount: patch.attributes.count, remarks: remarks, hasRemarks: !remarks.isEmpty)
    }

    private func events(_ officer: Officer, _ words: PlanWords, _ officers: [OfficerID: String]) async throws -> [EventRow] {
        guard Policy.allows(officer, .readHistory) else { return [] }
        return try await workplace.store.history(of: .entry(entry.number)).reversed().map {
            EventRow($0, words: words, officers: officers)
        }
    }

    /// What stands between the entry and its end, as far as this program knows today.
    private func blocks(_ words: PlanWords) -> [String] {
        var blocks: [String] = []
        switch entry.stage {
        case .registered: blocks.append(text("entry.block.overlay"))
        case .proposed: blocks.append(text("entry.block.sign"))
        case .judged: blocks.append(text("entry.block.rectify"))
        case .doubtful: blocks.append(text("entry.block.evidence"))
        case .closed: break
        }
        if entry.stage == .proposed || entry.stage == .doubtful {
            blocks += (entry.proposal?.missing ?? []).map { Catalogue.text("entry.block.missing", words.text($0.title), in: language) }
        }
        if let others = list(entry.place.alsoTouches.map { words.unit($0) }), entry.stage != .closed {
            blocks.append(Catalogue.text("entry.block.owner", others, in: language))
        }
        return blocks
    }

    private func list(_ items: [String]) -> String? {
        items.isEmpty ? nil : items.joined(separator: language == .zh ? "、" : ", ")
    }

    private func text(_ key: String) -> String { Catalogue.text(key, in: language) }
}

extension BoundingBox {
    fileprivate func widened(by degrees: Double) -> BoundingBox {
        BoundingBox(west: west - degrees, south: south - degrees, east: east + degrees, north: north + degrees)
    }
}
