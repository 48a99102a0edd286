import LandGeometry

/// What two plans would say of the same entries on the same day (方案试算). Nothing is written anywhere.
public struct PlanComparison: Sendable, Equatable, Encodable {
    /// What a plan says of one entry (试算结论).
    public struct Outcome: Sendable, Hashable, Encodable {
        public var verdict: Verdict
        public var kind: String?
        public var category: String?
        /// Titles of the routes; empty where the entry is not unlawful, or the route is open.
        public var routes: [String]
        /// Evidence without which the route stays open.
        public var open: [String]

        /// Whether both say the same of the entry; what a plan calls its category is no difference.
        func agrees(with other: Outcome) -> Bool {
            verdict == other.verdict && kind == other.kind && routes == other.routes && open.isEmpty == other.open.isEmpty
        }

        /// `违法·未报即用 → 拆除`.
        public var words: String {
            let head = verdict.gloss.zh + (kind.map { $0 == verdict.gloss.zh ? "" : "·\($0)" } ?? "") + (category.map { "（\($0)）" } ?? "")
            if !routes.isEmpty { return head + " → " + routes.joined(separator: "、") }
            return open.isEmpty ? head : head + " → 待定"
        }
    }
    /// One entry of which they say different things.
    public struct Item: Sendable, Equatable, Encodable {
        public var number: EntryNumber
        public var area: Area
        public var before: Outcome
        public var after: Outcome
    }
    /// All entries that go from one outcome to another (变化汇总).
    public struct Move: Sendable, Equatable, Encodable {
        public var before: Outcome
        public var after: Outcome
        public var count: Int
        public var area: Area
    }
    public let day: Day
    public let before: String
    public let after: String
    /// Entries looked at, and their area.
    public let compared: Int
    public let area: Area
    public let items: [Item]

    /// Entries and what the rules may know of them, in order.
    public init(of things: [(number: EntryNumber, thing: JudgedThing)], under old: Plan, and new: Plan, on day: Day) {
        self.day = day
        before = "\(old.id) \(old.version)"
        after = "\(new.id) \(new.version)"
        compared = things.count
        area = things.reduce(Area.zero) { $0 + $1.thing.area }
        var (first, second) = (OutcomeBench(old), OutcomeBench(new))
        items = things.compactMap { number, thing in
            let (a, b) = (first.outcome(of: thing), second.outcome(of: thing))
            return a.agrees(with: b) ? nil : Item(number: number, area: thing.area, before: a, after: b)
        }
    }

    /// Differences added up, the largest area first.
    public var moves: [Move] {
        var places: [[Outcome]: Int] = [:]
        var moves: [Move] = []
        for item in items {
            if let place = places[[item.before, item.after]] {
                moves[place].count += 1
                moves[place].area += item.area
            } else {
                places[[item.before, item.after]] = moves.count
                moves.append(Move(before: item.before, after: item.after, count: 1, area: item.area))
            }
        }
        return moves.sorted { ($0.area, $0.count) > ($1.area, $1.count) }
    }
}

/// Works out what one plan says of many entries (试算台): the proposal, the category, and the disposition that follows.
/// A value, for one thread.
public struct OutcomeBench: Sendable {
    /// What the plan says of one entry (试算结论).
    public struct Ruling: Sendable {
        public var proposal: Proposal
        public var category: String?
        /// Titles of the routes; empty where the entry is not unlawful, or the route is open.
        public var routes: [String]
        /// Evidence without which the route stays open.
        public var open: [String]
        /// Dates by which the targets ask for it, as far as they surely cover it.
        public var dues: [String]
    }
    private let plan: Plan
    private var bench: JudgingBench
    private let partitions: [String: FactPartition]

    public init(_ plan: Plan) {
        self.plan = plan
        bench = JudgingBench(plan)
        partitions = Dictionary(plan.categories.map { ($0.id, plan.partition(of: $0)) }) { first, _ in first }
    }

    /// - Parameter signed: the verdict a person has signed, from which the disposition then follows.
    public mutating func rule(_ given: JudgedThing, signed: Verdict? = nil) -> Ruling {
        var thing = given
        // A category of another plan says nothing here: the plan's own scopes decide.
        if !plan.categories.contains(where: { $0.id == given.category }) { thing.category = nil }
        let proposal = bench.propose(for: thing)
        let category = plan.categories.first { $0.id == thing.category } ?? Judge.category(of: thing, under: plan)
        var ruling = Ruling(proposal: proposal, category: category?.title, routes: [], open: [], dues: [])
        guard (signed ?? proposal.verdict) == .illegal, let asked = Judge.disposition(of: thing, under: plan, partitions) else {
            return ruling
        }
        ruling.routes = asked.routes.map(\.title)
        ruling.open = asked.routes.isEmpty ? asked.proposal?.missing.map(\.title) ?? [] : []
        ruling.dues = asked.dues.filter(\.isCertain).flatMap { due in
            due.target.stages.map { "\($0.day?.text ?? $0.due.text) \(plan.asks($0, of: due.target))" }
        }
        return ruling
    }

    mutating func outcome(of thing: JudgedThing) -> PlanComparison.Outcome {
        let it = rule(thing)
        return PlanComparison.Outcome(
            verdict: it.proposal.verdict, kind: it.proposal.kind, category: it.category, routes: it.routes, open: it.open)
    }
}
