import CGDAL
import Foundation

/// One layer of a vector file read through GDAL (矢量读取源).
final class GDALSource: RowSource {
    private(set) var description: FileDescription
    let declared: DeclaredCoordinates
    let promisesGeometry: Bool
    let closedLinesAreAreas: Bool
    private(set) var announcedRows: Int?

    private let dataset: GDALDataset
    private let layer: OGRLayerH
    private let fields: GDALFields
    private var row = 0

    /// `entry` is a layer of `dataset`; `description` lists the layers of the whole file and receives fields and encoding here.
    init(
        _ dataset: GDALDataset, _ entry: GDALDataset.Entry, describedBy description: FileDescription, table: DBFTable?,
        codePage: String?, user: TextEncoding?
    ) throws(FileError) {
        guard let layer = dataset.layer(entry.index) else { throw .fileMustBeWhole(found: entry.name) }
        self.dataset = dataset
        self.layer = layer
        self.description = description
        promisesGeometry = entry.hasGeometry
        closedLinesAreAreas = ["DXF", "CAD", "DGN"].contains(dataset.driver)
        announcedRows = entry.features
        declared = GDALReference.declared(of: layer)
        let decision = table.map { EncodingDecision(user: user, table: $0, codePage: codePage) }
        fields = GDALFields(layer, encoding: decision?.encoding)
        self.description.fields = fields.names
        self.description.encoding = decision?.encoding.name ?? "UTF-8"
        self.description.encodingBasis = decision?.basis ?? "format"
        self.description.remarks += decision?.remarks ?? []
        if let table { try compare(table) }
        let trouble = GDALTrouble.take()
        if !trouble.isEmpty { self.description.remarks.append(RowRemark(.noted, .sourceReportedTrouble, found: trouble.words)) }
    }

    func next() throws(FileError) -> RawRow? {
        try withNextFeature { feature, row in
            var raw = RawRow(row: row, values: [], geometry: nil)
            raw.values = fields.values(of: feature, remarks: &raw.remarks)
            GDALGeometry.read(feature, into: &raw)
            remark(GDALTrouble.take(), on: &raw)
            return raw
        }
    }

    /// The next feature with its row number, for the length of `body`; nil after the last.
    func withNextFeature<R>(_ body: (OGRFeatureH, Int) throws(FileError) -> R) throws(FileError) -> R? {
        guard let feature = OGR_L_GetNextFeature(layer) else {
            let trouble = GDALTrouble.take()
            if trouble.hasFailure { throw .fileMustBeWhole(found: trouble.words) }
            return nil
        }
        defer { OGR_F_Destroy(feature) }
        row += 1
        return try body(feature, row)
    }

    /// The feature of a number, for the length of `body`; nil when there is none.
    func withFeature<R>(_ number: Int, _ body: (OGRFeatureH) -> R) -> R? {
        guard let feature = OGR_L_GetFeature(layer, GIntBig(number)) else { return nil }
        defer { OGR_F_Destroy(feature) }
        return body(feature)
    }

    /// The same records read without GDAL, where the format allows it and nothing in the file is unusual.
    func ringStream(column: Int?) throws(FileError) -> (any RingStream)? {
        switch dataset.driver {
        case "FlatGeobuf": try FlatGeobufStream(path: dataset.path, column: column, fields: fields.names.count)
        case "ESRI Shapefile" where !dataset.rebuiltIndex && dataset.path.lowercased().hasSuffix(".shp"):
            try ShapefileStream(path: dataset.path, column: column, fields: fields.names.count)
        default: nil
        }
    }

    /// The text of a field from its bytes, as a row has it.
    func text(_ bytes: UnsafeRawBufferPointer, column: Int, remarks: inout [RowRemark]) -> String? {
        fields.text(bytes, field: fields.names[column], remarks: &remarks)
    }

    /// Spares the drivers all fields but one from here on.
    func ignoreFields(but column: Int?) {
        let definition = OGR_L_GetLayerDefn(layer)
        var names = (0..<fields.names.count).filter { $0 != column }.map { OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, Int32($0))) }
        names.append(nil)
        var constants = names.map { UnsafePointer($0) }
        _ = OGR_L_SetIgnoredFields(layer, &constants)
    }

    /// The text of one field, as a row has it.
    func value(of feature: OGRFeatureH, column: Int, remarks: inout [RowRemark]) -> String? {
        fields.value(of: feature, column: column, remarks: &remarks)
    }

    func rewind() throws(FileError) {
        OGR_L_ResetReading(layer)
        row = 0
        _ = GDALTrouble.take()
    }

    /// A failure that took the geometry with it keeps the row out; any other trouble is told beside the row.
    private func remark(_ trouble: [GDALTrouble.Message], on raw: inout RawRow) {
        if trouble.isEmpty { return }
        let isLost = raw.geometry == nil && promisesGeometry && trouble.hasFailure
        raw.remarks.append(
            RowRemark(isLost ? .refused : .noted, isLost ? .geometryMustBeReadable : .sourceReportedTrouble, found: trouble.words))
    }

    /// A Shapefile's table and its shapes must be as many: otherwise attributes or shapes have vanished.
    private func compare(_ table: DBFTable) throws(FileError) {
        if table.presentRecords < table.announcedRecords {
            throw .fileMustBeWhole(found: "dbf: \(table.announcedRecords) records announced, \(table.presentRecords) present")
        }
        if promisesGeometry, let shapes = announcedRows, shapes != table.announcedRecords, table.announcedRecords > 0 {
            throw .fileMustBeWhole(found: "shp: \(shapes) shapes, dbf: \(table.announcedRecords) records")
        }
        guard table.deletedRecords > 0 else { return }
        announcedRows = announcedRows.map { $0 - table.deletedRecords }
        description.remarks.append(
            RowRemark(
                .noted, .sourceReportedTrouble, found: "\(table.deletedRecords) records are marked as deleted in the dbf and not read"))
    }
}
