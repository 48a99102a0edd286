/// A figure by which a unit or the area is watched (统计指标): a sum, or one sum as a share of another.
public struct Indicator: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var part = Tally()
    /// Of what it is a share; nil for a plain sum.
    public var whole: Tally?
    /// Units for each of which it is worked out.
    public var each: [String] = []
    public var period: Recurrence.Period?
    /// Where the notice or a higher authority takes the figure from.
    public var source: String?
    public var isStated = true
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Indicator> = Form(
        "indicator", Gloss("统计指标", "indicator"), Indicator(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("part", \.part, .noun(Tally.form), "分子", "what is added up"),
            .may("whole", \.whole, .noun(Tally.form), "分母", "of what it is a share"),
            .may("each", \.each, .names(.unit), "逐个单位", "units for each of which it is worked out"),
            .may("period", \.period, .word(), "期间", "period over which it is added up"),
            .may("source", \.source, .text, "数据来源", "where the figures come from"),
            .may("stated", \.isStated, .yesNo(no: "算法通知没有写明"), "通知载明算法", "the notice states how it is worked out", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// A sum over entries (合计): which entries, what of them, what is left out.
public struct Tally: Sendable, Equatable {
    public var words = ""
    public var metric: PlanTarget.Metric?
    public var quantity: String?
    public var measure: PlanTarget.Measure?
    public var scope = PlanTarget.Scope()
    /// What is not counted, in words.
    public var less: [String] = []

    static let form: Form<Tally> = Form(
        "tally", Gloss("合计", "sum"), Tally(), short: "words",
        [
            .must("words", \.words, .text, "内容", "what is added up, in words", .title),
            .may("metric", \.metric, .word(), "计量", "count, area, money and so on"),
            .may("quantity", \.quantity, .name(.quantity), "计量项", "quantity that is added up"),
            .may("measure", \.measure, .word(), "指标", "only what has got so far"),
            .may("scope", \.scope, .noun(PlanTarget.Scope.form), "范围", "entries it is about"),
            .may("less", \.less, .texts, "扣除", "what is not counted"),
        ])
}

/// One step of a scale (档次): between which limits, what follows.
public struct Tier: Sendable, Equatable {
    public var at: [Limit] = []
    public var title = ""
    public var clause: String?
    public var amount: Measured?
    /// What the amount is for each of.
    public var per: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Tier> = Form(
        "tier", Gloss("档次", "tier"), Tier(), at: .at(\.position),
        [
            .must("at", \.at, .limits, "界限", "limits, all of which must be kept"),
            .must("title", \.title, .text, "结果", "what follows", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("amount", \.amount, .measured, "数额", "amount"),
            .may("per", \.per, .text, "每", "what the amount is for each of"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}
