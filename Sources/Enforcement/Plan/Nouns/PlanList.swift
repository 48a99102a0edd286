/// A list the notice works with (名单): what is let through, barred, watched or dealt with first.
public struct PlanList: Sendable, Equatable {
    public enum Sort: String, PlanWord {
        case white, negative, black, key, exempt

        public var gloss: Gloss {
            switch self {
            case .white: Gloss("白名单（准予）", "let through")
            case .negative: Gloss("负面清单（禁止）", "barred")
            case .black: Gloss("黑名单（惩戒）", "punished")
            case .key: Gloss("重点清单（优先）", "dealt with first")
            case .exempt: Gloss("豁免清单", "exempt")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause: String?
    public var sort = Sort.key
    /// What stands on it: projects, enterprises, parcels, areas.
    public var of: String?
    public var by: [String] = []
    public var fields: [String] = []
    public var members: [String] = []
    public var joins: [String] = []
    public var leaves: [String] = []
    public var lasts: TimeSpan?
    public var review: Recurrence?
    public var effect: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<PlanList> = Form(
        "list", Gloss("名单", "list"), PlanList(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("kind", \.sort, .word(), "性质", "kind of list"),
            .may("of", \.of, .text, "列入对象", "what stands on it"),
            .may("by", \.by, .names(.unit), "管理单位", "who keeps it"),
            .may("attribute", \.fields, .texts, "字段", "fields of the patch by which one on the list is known"),
            .may("members", \.members, .texts, "所列", "what the notice prints on it"),
            .may("joins", \.joins, .texts, "列入条件", "what puts something on it"),
            .may("leaves", \.leaves, .texts, "移出条件", "what takes something off it"),
            .may("lasts", \.lasts, .span, "有效期", "how long something stays on it"),
            .may("review", \.review, .recurrence, "更新", "how often it is gone through"),
            .may("effect", \.effect, .text, "后果", "what it does"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}
