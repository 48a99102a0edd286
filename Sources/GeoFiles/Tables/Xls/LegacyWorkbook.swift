import CGDAL

/// A workbook of Excel 97–2003 (旧版工作簿): cells by GDAL's XLS driver (FreeXL), merged ranges and hidden rows by `SheetLayouts`.
enum LegacyWorkbook {
    static func open(_ request: ReadRequest) throws(FileError) -> any RowSource {
        let bytes = try FileBytes.read(request.path, limits: request.limits)
        guard !holds("EncryptedPackage", bytes) else { throw .mustNotBeEncrypted(found: "Office") }
        guard holds("Workbook", bytes) || holds("Book", bytes) else { throw .formatMustBeKnown(found: "OLE") }
        let file = try OpenedWorkbook(request.path)
        let layouts = SheetLayouts(bytes)
        let names = file.layerNames
        if let named = request.layer, !names.contains(named) { throw .layerMustExist(named: named, candidates: names) }
        for (number, name) in names.enumerated() where request.layer == nil || request.layer == name {
            let records = try file.records(layer: number, limits: request.limits)
            guard !records.isEmpty || request.layer != nil else { continue }
            let others = request.layer == nil ? names.filter { $0 != name } : []
            let sheet = SheetRecords(records, layouts.sheets[name] ?? SheetLayouts.Layout())
            var remarks = others.isEmpty ? [] : [RowRemark(.noted, .otherLayersNotRead, found: others.joined(separator: ", "))]
            remarks += sheet.hiddenRemarks
            let table = TableRowSource.Table(
                format: "XLS", layer: name, layers: names, encoding: "UTF-16", encodingBasis: "format", remarks: remarks)
            return try TableRowSource(table, records: sheet, request: request)
        }
        throw .layerMustBeNamed(candidates: names)
    }

    /// Whether the directory of the OLE file names a stream so, in UTF-16.
    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        let pattern: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
        guard bytes.count > pattern.count else { return false }
        return stride(from: 0, through: bytes.count - 128, by: 128).contains { bytes[$0...].starts(with: pattern) }
    }
}

private final class OpenedWorkbook {
    private let dataset: GDALDatasetH

    init(_ path: String) throws(FileError) {
        CPLSetThreadLocalConfigOption("OGR_XLS_HEADERS", "DISABLE")
        CPLSetThreadLocalConfigOption("OGR_XLS_FIELD_TYPES", "STRING")
        GDALAllRegister()
        CPLPushErrorHandler(CPLQuietErrorHandler)
        defer { CPLPopErrorHandler() }
        let opened = "XLS".withCString { GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY), [$0, nil], nil, nil) }
        guard let dataset = opened else {
            let words = CPLGetLastErrorMsg().map { String(cString: $0) } ?? ""
            throw words.lowercased().contains("encrypt") || words.contains("password")
                ? .mustNotBeEncrypted(found: words) : .fileMustBeWhole(found: words)
        }
        self.dataset = dataset
    }

    deinit { GDALClose(dataset) }

    var layerNames: [String] {
        (0..<GDALDatasetGetLayerCount(dataset)).map { number in
            OGR_L_GetName(GDALDatasetGetLayer(dataset, number)).map { String(cString: $0) } ?? ""
        }
    }

    func records(layer: Int, limits: ReadLimits) throws(FileError) -> [TableRecord] {
        guard let layer = GDALDatasetGetLayer(dataset, Int32(layer)) else { return [] }
        let width = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))
        var records: [TableRecord] = []
        OGR_L_ResetReading(layer)
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            let cells = (0..<width).map { field in cell(feature, field) }
            let record = record(number: Int(OGR_F_GetFID(feature)), cells)
            if !record.isBlank { records.append(record) }
            guard records.count <= limits.features else { throw .limitMustHold(limit: "features", value: String(limits.features)) }
        }
        return records
    }

    private func record(number: Int, _ cells: [String?]) -> TableRecord {
        var record = TableRecord(row: number, cells: cells)
        for (column, text) in cells.enumerated() {
            guard let text, let reading = NumberText.read(Array(text.utf8)[...]), CellText.isNumber(text) else { continue }
            record.cells[column] = reading.text
            guard reading.isDamaged else { continue }
            record.remarks.append(
                RowRemark(.noted, .longNumberDamaged, place: CellText.reference(row: number, column: column), found: reading.text))
        }
        return record
    }

    /// Dates come as `2025/09/01`, and leave as ISO days.
    private func cell(_ feature: OGRFeatureH, _ field: Int32) -> String? {
        guard OGR_F_IsFieldSetAndNotNull(feature, field) != 0, let text = OGR_F_GetFieldAsString(feature, field) else { return nil }
        return CellText.clean(String(cString: text)).map(isoDay)
    }

    private func isoDay(_ text: String) -> String {
        let parts = text.prefix(10).split(separator: "/")
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return text }
        let time = text.dropFirst(11)
        return parts.joined(separator: "-") + (time.isEmpty || time == "00:00:00" ? "" : "T" + time)
    }
}
