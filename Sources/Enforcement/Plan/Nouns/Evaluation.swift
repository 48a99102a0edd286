/// A scoring of units (评价考核): what is scored, with how many points, how points are lost and won, what the score means.
public struct Evaluation: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var by: [String] = []
    public var of: [String] = []
    public var lines: [String] = []
    /// The full score (满分).
    public var full: Double?
    public var items: [ScoreItem] = []
    /// Points beside the full score.
    public var adds: [ScoreRule] = []
    /// What makes the whole score nothing (一票否决).
    public var veto: [String] = []
    public var grades: [Tier] = []
    public var due: [Deadline] = []
    public var recurs: Recurrence?
    public var note: String?
    public var own: [String] = []
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Evaluation> = Form(
        "evaluation", Gloss("评价考核", "evaluation"), Evaluation(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("by", \.by, .names(.unit), "评价单位", "who scores"),
            .may("of", \.of, .names(.unit), "评价对象", "who is scored"),
            .may("lines", \.lines, .texts, "评价内容", "what is scored, first things first"),
            .may("full", \.full, .number, "满分", "full score"),
            .may("items", \.items, nouns(ScoreItem.form), "评分项", "items with their points"),
            .may("adds", \.adds, nouns(ScoreRule.form), "加分", "points beside the full score"),
            .may("veto", \.veto, .texts, "一票否决", "what makes the whole score nothing"),
            .may("grades", \.grades, nouns(Tier.form), "等次", "what the score means"),
            .may("due", \.due, .deadlines, "时间", "due dates"),
            .may("repeat", \.recurs, .recurrence, "周期", "recurs"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// One line of a scoring table (评分项).
public struct ScoreItem: Sendable, Equatable {
    public var title = ""
    public var clause: String?
    public var points: Double?
    /// Its part of a score put together from several.
    public var weight: Double?
    /// Items of which it is made.
    public var parts: [ScoreItem] = []
    public var target: [String] = []
    public var indicator: String?
    /// How it is scored, in words.
    public var method: [String] = []
    public var deduct: [ScoreRule] = []
    public var adds: [ScoreRule] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<ScoreItem> = Form(
        "score-item", Gloss("评分项", "item of a score"), ScoreItem(), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "what is scored", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("points", \.points, .number, "分值", "points"),
            .may("weight", \.weight, .share, "权重", "its part of the whole score"),
            .may("parts", \.parts, nouns(ScoreItem.form), "其中", "items of which it is made"),
            .may("target", \.target, .names(.target), "目标", "targets it scores"),
            .may("indicator", \.indicator, .name(.indicator), "统计指标", "indicator it scores"),
            .may("method", \.method, .texts, "评分办法", "how it is scored, in words"),
            .may("deduct", \.deduct, nouns(ScoreRule.form), "扣分", "how points are lost"),
            .may("adds", \.adds, nouns(ScoreRule.form), "加分", "how points are won"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// Points lost or won for something (扣分、加分).
public struct ScoreRule: Sendable, Equatable {
    public var when = ""
    public var clause: String?
    public var points: Double = 0
    /// For each of what: 每宗, 每低1个百分点.
    public var per: String?
    public var atMost: Double?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<ScoreRule> = Form(
        "score-rule", Gloss("加扣分", "points lost or won"), ScoreRule(), at: .at(\.position),
        [
            .must("when", \.when, .text, "情形", "for what", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("points", \.points, .number, "分数", "points"),
            .may("per", \.per, .text, "每", "for each of what"),
            .may("at-most", \.atMost, .number, "最多", "not more than so many in all"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}
