/// Ordered rules that propose a verdict (判定规则).
public struct DecisionTable: Sendable, Equatable {
    /// How rows that hold together are dealt with (命中策略).
    public enum Policy: String, Sendable, CaseIterable {
        /// The first row that holds decides.
        case first
        /// No two rows may hold together; the check of the plan sees to it.
        case unique
    }
    public var policy = Policy.first
    /// Words of a proposal for which evidence is missing.
    public var undecided = Undecided(title: "", kind: nil, clause: "")
    public var rows: [JudgeRow] = []
    /// Facts that hold in every example unless it says otherwise.
    public var usual: [String: FactValue.Value] = [:]

    public init() {}

    /// What is proposed while unknown facts leave the row open (存疑).
    public struct Undecided: Sendable, Equatable {
        public var title: String
        public var kind: String?
        public var clause: String
    }
}

/// One rule (判定规则行).
public struct JudgeRow: Sendable, Equatable {
    public var id: String
    public var title: String
    public var clause: String
    /// Law or technical rule behind it, where the notice itself does not say.
    public var basis: String?
    public var condition: Condition
    public var verdict: Verdict
    public var kind: String?
    /// Documents without which the verdict cannot be signed as proposed.
    public var needs: [String]
    /// Overlay fact whose area is the lawful part, where only a part is.
    public var split: String?
    public var holds: [Example]
    public var fails: [Example]
    public var position: SourcePosition

    /// Whether both say the same about an entry.
    func agrees(with other: JudgeRow) -> Bool {
        verdict == other.verdict && kind == other.kind && split == other.split
    }
}

/// Facts of an imagined entry, as a test and a manual of a row at once (示例).
public struct Example: Sendable, Equatable {
    public var given: [String: FactValue.Value]
    public var position: SourcePosition
}

/// A mark on an entry (标记), such as the seriousness of a single parcel. Never a verdict.
public struct Flag: Sendable, Equatable {
    public var id: String
    public var title: String
    public var clause: String
    public var basis: String?
    /// Verdicts to which it belongs; empty for all.
    public var verdicts: [Verdict]
    public var condition: Condition
    /// Finding of a person without which the mark alone has no effect.
    public var qualifies: String?
    public var holds: [Example]
    public var fails: [Example]
    public var position: SourcePosition
}
