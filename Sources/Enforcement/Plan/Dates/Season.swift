/// A time of the farming or working year from which a notice counts (农时), with the days it has here: 秋种, 汛期, 封冻.
public struct Season: Sendable, Equatable {
    public var id = ""
    public var title = ""
    /// Month and day, without a year: `10月5日`.
    public var from = ""
    public var until = ""
    /// False where the notice names the season and gives it no days.
    public var isOfficial = true
    public var clause: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Season> = Form(
        "season", Gloss("农时", "season"), Season(), id: .at(\.id), at: .at(\.position), finish: { $0.finish($2) },
        [
            .must("title", \.title, .text, "名称", "name, as due dates use it", .title),
            .must("from", \.from, .text, "起", "first day, without a year"),
            .must("until", \.until, .text, "止", "last day, without a year"),
            .may("official", \.isOfficial, .yesNo(no: "没有官方依据"), "有官方依据", "the notice or a law gives the days"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])

    private func finish(_ reading: Reading) {
        for words in [from, until] where !words.isEmpty && DeadlineWords(words, year: 2020) == nil {
            reading.notes.report(.dayMustExist, at: position, found: words, suggestion: "10月5日")
        }
        if !isOfficial { reading.notes.report(.seasonIsNotOfficial, .note, at: position, found: title) }
    }
}
