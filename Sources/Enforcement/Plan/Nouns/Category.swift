import Yams

/// A kind of problem the campaign looks for (问题类别), with how its entries are sorted, dealt with and counted.
public struct Category: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var lead: [String] = []
    public var cooperate: [String] = []
    public var implement: [String] = []
    /// What belongs to it; `always` for the category that takes the rest.
    public var scope = Condition.always
    public var scopeWords: String?
    public var subtypes: [Subtype] = []
    public var exclude: [Condition] = []
    public var exclusions: [String] = []
    public var exemption: Exemption?
    public var fields: [String] = []
    /// Quantities added up for it beside count and area (汇总量).
    public var sums: [String] = []
    /// Categories whose entries on the same ground count with these (关联类别).
    public var counts: [String] = []
    public var decide: RouteTable?
    public var routes: [Route] = []
    public var flags: [Flag] = []
    public var targets: [PlanTarget] = []
    public var notes: [String] = []
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<Category> = Form(
        "category", Gloss("问题类别", "category of problems"), Category(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("lead", \.lead, .names(.unit), "牵头", "units in the lead"),
            .may("cooperate", \.cooperate, .names(.unit), "配合", "units that cooperate"),
            .may("implement", \.implement, .names(.unit), "落实", "units that carry it out"),
            .may("scope", \.scope, .condition, "范围条件", "facts of what belongs to it; left out for the one that takes the rest"),
            .may("covers", \.scopeWords, .text, "整治范围", "its scope in words"),
            .may("subtypes", \.subtypes, entries(Subtype.form), "子类", "subtypes"),
            .may("exclude", \.exclude, .conditions, "除外条件", "facts of what does not belong to it"),
            .may("excluded", \.exclusions, .texts, "除外", "what is excluded, in words"),
            .may("exempt", \.exemption, .noun(Exemption.form), "无需整治", "exemptions"),
            .may("fields", \.fields, .texts, "登记内容", "what its register records"),
            .may("sums", \.sums, .names(.quantity), "汇总量", "quantities added up for it beside count and area"),
            .may("counts-for", \.counts, .names(.category), "关联类别", "categories whose entries on the same ground count with it"),
            .may("decide", \.decide, .noun(RouteTable.form), "分类处置", "table that gives the route"),
            .may("routes", \.routes, entries(Route.form), "处置方式", "its own routes"),
            .may("flags", \.flags, entries(Flag.form), "标记", "its own flags"),
            .may("targets", \.targets, nouns(PlanTarget.form), "目标", "its targets"),
            .may("notes", \.notes, .texts, "要求", "further demands, in words"),
            .own(\.own),
        ])
}

/// A part of a category with routes or targets of its own (子类).
public struct Subtype: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var condition: Condition?
    public var note: String?
    /// Policy under which it is handled instead.
    public var policy: String?
    public var own: [String] = []

    static let form: Form<Subtype> = Form(
        "subtype", Gloss("子类", "subtype"), Subtype(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("when", \.condition, .condition, "条件", "facts by which it is told; else an officer says"),
            .may("policy", \.policy, .name(.policy), "另按政策", "policy under which it is handled instead"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// Who need not be dealt with (无需整治), and what that does to the figures.
public struct Exemption: Sendable, Equatable {
    public var clause = ""
    public var reasons: [ExemptionReason] = []
    /// The notice ends its list with 等: other reasons may be given, in words.
    public var allowsOther = false
    public var evidence: [String] = []
    public var approve: [String] = []
    public var leaves: [PlanTarget.Denominator] = []
    public var note: String?
    public var own: [String] = []

    static let form: Form<Exemption> = Form(
        "exemption", Gloss("无需整治", "exemption"), Exemption(),
        [
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("reasons", \.reasons, entries(ExemptionReason.form), "理由", "reasons"),
            .may("other", \.allowsOther, .yesNo, "等其他原因（须写明）", "other reasons, in words"),
            .may("evidence", \.evidence, .texts, "举证", "evidence needed"),
            .may("approve", \.approve, .names(.unit), "批准", "who approves"),
            .may("leaves", \.leaves, wordList(PlanTarget.Denominator.self), "退出分母", "denominators it leaves, from the day of approval"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// One reason for an exemption (无需整治理由).
public struct ExemptionReason: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var subtype: [String] = []
    public var condition: Condition?
    /// How long it lasts: afterwards the entry is owed again.
    public var lasts: TimeSpan?
    public var until: Deadline?
    /// How often it is looked at again.
    public var review: Recurrence?
    public var evidence: [String] = []
    public var approve: [String] = []
    public var note: String?

    static let form: Form<ExemptionReason> = Form(
        "exemption-reason", Gloss("理由", "reason"), ExemptionReason(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("subtype", \.subtype, .names(.subtype), "子类", "subtypes for which it holds"),
            .may("if", \.condition, .condition, "条件", "facts that must hold"),
            .may("lasts", \.lasts, .span, "有效期", "how long it lasts"),
            .may("until", \.until, .deadline, "有效期至", "last day on which it holds"),
            .may("review", \.review, .recurrence, "复核", "how often it is looked at again"),
            .may("evidence", \.evidence, .texts, "举证", "evidence needed"),
            .may("approve", \.approve, .names(.unit), "批准", "who approves"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

extension Kind where Value == [Category] {
    /// Categories; within one, conditions may name its own subtypes only.
    static var categories: Kind {
        let plain = entries(Category.form)
        return Kind(
            plain.shape(),
            read: { node, reading in
                reading.mapping(node)?.compactMap { pair in
                    let subtypes = pair.value.mapping?.first { $0.key.string == "subtypes" }?.value.mapping
                    reading.subtypes = subtypes?.compactMap { $0.key.word } ?? []
                    defer { reading.subtypes = nil }
                    return Category.form.read(pair.value, named: pair.key, reading)
                }
            }, tell: plain.tell)
    }
}
