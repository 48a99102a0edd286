import Enforcement
import GeoFiles
import LandGeometry

/// A file whose rows have become patches and remarks (校验结果), before anything is stored.
struct CheckedFile {
    var batch: Batch
    var patches: [Patch]
    var remarks: [Remark]
    /// What the fields mean, as far as somebody told: what is inferred from this file's values is not in it.
    var mapping: FieldMapping
}

extension Caseworker {
    /// Checks the rows of a file (校验): which field means what, which unit areas are in, then every row.
    func check(_ read: ReadRows, of order: ImportOrder, id: BatchID, byteCount: Int) async throws -> CheckedFile {
        let told = try await mapping(for: read.description.fields, order: order)
        var mapping = told
        var remarks = (read.description.remarks + (try await suspectedShift(of: read))).map { Remark($0, row: nil) }
        if let field = mapping.fields[.statedArea] { mapping.areaUnit = mapping.areaUnit ?? FieldAliases.unit(in: field) }
        if mapping.areaUnit == nil, let field = mapping.fields[.statedArea] {
            mapping.areaUnit = try unit(of: field, in: read)
            if let unit = mapping.areaUnit {
                remarks.append(
                    Remark(row: nil, effect: .noted, rule: PatchRule.areaUnitWasInferred.rawValue, place: field, found: unit.rawValue))
            }
        }
        var check = RowCheck(batch: id, plan: plan, mapping: mapping, fields: read.description.fields)
        for row in read.rows { check.add(row) }
        remarks += check.remarks
        remarks = Remark.Effect.gravest.flatMap { effect in remarks.filter { $0.effect == effect } }
        let batch = Batch(
            id: id, kind: order.kind, fileName: order.fileName, byteCount: byteCount, origin: order.origin, period: order.period,
            coordinates: read.description.coordinateWords, encoding: read.description.encodingWords, named: order.named,
            rows: read.summary.rows,
            patches: check.patches.count, refused: read.summary.rows - check.patches.count, remarks: remarks.count)
        return CheckedFile(batch: batch, patches: check.patches, remarks: remarks, mapping: told)
    }

    /// Degrees and Web Mercator are what maps of the public are drawn in; planes of the survey are not shifted.
    private func suspectedShift(of read: ReadRows) async throws -> [RowRemark] {
        guard ["EPSG:4490", "EPSG:4480", "EPSG:4326", "EPSG:3857"].contains(read.description.coordinates),
            let units = try await store.layerVersions().last(where: { $0.layer == LayerName("units") })
        else { return [] }
        return ShiftTest(units: try await store.features(of: units.id)).remark(on: read.rows).map { [$0] } ?? []
    }

    /// The fields the user names, else those remembered for this layout, else what the aliases give; the unit he names
    /// holds for whichever. Without a field for the number the layout is unknown, and the program asks.
    private func mapping(for fields: [String], order: ImportOrder) async throws -> FieldMapping {
        let guess = FieldAliases.guess(fields)
        let signature = FieldMapping.signature(of: fields)
        let named = order.mapping.flatMap { $0.fields.isEmpty ? nil : $0 }
        let remembered = named == nil ? try await store.mapping(for: signature) : nil
        if let chosen = named ?? remembered {
            if let stray = chosen.fields.values.sorted().first(where: { !fields.contains($0) }) {
                throw CaseworkError.mappingMustNameFields(named: stray, fields: fields)
            }
            return chosen.measured(in: order.mapping?.areaUnit)
        }
        guard fields.isEmpty || guess.fields[.number] != nil else {
            throw CaseworkError.mappingMustBeNamed(fields: fields, guess: guess)
        }
        return guess.measured(in: order.mapping?.areaUnit)
    }

    /// The unit in which stated areas agree with the ground; asked for when rows state areas but none agrees.
    private func unit(of field: String, in read: ReadRows) throws -> FieldMapping.AreaUnit? {
        guard let column = read.description.fields.firstIndex(of: field) else { return nil }
        var pairs: [(stated: Double, ground: Area)] = []
        var sample: String?
        for row in read.rows.prefix(2000) where column < row.values.count {
            guard let text = row.values[column], let stated = Double(text), stated > 0 else { continue }
            sample = sample ?? text
            if case .area(let shape) = row.ground { pairs.append((stated, shape.area)) }
        }
        guard let sample else { return nil }
        guard let unit = AreaUnits.inferred(from: pairs) else {
            throw CaseworkError.areaUnitMustBeNamed(field: field, sample: sample)
        }
        return unit
    }
}

extension FieldMapping {
    /// The same fields, with the unit of area that was named; without one as it was.
    fileprivate func measured(in unit: AreaUnit?) -> FieldMapping {
        var mapping = self
        mapping.areaUnit = unit ?? areaUnit
        return mapping
    }
}
