/// What is to be done with an entry or a part of it (处置方式).
public struct Route: Sendable, Equatable {
    /// Group under which routes are added up (汇总口径).
    public enum Group: String, PlanWord {
        case demolish, regularise, confiscate, restore, retain, handBack = "return", hang, handle, other

        public var gloss: Gloss {
            switch self {
            case .demolish: Gloss("拆违", "demolish")
            case .regularise: Gloss("补办", "regularise")
            case .confiscate: Gloss("没收", "confiscate")
            case .restore: Gloss("复耕复绿", "restore")
            case .retain: Gloss("保留", "retain")
            case .handBack: Gloss("退回", "hand back")
            case .hang: Gloss("挂账", "keep on account")
            case .handle: Gloss("处置", "dispose of")
            case .other: Gloss("其他", "other")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var group: Group?
    public var requires: [String] = []
    public var steps: [PlanStep] = []
    public var accept: Acceptance?
    /// What makes an entry on this route done, where it is a document or a state rather than an acceptance.
    public var done: [String] = []
    /// True where it is counted by itself: neither demolished nor regularised.
    public var countsApart = false
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<Route> = Form(
        "route", Gloss("处置方式", "route"), Route(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("group", \.group, .word(), "汇总口径", "group under which it is added up", .remark),
            .may("requires", \.requires, .texts, "前提", "what must be done before"),
            .may("steps", \.steps, .steps, "步骤", "steps"),
            .may("accept", \.accept, .noun(Acceptance.form), "整治标准与验收", "standard and acceptance"),
            .may("done", \.done, .texts, "视为完成", "documents or states that make it done"),
            .may("counts-apart", \.countsApart, .yesNo, "单独统计", "counted by itself", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// Steps that several routes share (共用程序).
public struct Procedure: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var steps: [PlanStep] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Procedure> = Form(
        "procedure", Gloss("共用程序", "shared procedure"), Procedure(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("steps", \.steps, .steps, "步骤", "steps"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// When an entry is in place (验收): the standard, who accepts at which levels, with what evidence.
public struct Acceptance: Sendable, Equatable {
    public var standard = ""
    public var clause: String?
    public var checks: [String] = []
    public var levels: [Level] = []
    public var by: [String] = []
    public var evidence: [String] = []
    public var isOnSite = false
    /// Who may not accept.
    public var notBy: [String] = []
    /// What strike-off needs besides (销号条件).
    public var strikeOff: [String] = []
    public var own: [String] = []

    static let form: Form<Acceptance> = Form(
        "acceptance", Gloss("整治标准与验收", "standard and acceptance"), Acceptance(), short: "standard",
        [
            .must("standard", \.standard, .text, "标准", "standard", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("checks", \.checks, .texts, "逐项查验", "checks, all of which must be met"),
            .may("levels", \.levels, wordList(Level.self), "验收层级", "levels of acceptance, in order"),
            .may("by", \.by, .names(.unit), "验收单位", "who accepts"),
            .may("on-site", \.isOnSite, .yesNo, "逐宗实地", "on the ground, parcel by parcel"),
            .may("not-by", \.notBy, .names(.unit), "不得验收", "who may not accept"),
            .may("evidence", \.evidence, .texts, "举证", "evidence"),
            .may("strike-off", \.strikeOff, .texts, "销号条件", "what striking off needs besides"),
            .own(\.own),
        ])
}
