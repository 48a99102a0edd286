/// One line of the outline (提纲条目).
public struct OutlineLine: Sendable, Equatable {
    /// 0 for headings.
    public var depth: Int
    public var text: String
    /// Where in the notice it stands; nil for headings and for what is the plan's own.
    public var clause: String?

    /// Indented by its depth, the clause in brackets.
    public var told: String { String(repeating: "  ", count: depth) + text + (clause.map { "〔\($0)〕" } ?? "") }
}

/// The plan told back in Chinese (方案提纲), for the author of the notice to check sentence by sentence.
///
/// It comes from the same description of the keys as the reader: nothing that a plan may say can be left out. What
/// the plan adds to the notice bears a mark, so that nothing passes for the notice's that is not.
public struct PlanOutline: Sendable {
    /// The plan's sections, with everything they hold.
    public let root: OutlineItem
    /// The same with the plan's own words marked, where the plan prints its notice.
    private let shown: OutlineItem
    private let headings: [ClauseHeading]

    public init(_ plan: Plan) {
        let printed = plan.articles.map { ClauseHeading(clause: $0.clause, title: $0.text) }
        headings = (plan.notice?.clauses ?? []) + printed
        var told = Self.told(plan)
        told.items.removeAll { $0.key == "articles" }
        root = told
        shown = NoticeWords(plan).map { words in told.marked(words) } ?? told
    }

    /// What the plan says, the notice in its own words included, nothing marked by comparing the two.
    static func told(_ plan: Plan) -> OutlineItem { Plan.form.tell(plan, Teller(plan)) }

    /// How to read the outline.
    static let legend = "〔〕内是通知中的出处；带＊的是方案为执行、统计所加或对通知的说明，通知没有写；事实怎样取得（套合、答复、登记）由方案所定。"

    /// Section by section, as the plan file has them (按方案各节).
    public var lines: [OutlineLine] {
        [OutlineLine(depth: 0, text: root.text), OutlineLine(depth: 0, text: Self.legend)]
            + shown.items.flatMap { OutlineWriter().lines($0, depth: 0) }
    }

    /// Clause by clause, in the order of the notice (对照通知); what has no place in it stands at the end.
    public var linesByClause: [OutlineLine] {
        [OutlineLine(depth: 0, text: root.text), OutlineLine(depth: 0, text: Self.legend)] + ClauseOutline(shown, headings: headings).lines
    }

    /// The outline as text, clauses in brackets.
    public var text: String { Self.text(lines) }

    /// The outline in the order of the notice, as text.
    public var textByClause: String { Self.text(linesByClause) }

    private static func text(_ lines: [OutlineLine]) -> String {
        lines.map(\.told).joined(separator: "\n") + "\n"
    }
}
