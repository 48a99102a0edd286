import Foundation

/// Opens files that are tables or lists of boundary points (表格与界址点文件); by content, for names are often wrong:
/// workbooks called .xls that are zips, and text called .xls.
enum TableSource {
    /// Nil for files that are none of these, which are GDAL's.
    static func open(_ request: ReadRequest) throws(FileError) -> (any RowSource)? {
        switch (request.path as NSString).pathExtension.lowercased() {
        case "csv", "tsv": try openDelimited(request)
        case "tab": try isMapInfo(request) ? nil : try openDelimited(request)
        case "xlsx", "xlsm", "xls", "et": try openWorkbook(request)
        case "json": try openJSON(request)
        case "txt": try openText(request)
        default: nil
        }
    }

    private static func layerName(_ request: ReadRequest) -> String {
        ((request.path as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    private static func openDelimited(_ request: ReadRequest) throws(FileError) -> (any RowSource)? {
        let text = try DecodedText(FileBytes.read(request.path, limits: request.limits), named: request.encoding)
        return try delimited(text, request)
    }

    private static func delimited(_ text: DecodedText, _ request: ReadRequest) throws(FileError) -> any RowSource {
        let isTabbed = request.path.lowercased().hasSuffix(".tsv")
        let records = DelimitedText(text.bytes, delimiter: isTabbed ? 9 : nil)
        let name = layerName(request)
        let table = TableRowSource.Table(
            format: records.delimiter == 9 ? "TSV" : "CSV", layer: name, layers: [name], encoding: text.encoding,
            encodingBasis: text.basis, remarks: text.remarks, isDamaged: text.damaged > 0)
        return try TableRowSource(table, records: records, request: request)
    }

    /// A MapInfo table's head stands in a text of the same ending.
    private static func isMapInfo(_ request: ReadRequest) throws(FileError) -> Bool {
        String(decoding: try FileBytes.head(request.path).drop { $0 <= 32 || $0 > 127 }, as: UTF8.self).lowercased().hasPrefix("!table")
    }

    private static func openText(_ request: ReadRequest) throws(FileError) -> (any RowSource)? {
        let text = try DecodedText(FileBytes.read(request.path, limits: request.limits), named: request.encoding)
        return try BoundaryPointSource(text, layer: layerName(request), limits: request.limits)
    }

    private static func openJSON(_ request: ReadRequest) throws(FileError) -> (any RowSource)? {
        let text = try DecodedText(FileBytes.read(request.path, limits: request.limits), named: request.encoding)
        guard let list = try list(text.bytes) else { return nil }
        let table = TableRowSource.Table(
            format: "JSON", layer: layerName(request), layers: [layerName(request)], encoding: text.encoding, encodingBasis: text.basis,
            isDamaged: text.damaged > 0, names: list.names)
        return try TableRowSource(table, records: RecordList(list.records), request: request)
    }

    /// Nil for GDAL's kinds of JSON, also when they are written so that only GDAL forgives it.
    private static func list(_ bytes: [UInt8]) throws(FileError) -> JSONRecords? {
        do throws(FileError) {
            return try JSONRecords(bytes)
        } catch {
            if JSONRecords.looksGeographic(bytes) { return nil }
            throw error
        }
    }

    private static func openWorkbook(_ request: ReadRequest) throws(FileError) -> (any RowSource)? {
        let head = try FileBytes.head(request.path)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try Workbook.open(request) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return try LegacyWorkbook.open(request) }
        guard !head.isEmpty else { throw .fileMustBeWhole(found: "0 bytes") }
        let text = try DecodedText(FileBytes.read(request.path, limits: request.limits), named: request.encoding)
        let start = String(decoding: text.bytes.prefix(512), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<table") || start.contains("<?xml") {
            throw .formatMustBeKnown(found: start.contains("<?xml") ? "XML" : "HTML")
        }
        guard !text.bytes.contains(0) else { throw .formatMustBeKnown(found: head.prefix(8).hex) }
        return try delimited(text, request)
    }
}
