import Enforcement
import LandGeometry

/// What judging anew would change (重判预演), before anything changes.
public struct Reassessment: Codable, Equatable, Sendable {
    /// How an entry stands by a proposal (判定情况).
    public struct Standing: Codable, Hashable, Sendable {
        public var verdict: Verdict?
        public var kind: String?
        public var rule: String?
        /// Thresholds and marks of the plan that hold.
        public var flags: [String]
        /// Titles of the dispositions that follow, where a plan is on trial; empty where none follows or it is open.
        public var routes: [String] = []
        /// Evidence without which the disposition stays open.
        public var open: [String] = []
        /// Dates by which the plan's targets ask for it.
        public var dues: [String] = []

        public init(verdict: Verdict?, kind: String?, rule: String?, flags: [String]) {
            self.verdict = verdict
            self.kind = kind
            self.rule = rule
            self.flags = flags
        }

        init(_ proposal: Proposal?) {
            self.init(verdict: proposal?.verdict, kind: proposal?.kind, rule: proposal?.rule, flags: proposal?.flags ?? [])
        }
    }

    /// An entry that would stand otherwise (变动条目).
    public struct Change: Codable, Equatable, Sendable {
        public var entry: EntryNumber
        public var unit: UnitID?
        public var area: Area
        /// A signature stands under the old proposal: shown to an officer, never changed by judging anew.
        public var isSigned: Bool
        public var before: Standing
        public var after: Standing
        /// Judging anew records another proposal; false where only the disposition that follows is another.
        public var isWritten = true
    }

    /// Entries that go the same way, from one verdict to another (变动汇总).
    public struct Transition: Codable, Equatable, Sendable {
        public var before: Verdict?
        public var after: Verdict?
        public var count: Int
        public var area: Area
        /// Of these, entries with a signature.
        public var signed: Int
    }

    /// The layer version on trial; nil when everything was looked at.
    public var layer: LayerVersionID?
    public var entries: Int
    /// Not on changed ground, or not concerned with the layer at all: cannot change, and were not judged.
    public var untouched: Int
    /// Judged, and other areas were found, but the same verdict, kind, rule and flags.
    public var figuresOnly: Int
    /// Those, by number; judging anew records the areas, or, under another plan, the words.
    public var refigured: [EntryNumber]
    public var changes: [Change]

    /// Judged, with exactly the same result.
    public var same: Int { entries - untouched - figuresOnly - changes.count }

    /// What an act would write: entries nobody has signed that get another proposal or other areas.
    public var pending: [EntryNumber] { (changes.filter { !$0.isSigned && $0.isWritten }.map(\.entry) + refigured).sorted() }

    /// By verdict before and after, largest area first.
    public var transitions: [Transition] {
        let groups = Dictionary(grouping: changes) { [$0.before.verdict?.rawValue ?? "", $0.after.verdict?.rawValue ?? ""] }
        return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
            guard let some = groups[key], let first = some.first else { return nil }
            return Transition(
                before: first.before.verdict, after: first.after.verdict, count: some.count,
                area: some.reduce(.zero) { $0 + $1.area }, signed: some.count(where: \.isSigned))
        }.sorted { $0.area > $1.area }
    }
}
