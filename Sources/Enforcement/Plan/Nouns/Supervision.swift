/// The ladder of measures and what raises them (督办). Data for people and for later rules; nothing here runs by itself.
public struct Supervision: Sendable, Equatable {
    public var ladder: [Rung] = []
    public var measures: [Rung] = []
    public var raise: [Trigger] = []
    public var rankings: [Ranking] = []
    public var effects: [Effect] = []
    public var checks: [SpotCheck] = []
    public var evaluations: [Evaluation] = []

    public init() {}

    static let form: Form<Supervision> = Form(
        "supervision", Gloss("督办与问责", "supervision"), Supervision(),
        [
            .may("ladder", \.ladder, nouns(Rung.form), "督办层级", "rungs, from the lowest on"),
            .may("measures", \.measures, nouns(Rung.form), "其他措施", "measures outside the ladder"),
            .may("raise", \.raise, nouns(Trigger.form), "触发情形", "what raises a rung"),
            .may("rankings", \.rankings, entries(Ranking.form), "排名", "rankings"),
            .may("effects", \.effects, entries(Effect.form), "后果", "effects on permits, quotas, credit"),
            .may("checks", \.checks, entries(SpotCheck.form), "抽查核查", "checks"),
            .may("evaluations", \.evaluations, entries(Evaluation.form), "评价考核", "evaluations"),
        ])
}

/// One step of the ladder on an item, a unit or a person (督办层级).
public struct Rung: Sendable, Equatable {
    public enum Object: String, PlanWord {
        case item, unit, person, party, everyone = "public"

