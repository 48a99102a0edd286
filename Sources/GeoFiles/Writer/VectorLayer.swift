import CGDAL
import Foundation

/// One layer being written: its fields and its features.
struct VectorLayer {
    private let layer: OGRLayerH
    private let definition: OGRFeatureDefnH
    private let names: [String]
    private let limits: [Int]

    init(
        _ dataset: GDALDatasetH, _ name: String, kind: OGRwkbGeometryType, _ order: WriteOrder, _ transform: GroundToFile
    ) throws(FileError) {
        let options = VectorLayer.options(order)
        let made = GDAL.withStrings(options) { list in
            GDALDatasetCreateLayer(dataset, name, transform.system, kind, UnsafeMutablePointer(OpaquePointer(list)))
        }
        guard let made, let definition = OGR_L_GetLayerDefn(made) else {
            throw .writingMustSucceed(path: order.path, found: GDALTrouble.take().words)
        }
        layer = made
        self.definition = definition
        names = FieldNames.fit(order.columns, order.format)
        limits = order.textWidths.map { order.format == .shp ? min(254, max(1, $0)) : Int.max }
        for (column, name) in zip(order.columns.indices, names) {
            guard VectorLayer.addField(made, name, order.columns[column].type, width: order.format == .shp ? limits[column] : nil) else {
                throw .writingMustSucceed(path: order.path, found: GDALTrouble.take().words)
            }
        }
    }

    private static func options(_ order: WriteOrder) -> [String] {
        switch order.format {
        case .gpkg: ["GEOMETRY_NAME=geom", "FID=fid", "IDENTIFIER=\(order.name)", "DESCRIPTION=\(order.description ?? "")"]
        case .shp: ["ENCODING=\(TextFitting(encoding: order.options.encoding).isGBK ? "CP936" : "UTF-8")"]
        case .geojson: ["RFC7946=YES", "COORDINATE_PRECISION=9", "WRITE_NAME=NO"]
        case .xlsx, .csv: []
        }
    }

    /// - Parameter width: of text, for formats with fixed columns.
    private static func addField(_ layer: OGRLayerH, _ name: String, _ type: ExportTable.ColumnType, width: Int?) -> Bool {
        let kind =
            switch type {
            case .text: OFTString
            case .integer: OFTInteger64
            case .real: OFTReal
            case .date: OFTDate
            }
        guard let field = OGR_Fld_Create(name, kind) else { return false }
        defer { OGR_Fld_Destroy(field) }
        if let width, type == .text { OGR_Fld_SetWidth(field, Int32(width)) }
        if width != nil, type == .real {
            OGR_Fld_SetWidth(field, 20)
            OGR_Fld_SetPrecision(field, 8)
        }
        return OGR_L_CreateField(layer, field, 1) == OGRERR_NONE
    }

    func add(
        _ row: ExportedRows.Received, number: Int, _ transform: GroundToFile, _ fitting: inout TextFitting
    ) -> Bool {
        guard let feature = OGR_F_Create(definition) else { return false }
        defer { OGR_F_Destroy(feature) }
        for (column, cell) in row.cells.prefix(names.count).enumerated() {
            set(cell, Int32(column), feature, row: number, &fitting)
        }
        if row.ground != .none {
            guard let geometry = transform.geometry(row.geometry) else { return false }
            guard OGR_F_SetGeometryDirectly(feature, geometry) == OGRERR_NONE else { return false }
        }
        return OGR_L_CreateFeature(layer, feature) == OGRERR_NONE
    }

    private func set(_ cell: ExportTable.Cell, _ column: Int32, _ feature: OGRFeatureH, row: Int, _ fitting: inout TextFitting) {
        switch cell {
        case .blank:
            OGR_F_SetFieldNull(feature, column)
        case .text(let text):
            let clean = text.utf8.contains(0) ? text.replacing("\0", with: "") : text
            OGR_F_SetFieldString(
                feature, column, fitting.fit(clean, limit: limits[Int(column)], place: "row \(row), \(names[Int(column)])"))
        case .integer(let number):
            OGR_F_SetFieldInteger64(feature, column, Int64(number))
        case .real(let number):
            if number.isFinite { OGR_F_SetFieldDouble(feature, column, number) } else { OGR_F_SetFieldNull(feature, column) }
        case .date(let day):
            let parts = day.split(separator: "-").compactMap { Int32($0) }
            if parts.count == 3 {
                OGR_F_SetFieldDateTime(feature, column, parts[0], parts[1], parts[2], 0, 0, 0, 0)
            } else {
                OGR_F_SetFieldNull(feature, column)
            }
        }
    }
}

/// Names of columns as a format takes them: each once, without those the format needs itself.
enum FieldNames {
    static func fit(_ columns: [ExportTable.Column], _ format: ExportFormat) -> [String] {
        var taken: Set<String> = format == .gpkg ? ["fid", "geom"] : []
        return columns.map { column in
            let wanted = format == .shp ? cut(column.shortName, 10) : column.title
            var name = wanted.isEmpty ? "F" : wanted
            var number = 1
            while taken.contains(name.lowercased()) {
                let suffix = "_" + String(number)
                name = (format == .shp ? cut(wanted, 10 - suffix.utf8.count) : wanted) + suffix
                number += 1
            }
            taken.insert(name.lowercased())
            return name
        }
    }

    private static func cut(_ name: String, _ bytes: Int) -> String {
        var name = name
        while name.utf8.count > bytes { name.removeLast() }
        return name
    }
}
