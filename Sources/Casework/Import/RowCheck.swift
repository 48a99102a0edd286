import Enforcement
import GeoFiles
import LandGeometry

/// Turns rows into patches and remarks (逐行校验): every row becomes a patch or a refusal, and nothing is silent.
struct RowCheck {
    var batch: BatchID
    var plan: Plan
    var mapping: FieldMapping
    var fields: [String]
    private(set) var patches: [Patch] = []
    private(set) var remarks: [Remark] = []
    private(set) var refused = 0
    private var columns: [PatchField: Int] = [:]
    private var numbers: [String: Int] = [:]
    private var days = DayReader()

    init(batch: BatchID, plan: Plan, mapping: FieldMapping, fields: [String]) {
        self.batch = batch
        self.plan = plan
        self.mapping = mapping
        self.fields = fields
        for (meaning, field) in mapping.fields { columns[meaning] = fields.firstIndex(of: field) }
    }

    mutating func add(_ row: ImportedRow) {
        remarks += row.remarks.map { Remark($0, row: row.row) }
        guard !row.isRefused else {
            refused += 1
            return
        }
        guard row.ground != .none || row.values.contains(where: { $0 != nil }) else {
            refuse(row.row, .rowMustTellSomething)
            return
        }
        patches.append(patch(from: row))
    }

    private mutating func patch(from row: ImportedRow) -> Patch {
        var patch = Patch(id: PatchID(batch: batch, row: row.row), batch: batch, row: row.row)
        patch.attributes.reserveCapacity(fields.count)
        for (name, value) in zip(fields, row.values) {
            if let value { patch.attributes.append(Attribute(name: name, value: value)) }
        }
        patch.sourceNumber = number(of: row)
        patch.receivedGeometry = row.received
        patch.division = value(.division, of: row)
        patch.placeWords = words(of: row)
        patch.type = value(.type, of: row)
        switch row.ground {
        case .area(let shape): patch.shape = shape
        case .point(let position): patch.point = position
        case .none: break
        }
        takeDays(of: row, into: &patch)
        takeArea(of: row, into: &patch)
        checkDivision(of: patch)
        return patch
    }

    private func value(_ meaning: PatchField, of row: ImportedRow) -> String? {
        guard let column = columns[meaning], column < row.values.count, let text = row.values[column] else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    private func words(of row: ImportedRow) -> String? {
        let parts = [value(.unit, of: row), value(.place, of: row)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private mutating func number(of row: ImportedRow) -> String? {
        guard let number = value(.number, of: row) else {
            if columns[.number] != nil { note(row.row, .numberMustBeGiven, place: mapping.fields[.number]) }
            return nil
        }
        if let first = numbers[number] {
            note(row.row, .numberMustBeUnique, place: mapping.fields[.number], found: "\(number) (\(first))")
        } else {
            numbers[number] = row.row
        }
        return number
    }

    private mutating func takeDays(of row: ImportedRow, into patch: inout Patch) {
        patch.before = day(.before, of: row)
        patch.after = day(.after, of: row) ?? day(.discovered, of: row)
        if let before = patch.before, let after = patch.after, before > after {
            note(row.row, .daysMustBeOrdered, place: mapping.fields[.after], found: "\(before.text) > \(after.text)")
        }
    }

    private mutating func day(_ meaning: PatchField, of row: ImportedRow) -> Day? {
        guard let text = value(meaning, of: row) else { return nil }
        if let day = days.day(text) { return day }
        // A bare year dates a problem of an old ledger: known only to the year, kept in the attributes.
        let isYear = text.count == 4 && Int(text) != nil
        if !isYear { note(row.row, .dayMustBeReadable, place: mapping.fields[meaning], found: text) }
        return nil
    }

    private mutating func takeArea(of row: ImportedRow, into patch: inout Patch) {
        let ground = patch.shape?.area.recorded
        patch.area = ground ?? .zero
        guard let text = value(.statedArea, of: row) else { return }
        guard let number = Double(text.filter { $0 != "," }), number.isFinite, number >= 0 else {
            note(row.row, .statedAreaMustBeNumber, place: mapping.fields[.statedArea], found: text)
            return
        }
        guard let unit = mapping.areaUnit else { return }
        let stated = AreaUnits.area(number, in: unit)
        patch.statedArea = stated.recorded
        guard let ground else {
            patch.area = stated.recorded
            return
        }
        // A stated area is rounded (0.1 mu = 67 m²) and often planar: only a real difference is worth a look.
        let tolerance = max(0.01 * ground.squareMetres, 0.05 * AreaUnits.squareMetres(per: unit) + 1)
        if abs(stated.squareMetres - ground.squareMetres) > tolerance {
            remarks.append(
                Remark(
                    row: row.row, effect: .noted, rule: PatchRule.statedAreaMustAgree.rawValue, place: mapping.fields[.statedArea],
                    found: text,
                    areaBefore: stated, areaAfter: ground))
        }
    }

    private mutating func checkDivision(of patch: Patch) {
        guard let division = patch.division, !plan.area.isEmpty else { return }
        let shared = min(division.utf8.count, plan.area.utf8.count)
        if !division.utf8.prefix(shared).elementsEqual(plan.area.utf8.prefix(shared)) {
            note(patch.row, .divisionMustLieInArea, place: mapping.fields[.division], found: division)
        }
    }

    private mutating func note(_ row: Int, _ rule: PatchRule, place: String?, found: String? = nil) {
        remarks.append(Remark(row: row, effect: .noted, rule: rule.rawValue, place: place, found: found))
    }

    private mutating func refuse(_ row: Int, _ rule: PatchRule) {
        refused += 1
        remarks.append(Remark(row: row, effect: .refused, rule: rule.rawValue))
    }
}

/// Reads days as files write them, each text once (日期读取): a file has few days and many rows.
private struct DayReader {
    private var known: [String: Day?] = [:]
    private static let limit = 4096

    /// The day before a blank or `T`; nil for text that is none.
    mutating func day(_ text: String) -> Day? {
        if let known = known[text] { return known }
        let date = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? text
        let day = Day(date)
        if known.count < Self.limit { known[text] = .some(day) }
        return day
    }
}

extension Remark {
    /// A remark of the reader as the ledger keeps it.
    init(_ remark: RowRemark, row: Int?) {
        self.init(
            row: row, effect: Effect(remark.effect), rule: remark.rule.rawValue, place: remark.place, found: remark.found,
            areaBefore: remark.areaBefore, areaAfter: remark.areaAfter)
    }
}

extension Remark.Effect {
    init(_ effect: RowRemark.Effect) {
        switch effect {
        case .noted: self = .noted
        case .repaired: self = .repaired
        case .refused: self = .refused
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        if let first = utf8.first, let last = utf8.last, (33..<127).contains(first), (33..<127).contains(last) { return self }
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
