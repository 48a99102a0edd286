/// One row of a sheet with the cells that hold something.
struct SheetRow {
    var number: Int
    var isHidden: Bool
    var cells: [(column: Int, text: String)] = []
    var remarks: [RowRemark] = []
}

/// Reads a worksheet part (工作表): rows, merged ranges, hidden rows; formulas by the values kept with them.
final class SheetReader: XMLListener {
    private(set) var rows: [SheetRow] = []
    private(set) var merges: [CellRange] = []
    /// Set by whoever makes the pump, to stop it when a limit is reached.
    weak var pump: XMLPump?

    private let shared: [String?]
    private let styles: [SerialDate.Kind?]
    private let countsFrom1904: Bool
    private let limits: ReadLimits
    private var row = SheetRow(number: 0, isHidden: false)
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var isValue = false
    private var isPhonetic = false
    private var hasFormula = false
    private var cellCount = 0

    private enum CellType {
        case number, shared, inline, text, boolean, error, date
    }

    init(shared: [String?], styles: [SerialDate.Kind?], countsFrom1904: Bool, limits: ReadLimits) {
        self.shared = shared
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "c": startCell(attributes)
        case "v": isValue = true
        case "t": isValue = !isPhonetic
        case "row": startRow(attributes)
        case "f": hasFormula = true
        case "rPh": isPhonetic = true
        case "mergeCell": merge(attributes["ref"] ?? "")
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "c": endCell()
        case "v", "t": isValue = false
        case "rPh": isPhonetic = false
        case "row": if !row.cells.isEmpty || !row.remarks.isEmpty { rows.append(row) }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isValue { value.append(contentsOf: bytes) }
    }

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
        let isHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
        row = SheetRow(number: number, isHidden: isHidden)
        row.cells.reserveCapacity(rows.last?.cells.count ?? 8)
        column = -1
        if rows.count >= limits.features { pump?.refuse(.limitMustHold(limit: "features", value: String(limits.features))) }
    }

    private func startCell(_ attributes: XMLAttributes) {
        column = attributes.value("r").map { CellReference.column($0) } ?? column + 1
        type = attributes.value("t").map(SheetReader.type) ?? .number
        style = attributes.value("s").map { CellReference.number($0) } ?? 0
        hasFormula = false
        value.removeAll(keepingCapacity: true)
        cellCount += 1
        if column > 16_383 || cellCount > 50_000_000 { pump?.refuse(.limitMustHold(limit: "cells", value: String(cellCount))) }
    }

    private static func type(_ text: UnsafePointer<CChar>) -> CellType {
        let name = XMLName(text)
        switch name {
        case "s": return .shared
        case "inlineStr": return .inline
        case "str": return .text
        case "b": return .boolean
        case "e": return .error
        case "d": return .date
        default: return .number
        }
    }

    private func endCell() {
        if value.isEmpty {
            if hasFormula { remark(.sourceReportedTrouble, found: "formula without value") }
            return
        }
        if let text = cellText() { row.cells.append((column, text)) }
    }

    private func cellText() -> String? {
        switch type {
        case .shared:
            return shared[safe: value.withUnsafeBufferPointer { CellReference.number($0) }].flatMap { $0 }
        case .inline, .text, .date:
            return CellText.clean(CellText.unescaped(String(decoding: value, as: UTF8.self)))
        case .boolean:
            return value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE"
        case .error:
            remark(.sourceReportedTrouble, found: String(decoding: value, as: UTF8.self))
            return nil
        case .number:
            return number()
        }
    }

    private func number() -> String? {
        if let kind = styles[safe: style].flatMap({ $0 }), let serial = Double(String(decoding: value, as: UTF8.self)) {
            if kind == .date || serial < 2_958_466, let date = SerialDate.text(serial, countsFrom1904: countsFrom1904) { return date }
        }
        guard let reading = NumberText.read(value[...]) else { return CellText.clean(String(decoding: value, as: UTF8.self)) }
        if reading.isDamaged { remark(.longNumberDamaged, found: reading.text) }
        return reading.text
    }

    private func remark(_ rule: ReadingRule, found: String) {
        row.remarks.append(RowRemark(.noted, rule, place: CellText.reference(row: row.number, column: column), found: found))
    }

    private func merge(_ reference: String) {
        guard let range = CellReference.range(reference), merges.count < 200_000 else { return }
        merges.append(range)
    }
}

/// References like `AB12` (单元格引用).
enum CellReference {
    /// The column from 0; the digits are not looked at.
    static func column(_ text: UnsafePointer<CChar>) -> Int {
        var column = 0
        var at = text
        while (65...90).contains(at.pointee), column < 100_000 {
            column = column * 26 + Int(at.pointee) - 64
            at += 1
        }
        return column - 1
    }

    static func number(_ text: UnsafePointer<CChar>) -> Int {
        var value = 0
        var at = text
        while (48...57).contains(at.pointee), value < 1 << 40 {
            value = value * 10 + Int(at.pointee) - 48
            at += 1
        }
        return value
    }

    static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit), value < 1 << 40 else { return -1 }
            value = value * 10 + Int(digit) - 48
        }
        return value
    }

    /// `B2:D5`; nil for a single cell or anything else.
    static func range(_ text: String) -> CellRange? {
        let ends = text.split(separator: ":").map(String.init)
        guard ends.count == 2 else { return nil }
        let columns = ends.map { $0.withCString { column($0) } }
        let rows = ends.map { Int($0.drop { $0.isLetter }) ?? 0 }
        guard columns[0] >= 0, columns[0] <= columns[1], columns[1] <= 16_383, rows[0] >= 1, rows[0] <= rows[1] else { return nil }
        return CellRange(rows: rows[0]...rows[1], columns: columns[0]...columns[1])
    }
}
