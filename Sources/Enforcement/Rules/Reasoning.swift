import LandGeometry

/// What many proposals share (判定理由): verdict, rule, words, facts with their sources, missing evidence and the trace;
/// everything but the areas of the one entry.
///
/// A quarter's thousand patches have a few dozen reasonings between them. A ledger keeps each once, word for word as it
/// was given, and an event names it by its digest.
public struct Reasoning: Hashable, Sendable {
    /// The proposal without its areas.
    public let shared: Proposal

    public init(of proposal: Proposal) {
        var shared = proposal
        for place in shared.facts.indices {
            shared.facts[place].area = nil
            shared.facts[place].share = nil
        }
        shared.split = nil
        shared.reasoning = nil
        self.shared = shared
    }

    /// Rule, facts and sources tell nearly all apart; the words that follow from them are left to the comparison.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(shared.rule)
        for fact in shared.facts {
            hasher.combine(fact.value)
            hasher.combine(fact.source)
        }
    }
}

/// The areas that one entry's proposal adds to its reasoning (判定面积).
struct ProposalAreas: Equatable, Sendable {
    /// Area in square metres and share of the entry, by name of fact; those without either are left out.
    var facts: [String: [Double?]] = [:]
    var split: LawfulSplit?

    init(of proposal: Proposal) {
        for fact in proposal.facts where fact.area != nil || fact.share != nil {
            facts[fact.name] = [fact.area?.squareMetres, fact.share]
        }
        split = proposal.split
    }

    init(facts: [String: [Double?]], split: LawfulSplit?) {
        self.facts = facts
        self.split = split
    }

    /// The whole proposal again.
    func joined(to shared: Proposal) -> Proposal {
        var proposal = shared
        for place in proposal.facts.indices {
            guard let pair = facts[proposal.facts[place].name], pair.count == 2 else { continue }
            proposal.facts[place].area = pair[0].map { Area(squareMetres: $0) }
            proposal.facts[place].share = pair[1]
        }
        proposal.split = split
        return proposal
    }
}
