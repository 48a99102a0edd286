/// Writes items of an outline as lines (提纲排版): short details on the line of what they belong to, longer ones below it.
struct OutlineWriter {
    /// Characters of a line up to which details are told on it.
    static let width = 52
    /// In front of what the plan adds.
    static let ownMark = "＊"

    func lines(_ item: OutlineItem, depth: Int) -> [OutlineLine] {
        let item = unwrapped(item)
        if item.isBare { return item.items.flatMap { lines($0, depth: depth) } }
        if depth > 0, let joined = joined(item) { return [line(joined, item.clause, depth, item.isOwn)] }
        if depth > 0, let only = item.items.first, item.items.count == 1, item.text.isEmpty, !item.label.isEmpty, only.label.isEmpty {
            let inner = lines(only, depth: depth)
            guard let first = inner.first else { return [] }
            return [line("\(item.label)：\(first.text)", first.clause, depth, item.isOwn)] + inner.dropFirst()
        }
        return [line(item.line, item.clause, depth, item.isOwn)] + item.items.flatMap { lines($0, depth: depth + 1) }
    }

    private func line(_ text: String, _ clause: String?, _ depth: Int, _ isOwn: Bool) -> OutlineLine {
        OutlineLine(depth: depth, text: (isOwn ? Self.ownMark : "") + text, clause: clause)
    }

    /// A label over a group without words takes the group's items as its own.
    private func unwrapped(_ item: OutlineItem) -> OutlineItem {
        guard let only = item.items.first, item.items.count == 1, item.text.isEmpty, !item.label.isEmpty else { return item }
        guard only.isBare, !only.items.isEmpty else { return item }
        var open = item
        open.items = only.items
        return open
    }

    /// The item with all its details on one line; nil where that would be long or a detail has a place or details of its own.
    private func joined(_ item: OutlineItem) -> String? {
        let details = item.items.map(unwrapped)
        guard !details.isEmpty, details.allSatisfy({ $0.items.isEmpty && $0.clause == nil }) else { return nil }
        let words = details.map { ($0.isOwn ? Self.ownMark : "") + $0.line }.joined(separator: "；")
        let head = item.line + (item.text.isEmpty ? "：" : "；")
        return (head + words).count <= Self.width ? head + words : nil
    }
}
