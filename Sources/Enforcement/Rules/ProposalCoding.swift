import LandGeometry

/// The JSON forms of a proposal (判定建议编码): whole, as answers to programs give it, and kept, as a ledger holds it:
/// `{"areas": {"in-farmland": [812.5, 0.31]}, "reasoning": "<digest>"}`.
extension Proposal {
    private enum Name: String, CodingKey {
        case verdict, kind, plan, planVersion, rule, title, clause, facts, missing, flags, trace, split
        case areas, reasoning
    }

    public static func == (a: Proposal, b: Proposal) -> Bool {
        a.verdict == b.verdict && a.kind == b.kind && a.plan == b.plan && a.planVersion == b.planVersion && a.rule == b.rule
            && a.title == b.title && a.clause == b.clause && a.facts == b.facts && a.missing == b.missing && a.flags == b.flags
            && a.trace == b.trace && a.split == b.split
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        guard Reasonings.areKept(by: encoder) else { return try encodeWhole(into: &container) }
        guard let reasoning else {
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: "reasoning not kept"))
        }
        let areas = ProposalAreas(of: self)
        try container.encode(areas.facts, forKey: .areas)
        try container.encode(reasoning, forKey: .reasoning)
        try container.encodeIfPresent(areas.split, forKey: .split)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard let digest = try container.decodeIfPresent(String.self, forKey: .reasoning) else {
            self = try Proposal(whole: container)
            return
        }
        guard let shared = try Reasonings.of(decoder)?.proposal(digest) else {
            throw DecodingError.dataCorruptedError(forKey: .reasoning, in: container, debugDescription: "no reasoning \(digest)")
        }
        let areas = ProposalAreas(
            facts: try container.decode([String: [Double?]].self, forKey: .areas),
            split: try container.decodeIfPresent(LawfulSplit.self, forKey: .split))
        self = areas.joined(to: shared)
        reasoning = digest
    }

    private init(whole container: KeyedDecodingContainer<Name>) throws {
        self.init(
            verdict: try container.decode(Verdict.self, forKey: .verdict), kind: try container.decodeIfPresent(String.self, forKey: .kind),
            plan: try container.decode(String.self, forKey: .plan), planVersion: try container.decode(String.self, forKey: .planVersion),
            rule: try container.decode(String.self, forKey: .rule), title: try container.decode(String.self, forKey: .title),
            clause: try container.decode(String.self, forKey: .clause), facts: try container.decode([FactValue].self, forKey: .facts),
            missing: try container.decode([MissingEvidence].self, forKey: .missing),
            flags: try container.decode([String].self, forKey: .flags), trace: try container.decode([RowTrace].self, forKey: .trace),
            split: try container.decodeIfPresent(LawfulSplit.self, forKey: .split))
    }

    private func encodeWhole(into container: inout KeyedEncodingContainer<Name>) throws {
        try container.encode(verdict, forKey: .verdict)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encode(plan, forKey: .plan)
        try container.encode(planVersion, forKey: .planVersion)
        try container.encode(rule, forKey: .rule)
        try container.encode(title, forKey: .title)
        try container.encode(clause, forKey: .clause)
        try container.encode(facts, forKey: .facts)
        try container.encode(missing, forKey: .missing)
        try container.encode(flags, forKey: .flags)
        try container.encode(trace, forKey: .trace)
        try container.encodeIfPresent(split, forKey: .split)
    }
}
