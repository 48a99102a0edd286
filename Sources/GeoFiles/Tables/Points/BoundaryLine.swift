/// One line of a boundary-point text, told by its shape (界址点文件行).
enum BoundaryLine: Equatable {
    case blank
    /// `[地块坐标]`
    case section(String)
    /// `带号=39`
    case key(String, String)
    /// The line over a parcel's points; without the `@`.
    case head([String])
    case point(BoundaryPoint)
    case other

    init(_ text: String, number: Int) {
        let marked = text.hasPrefix("@") || text.hasSuffix("@") || text.contains("@,")
        let cells = BoundaryLine.cells(text)
        if cells.isEmpty {
            self = .blank
        } else if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            self = .section(String(text[text.index(after: text.startIndex)..<end]))
        } else if marked {
            self = .head(BoundaryLine.withoutMark(cells))
        } else if cells.count >= 5, cells.dropFirst(4).contains(where: { ["面", "线", "点"].contains($0) }) {
            self = .head(cells)
        } else if cells[0].contains("="), let equals = text.firstIndex(of: "=") {
            let key = text[..<equals].filter { !$0.isWhitespace }
            self = .key(key, CellText.clean(String(text[text.index(after: equals)...])) ?? "")
        } else if let point = BoundaryPoint(cells, line: number) {
            self = .point(point)
        } else if cells.count >= 5, Int(cells[0]) != nil {
            self = .head(cells)
        } else {
            self = .other
        }
    }

    /// Between commas of either width; without any, between tabs, semicolons or spaces. Empty for a blank line.
    private static func cells(_ text: String) -> [String] {
        guard CellText.clean(text) != nil else { return [] }
        let hasComma = text.contains { $0 == "," || $0 == "，" }
        let parts =
            hasComma
            ? text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
            : text.split { $0 == "\t" || $0 == ";" || $0 == " " || $0 == "\u{3000}" }
        return parts.map { CellText.clean(String($0)) ?? "" }
    }

    private static func withoutMark(_ cells: [String]) -> [String] {
        var cells = cells.map { cell in cell.filter { $0 != "@" } }
        if cells.first == "" { cells.removeFirst() }
        return cells
    }
}

/// A boundary point as it stands in its line (界址点): number, ring, and two coordinates in the order of the file.
struct BoundaryPoint: Equatable {
    var name: String
    /// Nil in plain lists `number,x,y`.
    var ring: String?
    var first: Double
    var second: Double
    var line: Int

    /// Point lines have 4 cells (number, ring, X, Y), plain ones 3; more after them (height, remark) are passed over.
    init?(_ cells: [String], line: Int) {
        var cells = cells
        while cells.last == "" { cells.removeLast() }
        guard cells.count >= 3 else { return nil }
        let at = cells.count == 3 ? 1 : 2
        guard let first = Double(cells[at]), let second = Double(cells[at + 1]), first.isFinite, second.isFinite else { return nil }
        name = cells[0]
        ring = at == 2 ? cells[1] : nil
        self.first = first
        self.second = second
        self.line = line
    }
}
