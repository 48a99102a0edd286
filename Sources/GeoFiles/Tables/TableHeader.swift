/// Where the table starts (表头): the names of the columns and the rows above the data.
///
/// Forms of bureaus carry a title over the whole width, lines like 填报单位：…, heads of two or three merged rows and
/// a row of column numbers. The head is the first row whose cells are mostly filled, are words and differ.
struct TableHeader: Equatable {
    var names: [String]
    /// Last row that is not data.
    var lastRow: Int
    /// What stood above the head.
    var titles: [String]

    /// Nil for a table without words at the top.
    static func find(in records: [TableRecord], merges: [CellRange]) -> TableHeader? {
        HeaderSearch(records: records.filter { !$0.isBlank }, merges: merges).header
    }
}

struct HeaderSearch {
    let records: [TableRecord]
    let merges: [CellRange]
    private let width: Int

    init(records: [TableRecord], merges: [CellRange]) {
        self.records = records
        let top = records.first?.row ?? 1
        self.merges = merges.filter { $0.rows.lowerBound < top + 60 }
        width = records.map { record in (record.cells.lastIndex { $0 != nil } ?? -1) + 1 }.max() ?? 0
    }

    var header: TableHeader? {
        guard let bottom = records.prefix(25).indices.first(where: isHead) else { return nil }
        let top = self.top(of: bottom)
        let last = self.last(from: bottom, top: top)
        let names = HeaderNames.unique((0..<nameWidth(last)).map { column in joined(column, top...last) })
        let titles = records[..<top].flatMap { $0.cells.compactMap { $0 } }
        let rowAfter = last + 1 < records.count && isNumbering(records[last + 1]) ? last + 1 : last
        return TableHeader(names: names, lastRow: records[rowAfter].row, titles: titles)
    }

    /// A cell's text, or that of the merged range it lies in.
    private func text(_ record: TableRecord, _ column: Int) -> String? {
        if let text = record[column] { return text }
        guard let range = merges.first(where: { $0.contains(row: record.row, column: column) }) else { return nil }
        return records.first { $0.row == range.rows.lowerBound }?[range.columns.lowerBound]
    }

    private func isHead(_ index: Int) -> Bool {
        let texts = (0..<width).compactMap { text(records[index], $0) }
        let words = texts.filter { !CellText.isNumber($0) }
        guard !texts.contains(where: { $0.contains("：") }) else { return false }
        // One word at the very end, under rows of other things, names nothing.
        let isAlone = texts.count < 2 && index > 0 && index == records.count - 1
        return Set(texts).count * 2 >= max(typicalWidth, 2) && words.count * 5 >= texts.count * 4 && !texts.isEmpty && !isAlone
    }

    /// Filled cells in the fuller half of the rows.
    private var typicalWidth: Int {
        let counts = records.prefix(60).map { record in record.cells.count { $0 != nil } }.sorted()
        return counts[safe: counts.count / 2] ?? 0
    }

    /// Rows above that are tied to the head by merged cells belong to it.
    private func top(of bottom: Int) -> Int {
        var top = bottom
        while top > 0 {
            let (row, above) = (records[top].row, records[top - 1])
            let isTied = merges.contains { $0.rows.contains(above.row) && $0.rows.contains(row) }
            let groups = merges.filter { $0.rows == above.row...above.row && $0.columns.count < width }
            let isGroupRow = groups.count >= 2 && !above.cells.contains { $0?.contains("：") ?? false }
            guard isTied || isGroupRow else { break }
            top -= 1
        }
        return top
    }

    /// Rows below that are tied to it by merged cells, or that fill exactly the gaps under group names.
    private func last(from bottom: Int, top: Int) -> Int {
        var last = bottom
        while last + 1 < records.count {
            let next = records[last + 1]
            let isTied = merges.contains { $0.rows.contains(records[last].row) && $0.rows.contains(next.row) }
            guard isTied || hasGroups(over: next, in: records[last]) else { break }
            last += 1
        }
        return last
    }

    private func hasGroups(over next: TableRecord, in record: TableRecord) -> Bool {
        let words = next.cells.compactMap { $0 }
        guard !words.isEmpty, words.allSatisfy({ !CellText.isNumber($0) }) else { return false }
        let isUnderMerge = merges.contains { $0.rows == record.row...record.row && $0.columns.count > 1 && $0.columns.count < width }
        if isUnderMerge, Set(words).count == words.count || words.count < width { return isSubhead(next, of: record) }
        let named = (0..<width).filter { record[$0] != nil }
        guard let first = named.first, let end = named.last else { return false }
        let gaps = (first...end).filter { record[$0] == nil }
        let fillsGaps = !gaps.isEmpty && gaps.allSatisfy { next[$0] != nil }
        return fillsGaps && named.contains { next[$0] == nil }
    }

    /// Names under every column of every group.
    private func isSubhead(_ next: TableRecord, of record: TableRecord) -> Bool {
        let groups = merges.filter { $0.rows == record.row...record.row && $0.columns.count > 1 }
        return groups.allSatisfy { group in group.columns.allSatisfy { next[$0] != nil } }
    }

    /// 1, 2, 3 … under the names.
    private func isNumbering(_ record: TableRecord) -> Bool {
        let texts = record.cells.compactMap { $0 }
        return texts.count >= 3 && texts.enumerated().allSatisfy { Int($1) == $0 + 1 }
    }

    /// Up to the last name, and to the last column that more than a tenth of the rows fill; cells further right are surplus.
    private func nameWidth(_ last: Int) -> Int {
        let named = (0..<width).last { column in text(records[last], column) != nil } ?? 0
        let used = (0..<width).last { column in records.count { $0[column] != nil } > max(1, records.count / 10) } ?? 0
        return max(named, used) + 1
    }

    /// The names from top to bottom, each once: 违法情况/面积. A group's name reaches to the right until the next.
    private func joined(_ column: Int, _ rows: ClosedRange<Int>) -> String? {
        var parts: [String] = []
        for index in rows {
            guard let part = text(records[index], column) ?? group(over: column, at: index, of: rows) else { continue }
            let name = HeaderNames.flat(part)
            if parts.last != name { parts.append(name) }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    private func group(over column: Int, at index: Int, of rows: ClosedRange<Int>) -> String? {
        guard index < rows.upperBound, merges.isEmpty, records[index + 1][column] != nil else { return nil }
        return (0..<column).last { records[index][$0] != nil }.flatMap { records[index][$0] }
    }
}

enum HeaderNames {
    /// Without line breaks and the spaces forms are spread with: `面 积` is 面积, `photo url` stays.
    static func flat(_ name: String) -> String {
        let lines = name.split(whereSeparator: \.isNewline).joined()
        let isSpread = !lines.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        return isSpread ? lines.filter { !$0.isWhitespace } : lines
    }

    /// Blank names become the column's letters, repeated ones get a number.
    static func unique(_ names: [String?]) -> [String] {
        var seen: [String: Int] = [:]
        return names.enumerated().map { column, name in
            let name = name ?? "列" + CellText.columnName(column)
            seen[name, default: 0] += 1
            let count = seen[name] ?? 1
            return count == 1 ? name : name + "_" + String(count)
        }
    }
}
