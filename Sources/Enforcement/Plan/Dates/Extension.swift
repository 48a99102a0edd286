/// How a due date may be put off (延期): for what reason, by how much, how often, with whose leave.
public struct Extension: Sendable, Equatable {
    public var when = ""
    public var clause: String?
    public var by: TimeSpan?
    public var until: Deadline?
    public var times: Int?
    public var approve: [String] = []
    public var note: String?

    static let form: Form<Extension> = Form(
        "extension", Gloss("延期", "putting off"), Extension(), short: "when",
        [
            .must("when", \.when, .text, "情形", "reason for which it may be put off", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("by", \.by, .span, "最长", "by how much at most"),
            .may("until", \.until, .deadline, "至迟", "until when at most"),
            .may("times", \.times, .integer, "次数", "how often at most"),
            .may("approve", \.approve, .names(.unit), "批准", "who approves"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}
