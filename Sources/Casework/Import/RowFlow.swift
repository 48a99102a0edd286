import Enforcement
import GeoFiles
import LandGeometry

/// The rows of one file on their way to patches (行流). A row is let go as soon as it is checked; only the first are held back
/// until the unit of stated areas is known from them.
struct RowFlow {
    let description: FileDescription
    private(set) var count = 0
    private var check: RowCheck?
    /// What the user must answer before anything can be checked.
    private var question: CaseworkError?
    /// What the fields mean, as far as somebody told.
    private var told = FieldMapping()
    private var held: [ImportedRow] = []
    private var isHolding = false
    private var inferred: [Remark] = []
    private let shift: ShiftTest?
    private var middles: [Position] = []

    /// Rows that decide on the unit.
    private static let rowsForUnit = 2000

    init(_ description: FileDescription, batch: BatchID, plan: Plan, mapping: Result<FieldMapping, CaseworkError>, shift: ShiftTest?) {
        self.description = description
        self.shift = shift
        switch mapping {
        case .failure(let question): self.question = question
        case .success(var mapping):
            told = mapping
            let area = mapping.fields[.statedArea]
            mapping.areaUnit = mapping.areaUnit ?? area.flatMap(FieldAliases.unit(in:))
            isHolding = area != nil && mapping.areaUnit == nil
            check = RowCheck(batch: batch, plan: plan, mapping: mapping, fields: description.fields)
        }
    }

    mutating func add(_ row: ImportedRow) {
        count += 1
        if question != nil { return }
        if shift != nil, let middle = row.ground.middle { middles.append(middle) }
        guard isHolding else {
            check?.add(row)
            return
        }
        held.append(row)
        if held.count == Self.rowsForUnit { letGo() }
    }

    /// Infers the unit from the rows held, and checks them.
    private mutating func letGo() {
        isHolding = false
        do throws(CaseworkError) {
            if let field = check?.mapping.fields[.statedArea], let unit = try unit(of: field) {
                check?.mapping.areaUnit = unit
                inferred = [
                    Remark(row: nil, effect: .noted, rule: PatchRule.areaUnitWasInferred.rawValue, place: field, found: unit.rawValue)
                ]
            }
            for row in held { check?.add(row) }
        } catch {
            question = error
        }
        held = []
    }

    /// The unit in which stated areas agree with the ground; asked for when rows state areas but none agrees.
    private func unit(of field: String) throws(CaseworkError) -> FieldMapping.AreaUnit? {
        guard let column = description.fields.firstIndex(of: field) else { return nil }
        var pairs: [(stated: Double, ground: Area)] = []
        var sample: String?
        for row in held where column < row.values.count {
            guard let text = row.values[column], let stated = Double(text), stated > 0 else { continue }
            sample = sample ?? text
            if case .area(let shape) = row.ground { pairs.append((stated, shape.area)) }
        }
        guard let sample else { return nil }
        guard let unit = AreaUnits.inferred(from: pairs) else { throw .areaUnitMustBeNamed(field: field, sample: sample) }
        return unit
    }

    /// Remarks on the file come first, then those on rows, the gravest effects before the others.
    /// - Throws: the question that must be answered first.
    mutating func finish(_ order: ImportOrder, id: BatchID, byteCount: Int, rows: Int) throws(CaseworkError) -> CheckedFile {
        if isHolding { letGo() }
        if let question { throw question }
        let suspicion = shift?.remark(on: middles).map { [$0] } ?? []
        let patches = check?.patches ?? []
        var remarks = (description.remarks + suspicion).map { Remark($0, row: nil) } + inferred + (check?.remarks ?? [])
        remarks = Remark.Effect.gravest.flatMap { effect in remarks.filter { $0.effect == effect } }
        let batch = Batch(
            id: id, kind: order.kind, fileName: order.fileName, byteCount: byteCount, origin: order.origin, period: order.period,
            coordinates: description.coordinateWords, encoding: description.encodingWords, named: order.named, rows: rows,
            patches: patches.count, refused: rows - patches.count, remarks: remarks.count)
        return CheckedFile(batch: batch, fields: description.fields, patches: patches, remarks: remarks, mapping: told)
    }
}
