import Enforcement
import GeoFiles
import LandGeometry

/// A file whose rows have become patches and remarks (校验结果), before anything is stored.
struct CheckedFile {
    var batch: Batch
    var fields: [String]
    var patches: [Patch]
    var remarks: [Remark]
    /// What the fields mean, as far as somebody told: what is inferred from this file's values is not in it.
    var mapping: FieldMapping
}

extension Caseworker {
    /// Reads a file and checks its rows as they come (读取并校验): which field means what, which unit areas are in, then every row.
    ///
    /// A question to the user (layout, unit) is asked when the file has been read to its end: what is wrong with the file itself comes first.
    func check(_ order: ImportOrder, id: BatchID, byteCount: Int, progress: ProgressReport) async throws -> CheckedFile {
        var flow: RowFlow?
        var end: ReadSummary?
        do {
            for try await messages in reader.readBatches(order.request) {
                for message in messages {
                    switch message {
                    case .described(let description): flow = try await self.flow(description, of: order, id: id)
                    case .row(let row): flow?.add(row)
                    case .finished(let summary): end = summary
                    }
                }
                if let flow { progress(Progress(.reading, done: flow.count, total: flow.description.announced)) }
            }
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error)
        }
        guard var flow, let end else { throw CaseworkError.fileMustBeReadable(.fileMustBeWhole(found: "")) }
        progress(Progress(.reading, done: flow.count, total: flow.count))
        return try flow.finish(order, id: id, byteCount: byteCount, rows: end.rows)
    }

    private func flow(_ description: FileDescription, of order: ImportOrder, id: BatchID) async throws -> RowFlow {
        do {
            let mapping = try await mapping(for: description.fields, order: order)
            return RowFlow(description, batch: id, plan: plan, mapping: .success(mapping), shift: try await shiftTest(for: description))
        } catch let question as CaseworkError {
            return RowFlow(description, batch: id, plan: plan, mapping: .failure(question), shift: nil)
        }
    }

    /// Degrees and Web Mercator are what maps of the public are drawn in; planes of the survey are not shifted.
    private func shiftTest(for description: FileDescription) async throws -> ShiftTest? {
        guard ["EPSG:4490", "EPSG:4480", "EPSG:4326", "EPSG:3857"].contains(description.coordinates),
            let units = try await store.layerVersions().last(where: { $0.layer == LayerName("units") })
        else { return nil }
        return ShiftTest(units: try await store.features(of: units.id))
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
}

extension FieldMapping {
    /// The same fields, with the unit of area that was named; without one as it was.
    fileprivate func measured(in unit: AreaUnit?) -> FieldMapping {
        var mapping = self
        mapping.areaUnit = unit ?? areaUnit
        return mapping
    }
}
