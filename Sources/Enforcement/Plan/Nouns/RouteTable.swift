import Yams

/// Rows that give the route of an entry found unlawful (分类处置表).
public struct RouteTable: Sendable, Equatable {
    public var policy = HitPolicy.first
    /// Routes from the strictest on, for the policy `strictest`.
    public var order: [String] = []
    public var usual: [String: FactValue.Value] = [:]
    public var rows: [RouteRow] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<RouteTable> = Form(
        "route-table", Gloss("分类处置表", "table of routes"), RouteTable(), at: .at(\.position),
        [
            .may("policy", \.policy, .word(), "命中策略", "what happens when several rows hold"),
            .may("order", \.order, .names(.route), "从严次序", "routes from the strictest on"),
            .may("usual", \.usual, .given, "示例的通常情形", "facts of every example unless it says otherwise", .silent),
            .must("rows", \.rows, nouns(RouteRow.form), "规则", "rows, in order"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// One row of a table of routes (分类处置规则).
public struct RouteRow: Sendable, Equatable, TableRow {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var basis: String?
    public var condition = Condition.always
    public var route = ""
    public var note: String?
    public var holds: [Example] = []
    public var fails: [Example] = []
    public var position = SourcePosition(line: 1, column: 1)
    var takesRest = false

    func agrees(with other: RouteRow) -> Bool { route == other.route }
    public var own: [String] = []

    static let form: Form<RouteRow> = Form(
        "route-rule", Gloss("分类处置规则", "row of a table of routes"), RouteRow(), id: .at(\.id), idKey: "rule", at: .at(\.position),
        finish: { $2.mustHaveCondition($1) },
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("if", \.condition, .condition, "条件", "facts that must hold"),
            .may("else", \.takesRest, .yesNo, "其余各种情形", "takes what no row above takes"),
            .must("route", \.route, .name(.route), "处置", "route"),
            .may("basis", \.basis, .text, "依据", "law behind it", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
            .may("holds", \.holds, .examples, "成立的示例", "examples in which it decides", .silent),
            .may("fails", \.fails, .examples, "不成立的示例", "examples in which it does not", .silent),
            .own(\.own),
        ])
}
