import Enforcement
import GeoFiles
import LandGeometry

/// The entry page (条目页): everything that is known of one problem, and why.
struct EntryModel {
    var row: EntryRow
    var version: Int
    var alsoTouches: String?
    var division: String?
    var registered: String
    var geometryURL: String
    /// JSON for `entry-map.js`.
    var mapSetup: String?
    var hasNoGround: Bool
    var mapURL: String
    var blocks: [String]
    var hasBlocks: Bool
    var findings: [FindingGroup]
    var hasFindings: Bool
    var proposal: ProposalModel?
    /// What the plan asks; nil where the entry is not unlawful.
    var disposition: DispositionModel?
    var signature: SignatureModel?
    var form: SignForm?
    var patches: [PatchModel]
    var events: [EventRow]
    var message: String?
    var ledgerURL = SiteURL.ledger().path
}

/// Areas within one layer version (一个图层版本的套合面积).
struct FindingGroup {
    struct Line {
        /// The code as the file has it; nil where it is only an inner mark, such as a unit's id.
        var code: String?
        /// What the code stands for; nil for codes without a list, such as project numbers.
        var name: String?
        var area: ShownArea
        var share: String
        /// Ground no feature of the layer covers.
        var isUncovered: Bool
    }
    var title: Said
    var version: String
    var scheme: String?
    var validity: String
    var covered: ShownArea
    var share: String
    var lines: [Line]
    var touches: Bool

    init(_ finding: Finding, of entry: EntryState, version layer: LayerVersion?, words: PlanWords) {
        let language = words.language
        let whole = finding.covered + finding.uncovered
        title = words.layer(finding.layer, title: layer?.title)
        version = layer?.version ?? finding.version.text
        scheme = layer?.codeScheme.map { Catalogue.schemeName($0, in: language) }
        validity = Shown.period(layer?.validFrom, layer?.validTo, in: language)
        covered = ShownArea(finding.covered)
        share = Shown.share(finding.covered.share(of: whole))
        touches = finding.covered > .zero
        var lines = finding.areas.filter { !$0.code.isEmpty }.sorted { $0.area > $1.area }.map {
            Self.line($0, of: whole, in: finding.layer, scheme: layer?.codeScheme, words)
        }
        if finding.uncovered.recorded > .zero {
            lines.append(
                Line(
                    code: nil, name: Catalogue.text("entry.uncovered", in: language), area: ShownArea(finding.uncovered),
                    share: Shown.share(finding.uncovered.share(of: whole)), isUncovered: true))
        }
        self.lines = lines
    }

    /// A part by its class. On the layer of the units the code is a unit, and its title says it.
    private static func line(_ part: ClassArea, of whole: Area, in layer: LayerName, scheme: String?, _ words: PlanWords) -> Line {
        let unit = layer.text == "units" ? words.units[UnitID(part.code)] : nil
        return Line(
            code: unit == nil ? part.code : nil, name: unit ?? Catalogue.className(part.code, scheme: scheme, in: words.language),
            area: ShownArea(part.area), share: Shown.share(part.area.share(of: whole)), isUncovered: false)
    }
}

/// The proposal with its reasons (判定建议).
struct ProposalModel {
    struct Fact {
        var title: Said
        var value: Said
        var name: String
        var isUnknown: Bool
        var area: ShownArea?
        var share: String?
        var source: String
        /// The facts among which the strictest was chosen, with their values.
        var candidates: [Candidate]
        var hasCandidates: Bool
    }
    /// One of several facts of which the strictest counts (从严候选).
    struct Candidate {
        var title: Said
        var value: Said
        var isChosen: Bool
    }
    var verdict: Badge
    var kind: Said?
    var title: Said
    var clause: Said
    var rule: String
    /// The rule on the plan's page; nil where the plan in force has it no more.
    var ruleURL: String?
    var plan: String
    var facts: [Fact]
    var hasFacts: Bool
    var missing: [Said]
    /// Evidence for the verdict itself, or for the file once the verdict stands.
    var missingTitle: String
    var hasMissing: Bool
    var flags: [Said]
    var trace: [TraceLine]
    var hasTrace: Bool
    /// The lawful and the unlawful part, where a rule finds only a part lawful.
    var lawful: ShownArea?
    var unlawful: ShownArea?

    init(_ proposal: Proposal, words: PlanWords) {
        let language = words.language
        verdict = Badge(proposal.verdict, in: language)
        kind = words.said(proposal.kind)
        title = words.said(proposal.title)
        clause = words.said(proposal.clause)
        rule = proposal.rule
        let isThere = proposal.plan == words.plan.id && words.plan.judge.rows.contains { $0.id == proposal.rule }
        ruleURL = isThere ? PlanAnchor.url(["judge", "rows", proposal.rule]) : nil
        plan = proposal.plan + " " + proposal.planVersion
        facts = proposal.facts.map { Self.fact($0, among: proposal.facts, words) }
        hasFacts = !facts.isEmpty
        missing = proposal.missing.map { words.said($0.title) }
        hasMissing = !missing.isEmpty
        missingTitle = Catalogue.text(proposal.verdict == .doubtful ? "entry.missing" : "entry.owed", in: words.language)
        flags = proposal.flags.map { words.flag($0) }
        trace = proposal.trace.map { TraceLine($0, named: words.plan.rule($0.rule), facts: proposal.facts, words: words) }
        hasTrace = !trace.isEmpty
        lawful = proposal.split.map { ShownArea($0.lawful) }
        unlawful = proposal.split.map { ShownArea($0.unlawful) }
    }

    private static func fact(_ fact: FactValue, among all: [FactValue], _ words: PlanWords) -> Fact {
        let candidates = candidates(of: fact, among: all, words)
        return Fact(
            title: fact.name == "category" ? Said(Catalogue.text("column.category", in: words.language)) : words.said(fact.title),
            value: words.value(fact.value, of: fact.name), name: fact.name,
            isUnknown: fact.value == .unknown,
            area: fact.area.map { ShownArea($0) }, share: fact.share.map { Shown.share($0) },
            source: words.source(fact.source), candidates: candidates, hasCandidates: !candidates.isEmpty)
    }

    /// In the order of strictness, as the plan has it.
    private static func candidates(of fact: FactValue, among all: [FactValue], _ words: PlanWords) -> [Candidate] {
        guard case .derived(.strictest(let names))? = words.plan.fact(fact.name)?.source else { return [] }
        return names.compactMap { name in
            all.first { $0.name == name }.map {
                Candidate(title: words.said($0.title), value: words.value($0.value, of: name), isChosen: fact.value == .text(name))
            }
        }
    }
}

/// What was signed (签署).
struct SignatureModel {
    var verdict: Badge
    var kind: Said?
    var overrules: Bool
    var reason: String?
    var officer: String
    /// The proposal has changed since.
    var isOlder: Bool
}

/// The form to sign with (签署单).
struct SignForm {
    var action: String
    var version: Int
    var key: String
    var proposed: String
    var verdicts: [Choice]
    var kind: String
    var reason: String
    var overrules: Bool
    var isAgain: Bool
}

/// A patch behind the entry, as received (来源图斑).
struct PatchModel {
    var number: String
    var batch: String
    var batchURL: String?
    var row: Int
    var match: String?
    var images: String
    var area: ShownArea
    var stated: ShownArea?
    var place: String?
    var attributes: [Attribute]
    var attributeCount: Int
    var remarks: [RemarkRow]
    var hasRemarks: Bool
}
