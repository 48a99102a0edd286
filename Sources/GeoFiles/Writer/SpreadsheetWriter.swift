import CXlsxWriter
import Foundation

/// Writes an XLSX workbook cell by cell (电子表格写出). For one thread; the file is there after `finish`, and never half.
///
/// Text is always stored as text: what begins with `=` stays what it is and is never computed.
public final class SpreadsheetWriter {
    public enum Value: Equatable, Sendable {
        case blank
        case text(String)
        case number(Double)
        case boolean(Bool)
        /// ISO day `2025-09-01`; anything else is written as text.
        case date(String)
    }

    /// How a cell looks (单元格样式).
    public struct Style: Hashable, Sendable {
        public enum Alignment: Hashable, Sendable {
            case standard, centre, left, right
        }
        public var isBold = false
        public var size: Double?
        public var alignment = Alignment.standard
        public var hasBorder = false
        public var wraps = false
        /// 0xRRGGBB.
        public var fill: UInt32?
        /// Number format, `0.00` or `yyyy-mm-dd`.
        public var format: String?

        public init(
            isBold: Bool = false, size: Double? = nil, alignment: Alignment = .standard, hasBorder: Bool = false, wraps: Bool = false,
            fill: UInt32? = nil, format: String? = nil
        ) {
            self.isBold = isBold
            self.size = size
            self.alignment = alignment
            self.hasBorder = hasBorder
            self.wraps = wraps
            self.fill = fill
            self.format = format
        }

        public static let plain = Style()
    }

    /// Text of a cell is cut here, as the format asks.
    static let longestText = 32_767

    private let path: String
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    private var trouble: String?

    /// - Parameter inRowOrder: keeps one row in memory; cells must then come row by row, and nothing may be merged downwards.
    public init(path: String, inRowOrder: Bool = false) throws(FileError) {
        self.path = path
        try Self.mustBeWritable(path)
        var options = lxw_workbook_options()
        options.constant_memory = inRowOrder ? 1 : 0
        guard let workbook = workbook_new_opt(path, &options) else { throw .writingMustSucceed(path: path, found: "workbook") }
        self.workbook = workbook
    }

    /// The library writes at the end, and says on standard error what it could not; so the file is made beforehand.
    private static func mustBeWritable(_ path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }
        close(descriptor)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Begins a sheet; what follows is written to it. The name is made fit: 31 characters, without `[]:*?/\`.
    /// - Parameter widths: of the columns from the first, in characters.
    public func addSheet(_ name: String, widths: [Double] = []) {
        let fit = String(name.map { "[]:*?/\\".contains($0) ? "_" : $0 }.prefix(31)).trimmingCharacters(in: ["'"])
        guard let sheet = workbook_add_worksheet(workbook, fit.isEmpty ? nil : fit) else {
            trouble = trouble ?? "sheet \(name)"
            return
        }
        self.sheet = sheet
        for (column, width) in widths.enumerated() { note(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)) }
    }

    /// Writes a cell; rows and columns count from 0.
    public func write(_ value: Value, row: Int, column: Int, style: Style = .plain) {
        guard let at = place(row, column) else { return }
        let format = self.format(style)
        switch value {
        case .blank:
            note(worksheet_write_blank(sheet, at.row, at.column, format))
        case .text(let text):
            note(worksheet_write_string(sheet, at.row, at.column, SpreadsheetWriter.fit(text), format))
        case .number(let number) where number.isFinite:
            note(worksheet_write_number(sheet, at.row, at.column, number, format))
        case .number:
            note(worksheet_write_blank(sheet, at.row, at.column, format))
        case .boolean(let flag):
            note(worksheet_write_boolean(sheet, at.row, at.column, flag ? 1 : 0, format))
        case .date(let day):
            write(day: day, at, style)
        }
    }

    private func write(day: String, _ at: (row: UInt32, column: UInt16), _ style: Style) {
        guard var date = SpreadsheetWriter.date(day) else {
            note(worksheet_write_string(sheet, at.row, at.column, SpreadsheetWriter.fit(day), format(style)))
            return
        }
        var dated = style
        dated.format = style.format ?? "yyyy-mm-dd"
        note(worksheet_write_datetime(sheet, at.row, at.column, &date, format(dated)))
    }

    /// Merges a range and writes its text.
    public func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>, text: String, style: Style = .plain) {
        guard let first = place(rows.lowerBound, columns.lowerBound), let last = place(rows.upperBound, columns.upperBound) else { return }
        if rows.count == 1, columns.count == 1 { return write(.text(text), row: rows.lowerBound, column: columns.lowerBound, style: style) }
        note(worksheet_merge_range(sheet, first.row, first.column, last.row, last.column, SpreadsheetWriter.fit(text), format(style)))
    }

    /// Keeps the first rows and columns in sight, and repeats the rows on every printed page.
    public func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
        if rows > 0 { note(worksheet_repeat_rows(sheet, 0, UInt32(rows - 1))) }
    }

    public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard let first = place(rows.lowerBound, columns.lowerBound), let last = place(rows.upperBound, columns.upperBound) else { return }
        note(worksheet_autofilter(sheet, first.row, first.column, last.row, last.column))
    }

    /// Height in points, and whether the row is hidden.
    public func setRow(_ row: Int, height: Double = 15, isHidden: Bool = false) {
        var options = lxw_row_col_options()
        options.hidden = isHidden ? 1 : 0
        note(worksheet_set_row_opt(sheet, UInt32(row), height, nil, &options))
    }

    /// Writes the file. Reports the first thing that went wrong since the beginning.
    public func finish() throws(FileError) {
        guard let workbook else { return }
        self.workbook = nil
        let code = workbook_close(workbook)
        if code != LXW_NO_ERROR { trouble = trouble ?? String(cString: lxw_strerror(code)) }
        guard let trouble else { return }
        unlink(path)
        throw .writingMustSucceed(path: path, found: trouble)
    }

    private func note(_ code: lxw_error) {
        if code != LXW_NO_ERROR { trouble = trouble ?? String(cString: lxw_strerror(code)) }
    }

    private func place(_ row: Int, _ column: Int) -> (row: UInt32, column: UInt16)? {
        guard sheet != nil, (0..<1_048_576).contains(row), (0..<16_384).contains(column) else {
            trouble = trouble ?? "row \(row + 1), column \(column + 1)"
            return nil
        }
        return (UInt32(row), UInt16(column))
    }

    private static func fit(_ text: String) -> String {
        let clean = text.utf8.contains(0) ? text.replacing("\0", with: "") : text
        return clean.utf8.count <= longestText ? clean : String(clean.unicodeScalars.prefix(longestText))
    }

    private static func date(_ day: String) -> lxw_datetime? {
        let parts = day.split(separator: "-").map { Int32($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return lxw_datetime(year: year, month: month, day: day, hour: 0, min: 0, sec: 0)
    }

    private func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if style == .plain { return nil }
        if let format = formats[style] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        if style.isBold { format_set_bold(format) }
        if let size = style.size { format_set_font_size(format, size) }
        switch style.alignment {
        case .standard: break
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.wraps { format_set_text_wrap(format) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let code = style.format { format_set_num_format(format, code) }
        formats[style] = format
        return format
    }
}
