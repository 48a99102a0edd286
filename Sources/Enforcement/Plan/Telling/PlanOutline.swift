/// One line of the outline (提纲条目).
public struct OutlineLine: Sendable, Equatable {
    /// 0 for headings.
    public var depth: Int
    public var text: String
    /// Where in the notice it stands; nil for headings and for what is the plan's own.
    public var clause: String?
}

/// The plan told back in Chinese (方案提纲), for the author of the notice to check sentence by sentence.
///
/// It comes from the same description of the keys as the reader: nothing that a plan may say can be left out.
public struct PlanOutline: Sendable {
    /// The plan's sections, with everything they hold.
    public let root: OutlineItem

    public init(_ plan: Plan) {
        let told = Self.told(plan)
        root = NoticeWords(plan).map { Self.beside(told, plan, $0) } ?? told
    }

    /// What the plan says, without what is found by comparing it with the notice.
    static func told(_ plan: Plan) -> OutlineItem { Plan.form.tell(plan, Teller(plan)) }

    /// Own words marked, and every clause of the notice with the places that rest on it.
    private static func beside(_ root: OutlineItem, _ plan: Plan, _ words: NoticeWords) -> OutlineItem {
        let cited = root.items.flatMap { $0.key == articles ? [] : $0.cited() }.map { item in
            (articles: Citation(words: item.clause).clauses.compactMap(plan.article), path: item.path)
        }
        var root = root
        root.text += "（＋：条文中没有的字句，是方案的概括或补充）"
        root.items = root.items.map { section in
            guard section.key == articles else { return section.key == open ? section : section.marked(words) }
            var section = section
            section.items = section.items.map { item in
                var item = item
                let places = cited.filter { $0.articles.contains(item.key) }.map(\.path)
                item.clause = item.key
                item.items += places.map { OutlineItem(key: "", label: "见", text: $0) }
                return item
            }
            return section
        }
        return root
    }

    private static let articles = "articles"
    private static let open = "open"

    public var lines: [OutlineLine] {
        [OutlineLine(depth: 0, text: root.text)] + root.items.flatMap { Self.lines($0, depth: 0) }
    }

    private static func lines(_ item: OutlineItem, depth: Int) -> [OutlineLine] {
        if let only = item.items.first, item.items.count == 1, !item.label.isEmpty, item.text.isEmpty, only.label.isEmpty, depth > 0 {
            let words = only.text.isEmpty ? item.label : "\(item.label)：\(only.line)"
            let joined = OutlineLine(depth: depth, text: words, clause: only.clause)
            return [joined] + only.items.flatMap { lines($0, depth: depth + 1) }
        }
        let isBare = item.text.isEmpty && item.label.isEmpty && item.clause == nil
        let own = isBare ? [] : [OutlineLine(depth: depth, text: item.line, clause: item.clause)]
        return own + item.items.flatMap { lines($0, depth: isBare ? depth : depth + 1) }
    }

    /// The outline as text, clauses in brackets.
    public var text: String {
        lines.map { line in
            String(repeating: "  ", count: line.depth) + line.text + (line.clause.map { "〔\($0)〕" } ?? "")
        }.joined(separator: "\n") + "\n"
    }
}
