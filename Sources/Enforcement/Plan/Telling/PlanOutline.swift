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
        root = Plan.form.tell(plan, Teller(plan))
    }

    public var lines: [OutlineLine] {
        [OutlineLine(depth: 0, text: root.text)] + root.items.flatMap { Self.lines($0, depth: 0) }
    }

    private static func lines(_ item: OutlineItem, depth: Int) -> [OutlineLine] {
        if let only = item.items.first, item.items.count == 1, !item.label.isEmpty, item.text.isEmpty, only.label.isEmpty, depth > 0 {
            let joined = OutlineLine(depth: depth, text: "\(item.label)：\(only.line)", clause: only.clause)
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