        public var gloss: Gloss {
            switch self {
            case .item: Gloss("案件或地块", "an entry")
            case .unit: Gloss("单位", "a unit")
            case .person: Gloss("责任人", "a person")
            case .party: Gloss("违法主体", "a party")
            case .everyone: Gloss("社会公众", "the public")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var on: [Object] = []
    public var by: [String] = []
    public var steps: [String] = []
    public var documents: [String] = []
    public var within: Deadline?
    /// What ends it (解除条件).
    public var exit: String?
    /// Persons by category: heads, other leaders.
    public var persons: [String] = []
    public var isPraise = false
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<Rung> = Form(
        "rung", Gloss("督办层级", "rung"), Rung(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("on", \.on, wordList(Object.self), "对象", "on whom"),
            .may("by", \.by, .names(.unit), "实施", "who takes it"),
            .may("steps", \.steps, .texts, "程序", "how it is done"),
            .may("documents", \.documents, .texts, "文书", "documents"),
            .may("within", \.within, .deadline, "期限", "deadline"),
            .may("exit", \.exit, .text, "解除", "what ends it"),
            .may("persons", \.persons, .texts, "人员", "persons, by category"),
            .may("praise", \.isPraise, .yesNo, "正面激励", "a commendation", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// What raises a rung (触发情形).
public struct Trigger: Sendable, Equatable {
    public enum Limits: String, PlanWord {
        case blank, none

        public var gloss: Gloss { self == .blank ? Gloss("通知未给出数值界限", "the notice gives no limit") : Gloss("无需数值", "needs none") }
    }
    public enum State: String, PlanWord {
        case behind, missed, met, ahead

        public var gloss: Gloss {
            switch self {
            case .behind: Gloss("进度滞后", "behind schedule")
            case .missed: Gloss("到期未完成", "missed")
            case .met: Gloss("按期完成", "met")
            case .ahead: Gloss("成效显著", "ahead")
            }
        }
    }
    public var title = ""
    public var clause = ""
    public var rungs: [String] = []
    /// Flag of an entry that belongs to it.
    public var flag: String?
    /// Findings a person must have recorded.
    public var findings: [String] = []
    /// Targets whose state raises it; empty with a state means any.
    public var targets: [String] = []
    public var state: State?
    public var ranking: String?
    /// The last or the first so many of the ranking.
    public var bottom: Int?
    public var top: Int?
    public var evaluation: String?
    public var indicator: String?
    /// What the indicator or the score must reach.
    public var reaches: [Limit] = []
    /// How long past its due date.
    public var overdue: TimeSpan?
    /// How often it must happen, within which period, one after the other or not.
    public var times: Int?
    public var period: Recurrence.Period?
    public var isRunning = false
    /// Units it is about.
    public var of: [String] = []
    public var limits: Limits?
    /// Without waiting for the end of a stage (即时).
    public var isImmediate = false
    public var asks: [String] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    /// True where the notice gives words but no limits (面积较大): to be warned of, never passed silently.
    public var limitsAreBlank: Bool { limits == .blank }
    public var own: [String] = []

    static let form: Form<Trigger> = Form(
        "trigger", Gloss("触发情形", "trigger"), Trigger(), at: .at(\.position),
        finish: { it, _, reading in
            if it.limits == .blank { reading.notes.report(.limitIsBlank, .warning, at: it.position, found: it.title) }
            if it.indicator != nil, it.reaches.isEmpty, it.limits == nil {
                reading.notes.report(
                    .keyMustBePresent, at: it.position, found: "reaches", suggestion: "reaches: \">= 15%\" / limits: blank")
            }
        },
        [
            .must("when", \.title, .text, "情形", "what raises it, as the notice puts it", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("rung", \.rungs, .names(.rung), "措施", "rungs it raises"),
            .may("flag", \.flag, .name(.flag), "标记", "flag of an entry"),
            .may("findings", \.findings, .texts, "须有结论", "findings a person must have recorded"),
            .may("targets", \.targets, .names(.target), "目标", "targets whose state raises it; none means any"),
            .may("state", \.state, .word(), "进度", "state of the target"),
            .may("ranking", \.ranking, .name(.ranking), "排名", "ranking that raises it"),
            .may("bottom", \.bottom, .integer(told: "后@名"), "后几名", "the last so many of the ranking"),
            .may("top", \.top, .integer(told: "前@名"), "前几名", "the first so many of the ranking"),
            .may("evaluation", \.evaluation, .name(.evaluation), "评价考核", "evaluation whose score raises it"),
            .may("indicator", \.indicator, .name(.indicator), "统计指标", "indicator that raises it"),
            .may("reaches", \.reaches, .limits, "达到", "limits that the indicator or the score must reach"),
            .may("overdue", \.overdue, .span, "逾期", "how long past the due date"),
            .may("times", \.times, .integer(told: "@次"), "次数", "how often it must happen"),
            .may("in", \.period, .word(), "期间", "period within which it is counted"),
            .may("running", \.isRunning, .yesNo, "连续", "one time after the other"),
            .may("of", \.of, .names(.unit), "单位", "units it is about"),
            .may("limits", \.limits, .word(), "界限", "whether the notice gives limits", .remark),
            .may("immediate", \.isImmediate, .yesNo, "即时", "without waiting for the end of a stage"),
            .may("asks", \.asks, .texts, "要求", "what is asked with it"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// A ranking of units that is frozen and published (排名).
public struct Ranking: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var by: String?
    public var of: [String] = []
    public var indicator: String?
    public var evaluation: String?
    public var recurs: Recurrence?
    public var top: Int?
    public var bottom: Int?
    public var publish: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<Ranking> = Form(
        "ranking", Gloss("排名", "ranking"), Ranking(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("by", \.by, .text, "排序依据", "by what"),
            .may("of", \.of, .names(.unit), "范围", "units that are ranked"),
            .may("top", \.top, .integer(told: "取前@名"), "前几名", "how many are named"),
            .may("bottom", \.bottom, .integer(told: "取后@名"), "后几名", "how many of the last are named"),
            .may("indicator", \.indicator, .name(.indicator), "统计指标", "indicator by which they are ranked"),
            .may("evaluation", \.evaluation, .name(.evaluation), "评价考核", "evaluation by whose score they are ranked"),
            .may("repeat", \.recurs, .recurrence, "周期", "recurs"),
            .may("publish", \.publish, .text, "公布", "where it is published"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// What follows for permits, quotas or credit (后果). Told and checked; applied by later parts of the program.
public struct Effect: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var on: String?
    public var formula: String?
    public var indicator: String?
    public var evaluation: String?
    public var tiers: [Tier] = []
    public var amount: Measured?
    public var per: String?
    public var lasts: TimeSpan?
    public var isStated = true
    public var lifts: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<Effect> = Form(
        "effect", Gloss("后果", "effect"), Effect(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("on", \.on, .text, "对象", "on what"),
            .may("formula", \.formula, .text, "算法", "how it is computed"),
            .may("indicator", \.indicator, .name(.indicator), "统计指标", "indicator it depends on"),
            .may("evaluation", \.evaluation, .name(.evaluation), "评价考核", "evaluation it depends on"),
            .may("tiers", \.tiers, nouns(Tier.form), "档次", "what follows between which limits"),
            .may("amount", \.amount, .measured, "数额", "amount"),
            .may("per", \.per, .text, "每", "what the amount is for each of"),
            .may("lasts", \.lasts, .span, "期限", "how long it lasts"),
            .may("stated", \.isStated, .yesNo(no: "数值或程序通知没有写明"), "通知载明数值或程序", "the notice states the number or procedure", .remark),
            .may("lifts", \.lifts, .text, "解除", "what ends it"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// A check of results by others (抽查核查).
public struct SpotCheck: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var by: [String] = []
    public var level: Level?
    /// Units whose work is checked, each by itself.
    public var each: [String] = []
    /// What is checked.
    public var of: String?
    /// Least part of it that is checked.
    public var share: Double?
    /// Least number that is checked.
    public var atLeast: Measured?
    public var isOnSite = false
    public var findings: [String] = []
    public var due: [Deadline] = []
    public var recurs: Recurrence?
    public var note: String?
    public var own: [String] = []
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<SpotCheck> = Form(
        "check", Gloss("抽查核查", "check"), SpotCheck(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("by", \.by, .names(.unit), "实施", "who checks"),
            .may("level", \.level, .word(), "层级", "level"),
            .may("each", \.each, .names(.unit), "逐个单位", "units whose work is checked, each by itself"),
            .may("of", \.of, .text, "抽查对象", "what is checked"),
            .may("share", \.share, .share, "比例不低于", "least part that is checked"),
            .may("at-least", \.atLeast, .measured, "数量不少于", "least number that is checked"),
            .may("on-site", \.isOnSite, .yesNo, "实地", "on the ground"),
            .may("findings", \.findings, .texts, "结论", "findings it can make"),
            .may("due", \.due, .deadlines, "期限", "due dates"),
            .may("repeat", \.recurs, .recurrence, "周期", "recurs"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}
