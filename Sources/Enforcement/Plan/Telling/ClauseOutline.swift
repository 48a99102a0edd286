/// The outline in the order of the notice (对照通知): under every clause what the plan takes from it, once in full.
///
/// What stands within something told under another clause is pointed to; what has no clause comes last.
struct ClauseOutline {
    /// Something told under a clause, with the section it belongs to.
    private struct Entry {
        var places: [ClausePlace]
        var section: String
        var item: OutlineItem
        /// Where it is told in full, if not here.
        var home: String?
    }
    private var heading: [OutlineItem] = []
    private var entries: [Entry] = []
    private var rest: [OutlineItem] = []
    private var titles: [ClausePlace: String] = [:]

    init(_ root: OutlineItem, headings: [ClauseHeading] = []) {
        for it in headings { ClausePlace.places(in: it.clause).first.map { titles[$0] = it.title } }
        heading = root.items.filter { $0.key == "notice" }
        for section in root.items where section.key != "notice" {
            let left = take(section, under: section.label)
            if let left { rest.append(left) }
        }
    }

    var lines: [OutlineLine] {
        let places = Set(entries.flatMap(\.places) + titles.keys).sorted()
        return heading.flatMap { OutlineWriter().lines($0, depth: 0) } + places.flatMap { lines(of: $0) } + restLines
    }

    /// Takes out everything with a place in the notice; gives what is left without one.
    private mutating func take(_ item: OutlineItem, under section: String) -> OutlineItem? {
        if let clause = item.clause, let home = ClausePlace.places(in: clause).first {
            entries.append(Entry(places: ClausePlace.places(in: clause), section: section, item: item, home: nil))
            point(to: item.items, from: item, home, section)
            return nil
        }
        guard !item.items.isEmpty else { return item }
        var left = item
        left.items = []
        for child in item.items {
            let name = child.label.isEmpty ? section : "\(section)·\(child.label)"
            if let kept = take(child, under: item.label == section || item.label.isEmpty ? name : section) { left.items.append(kept) }
        }
        return left.items.isEmpty ? nil : left
    }

    /// Parts that stand elsewhere in the notice than what they belong to.
    private mutating func point(to items: [OutlineItem], from whole: OutlineItem, _ home: ClausePlace, _ section: String) {
        for given in items {
            // A label over one thing without a name of its own, such as the standard of a route, says what the thing is.
            let item = Self.labelled(given)
            let places = item.clause.map { ClausePlace.places(in: $0) } ?? []
            let elsewhere = places.filter { $0 != home }
            if !elsewhere.isEmpty {
                var short = item
                short.items = []
                short.clause = nil
                entries.append(Entry(places: elsewhere, section: section, item: short, home: "“\(whole.text)”，见\(home.text)"))
            }
            point(to: item.items, from: whole, home, section)
        }
    }

    /// A clause of which the plan takes nothing is told so, unless it only heads those below it.
    private func lines(of place: ClausePlace) -> [OutlineLine] {
        let here = entries.filter { $0.places.contains(place) }
        let own = here.filter { $0.home == nil }.flatMap { lines($0, at: place) } + pointers(here.filter { $0.home != nil })
        let isHead =
            titles.keys.contains { $0 != place && $0.isWithin(place) } || entries.contains { $0.places.contains { $0.isWithin(place) } }
        let none = OutlineLine(depth: 1, text: "（方案没有取自本条的内容）")
        let heading = [place.text, titles[place]].compactMap { $0 }.joined(separator: " ")
        return [OutlineLine(depth: 0, text: heading)] + (own.isEmpty && !isHead ? [none] : own)
    }

    private static func labelled(_ item: OutlineItem) -> OutlineItem {
        guard item.text.isEmpty, item.clause == nil, item.items.count == 1, var only = item.items.first, only.label.isEmpty else {
            return item
        }
        only.label = only.text.isEmpty ? "" : item.label
        return only
    }

    private func lines(_ entry: Entry, at place: ClausePlace) -> [OutlineLine] {
        var item = entry.item
        if let home = entry.places.first, home != place {
            return [OutlineLine(depth: 1, text: "【\(entry.section)】\(item.line)（见\(home.text)）")]
        }
        if item.clause == place.text { item.clause = nil }
        item.items = item.items.map { quiet($0, place.text) }
        return OutlineWriter().lines(item, depth: 1).enumerated().map { index, line in
            guard index == 0 else { return line }
            return OutlineLine(depth: line.depth, text: "【\(entry.section)】\(line.text)", clause: line.clause)
        }
    }

    /// Parts of things told elsewhere; the same words once, with all the things they belong to.
    private func pointers(_ parts: [Entry]) -> [OutlineLine] {
        var order: [String] = []
        var homes: [String: [String]] = [:]
        for part in parts {
            let words = "【\(part.section)】\(part.item.line)"
            if homes[words] == nil { order.append(words) }
            homes[words, default: []].append(part.home ?? "")
        }
        return order.map { OutlineLine(depth: 1, text: "\($0)（\((homes[$0] ?? []).joined(separator: "；"))）") }
    }

    /// The clause of the heading is not said again below it.
    private func quiet(_ item: OutlineItem, _ clause: String) -> OutlineItem {
        var item = item
        if item.clause == clause { item.clause = nil }
        item.items = item.items.map { quiet($0, clause) }
        return item
    }

    private var restLines: [OutlineLine] {
        guard !rest.isEmpty else { return [] }
        let heading = OutlineLine(depth: 0, text: "通知没有写，或不在条文之内的")
        return [heading] + rest.flatMap { OutlineWriter().lines($0, depth: 1) }
    }
}
