import LandGeometry

/// A due date as written and as used (期限).
public struct Due: Sendable, Equatable {
    /// The words of the notice: `5月8日前`.
    public var words: String
    /// The day used; nil where the notice gives none.
    public var day: Day?
    /// Why that day, where the words leave a choice.
    public var reading: String?
}

/// What must be reached by when (目标).
public struct PlanTarget: Sendable, Equatable {
    public enum Metric: String, Sendable, CaseIterable {
        case count, area
    }
    public struct Stage: Sendable, Equatable {
        public var day: Day
        /// 0…1.
        public var share: Double
    }
    public var id: String
    public var title: String
    public var clause: String
    /// Batches it is about; empty for all.
    public var batches: [String]
    public var category: String?
    public var metric: Metric
    /// True where the notice does not say what is counted.
    public var metricIsAssumed: Bool
    public var reach: [Stage]
    public var position: SourcePosition
}

/// Work owed by units that is not tied to one parcel (任务).
public struct PlanTask: Sendable, Equatable {
    public var id: String
    public var title: String
    public var clause: String
    public var by: [String]
    public var to: String?
    public var due: [Due]
    public var evidence: [String]
    public var position: SourcePosition
}

/// The ladder of measures and what raises them (督办). Data for people and for later rules; nothing here runs by itself.
public struct Supervision: Sendable, Equatable {
    public struct Rung: Sendable, Equatable {
        public var id: String
        public var title: String
        public var clause: String
    }
    public struct Trigger: Sendable, Equatable {
        public var title: String
        public var clause: String
        public var rungs: [String]
        /// Flag of an entry that belongs to it.
        public var flag: String?
        /// Findings a person must have recorded.
        public var findings: [String]
        /// True where the notice gives words but no limits (面积较大): to be warned of, never passed silently.
        public var limitsAreBlank: Bool
    }
    public var ladder: [Rung] = []
    public var raise: [Trigger] = []

    public init() {}
}
