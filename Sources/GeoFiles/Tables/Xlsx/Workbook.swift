/// A workbook of Office Open XML (工作簿, ECMA-376): sheets are layers.
struct Workbook {
    private let archive: ZipArchive
    private let index = WorkbookIndex()
    private let relations = WorkbookRelations()
    private let strings = SharedStrings()
    private let styles = WorkbookStyles()
    private let folder: String
    private let limits: ReadLimits

    private init(_ path: String, limits: ReadLimits) throws(FileError) {
        self.limits = limits
        archive = try ZipArchive(path: path, limits: limits)
        let roots = WorkbookRelations()
        _ = try archive.parse("_rels/.rels", with: roots)
        let main = roots.part(ofType: "/officeDocument", in: "") ?? "xl/workbook.xml"
        let parts = main.split(separator: "/")
        folder = parts.dropLast().joined(separator: "/")
        guard try archive.parse(main, with: index) else { throw .formatMustBeKnown(found: archive.names.prefix(5).joined(separator: " ")) }
        _ = try archive.parse(folder + "/_rels/" + (parts.last ?? "") + ".rels", with: relations)
        if let part = relations.part(ofType: "/sharedStrings", in: folder) { _ = try archive.parse(part, with: strings) }
        if let part = relations.part(ofType: "/styles", in: folder) { _ = try archive.parse(part, with: styles) }
    }

    /// The sheet that was named, else the first visible one that holds a table.
    static func open(_ request: ReadRequest) throws(FileError) -> any RowSource {
        let book = try Workbook(request.path, limits: request.limits)
        let names = book.index.sheets.map(\.name)
        if let named = request.layer {
            guard let sheet = book.index.sheets.first(where: { $0.name == named }) else {
                throw .layerMustExist(named: named, candidates: names)
            }
            return try book.source(sheet, book.records(sheet), request, others: [])
        }
        let order = book.index.sheets.filter { !$0.isHidden } + book.index.sheets.filter(\.isHidden)
        for sheet in order {
            let records = try book.records(sheet)
            if !records.isEmpty { return try book.source(sheet, records, request, others: names.filter { $0 != sheet.name }) }
        }
        throw .layerMustBeNamed(candidates: names)
    }

    private func records(_ sheet: WorkbookIndex.Sheet) throws(FileError) -> SheetRecords {
        let reader = SheetReader(
            shared: strings.texts, styles: styles.kinds, countsFrom1904: index.countsFrom1904, limits: limits)
        if let target = relations.relations[sheet.relation]?.target {
            let part = WorkbookRelations.resolve(target, in: folder)
            guard try archive.parse(part, with: reader, pump: { reader.pump = $0 }) else { throw .fileMustBeWhole(found: part) }
        }
        return SheetRecords(reader)
    }

    private func source(
        _ sheet: WorkbookIndex.Sheet, _ records: SheetRecords, _ request: ReadRequest, others: [String]
    ) throws(FileError) -> any RowSource {
        var remarks: [RowRemark] = []
        if !others.isEmpty { remarks.append(RowRemark(.noted, .otherLayersNotRead, found: others.joined(separator: ", "))) }
        remarks += records.hiddenRemarks
        let table = TableRowSource.Table(
            format: "XLSX", layer: sheet.name, layers: index.sheets.map(\.name), encoding: "UTF-8", encodingBasis: "format",
            remarks: remarks)
        return try TableRowSource(table, records: records, request: request)
    }
}
