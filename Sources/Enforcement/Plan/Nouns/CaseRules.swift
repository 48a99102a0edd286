/// What the notice asks of cases and of dealings with other authorities (案件与移送).
public struct CaseRules: Sendable, Equatable {
    public var tracks: [Named] = []
    public var lines: [Named] = []
    public var checkpoints: [String] = []
    public var offences: [Named] = []
    public var outcomes: [Named] = []
    public var transfers: [Transfer] = []
    public var counters: [Named] = []

    static let form: Form<CaseRules> = Form(
        "cases", Gloss("案件与移送", "cases and transfers"), CaseRules(),
        [
            .may("tracks", \.tracks, entries(Named.form), "查办线", "tracks that run side by side"),
            .may("lines", \.lines, entries(Named.form), "业务条线", "lines of business"),
            .may("checkpoints", \.checkpoints, .texts, "办案关键环节", "points answered before a decision"),
            .may("offences", \.offences, entries(Named.form), "违法情形", "offences"),
            .may("outcomes", \.outcomes, entries(Named.form), "处理结果", "outcomes"),
            .may("transfers", \.transfers, entries(Transfer.form), "移送与协同", "transfers and joint work"),
            .may("counters", \.counters, entries(Named.form), "应与已对照", "what should be done against what is done"),
        ])
}

/// A thing with a name, a clause and what is asked of it (事项).
public struct Named: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var asks: [String] = []
    public var by: [String] = []
    public var own: [String] = []

    static let form: Form<Named> = Form(
        "item", Gloss("事项", "item"), Named(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("asks", \.asks, .texts, "要求", "what is asked"),
            .may("by", \.by, .names(.unit), "单位", "units"),
            .own(\.own),
        ])
}

/// A transfer to another authority, or work done jointly with it (移送与协同).
public struct Transfer: Sendable, Equatable {
    public enum Direction: String, PlanWord {
        case out, into = "in", both

        public var gloss: Gloss {
            switch self {
            case .out: Gloss("移出", "outwards")
            case .into: Gloss("移入", "inwards")
            case .both: Gloss("双向", "both ways")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var to: [String] = []
    public var direction: Direction?
    public var when: String?
    public var documents: [String] = []
    public var tracked: [String] = []
    public var note: String?
    public var own: [String] = []

    static let form: Form<Transfer> = Form(
        "transfer", Gloss("移送与协同", "transfer"), Transfer(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("to", \.to, .names(.unit), "对方", "other party"),
            .may("direction", \.direction, .word(), "方向", "direction"),
            .may("when", \.when, .text, "情形", "when"),
            .may("documents", \.documents, .texts, "文书", "documents"),
            .may("tracked", \.tracked, .texts, "跟踪", "what is followed up"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// Data that is shared, published or asked for (共享与公示).
public struct Exchange: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var with: [String] = []
    public var what: [String] = []
    public var direction: Transfer.Direction?
    public var by: [String] = []
    public var due: Deadline?
    public var lifts: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<Exchange> = Form(
        "exchange", Gloss("共享与公示", "exchange"), Exchange(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("with", \.with, .texts, "对方", "with whom"),
            .may("what", \.what, .texts, "内容", "what"),
            .may("direction", \.direction, .word(), "方向", "direction"),
            .may("by", \.by, .names(.unit), "单位", "who owes it"),
            .may("due", \.due, .deadline, "期限", "due date"),
            .may("lifts", \.lifts, .text, "解除", "what ends it"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// Who may do what (角色与权限).
public struct AccessRole: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var units: [String] = []
    public var level: Level?
    public var may: [String] = []
    public var mayNot: [String] = []
    public var own: [String] = []

    static let form: Form<AccessRole> = Form(
        "role", Gloss("角色与权限", "role"), AccessRole(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("units", \.units, .names(.unit), "单位", "units"),
            .may("level", \.level, .word(), "层级", "level", .remark),
            .may("may", \.may, .texts, "可以", "what it may do"),
            .may("may-not", \.mayNot, .texts, "不得", "what it may not do"),
            .own(\.own),
        ])
}

/// A time between two events that is watched (时效指标).
public struct Latency: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var from = ""
    public var to = ""
    /// Nil where the notice gives none.
    public var limit: TimeSpan?
    public var own: [String] = []
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Latency> = Form(
        "latency", Gloss("时效指标", "latency"), Latency(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("from", \.from, .text, "自", "from which event"),
            .must("to", \.to, .text, "至", "to which event"),
            .may("limit", \.limit, .span, "时限", "limit; left out where the notice gives none"),
            .own(\.own),
        ])
}
