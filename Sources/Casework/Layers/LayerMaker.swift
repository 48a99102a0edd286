import Enforcement
import GeoFiles
import LandGeometry

/// Turns the rows of a file into the features of a layer version (图层要素整理).
struct LayerMaker {
    let order: LayerOrder
    let binding: LayerBinding
    let id: LayerVersionID
    let digest: String

    struct Made {
        var version: LayerVersion
        var features: [LayerFeature]
        var remarks: [Remark]
    }

    /// The binding the user names, else the one of the standard table name.
    static func binding(_ order: LayerOrder, table: String) throws(CaseworkError) -> LayerBinding {
        if let name = order.layer {
            return LayerBinding.of(layer: name)
                ?? LayerBinding(
                    layer: name, title: order.title ?? name.text, tables: [], classFields: [], codeScheme: order.codeScheme,
                    nameFields: ["MC", "NAME"])
        }
        let fileStem = order.fileName.split(separator: ".").first.map(String.init) ?? ""
        if let bound = LayerBinding.of(table: table) ?? LayerBinding.of(table: fileStem) { return bound }
        throw .layerMustBeBound(table: table, known: LayerBinding.all.map { "\($0.layer) (\($0.tables.first ?? ""))" })
    }

    func make(_ read: ReadRows) throws(CaseworkError) -> Made {
        let fields = read.description.fields
        let classField = try classField(in: fields)
        let classColumn = classField.flatMap { fields.firstIndex(of: $0) }
        let nameColumn = binding.nameFields.lazy.compactMap { name in fields.firstIndex { $0.uppercased() == name } }.first
        var features: [LayerFeature] = []
        var remarks = read.description.remarks.map { Remark($0, row: nil) }
        for row in read.rows {
            remarks += row.remarks.map { Remark($0, row: row.row) }
            guard !row.isRefused else { continue }
            guard case .area(let shape) = row.ground else {
                remarks.append(Remark(row: row.row, effect: .refused, rule: ReadingRule.geometryMustBeAreaOrPoint.rawValue))
                continue
            }
            features.append(
                LayerFeature(
                    number: row.row, code: classColumn.flatMap { row.values[$0] }?.trimmed ?? "",
                    name: nameColumn.flatMap { row.values[$0] },
                    shape: shape,
                    attributes: zip(fields, row.values).compactMap { name, value in value.map { Attribute(name: name, value: $0) } }))
        }
        return Made(version: version(features, classField: classField, rows: read.summary.rows), features: features, remarks: remarks)
    }

    private func classField(in fields: [String]) throws(CaseworkError) -> String? {
        if let named = order.classField {
            guard fields.contains(named) else { throw .classFieldMustExist(named: named, fields: fields) }
            return named
        }
        return binding.classFields.lazy.compactMap { name in fields.first { $0.uppercased() == name } }.first
    }

    private func version(_ features: [LayerFeature], classField: String?, rows: Int) -> LayerVersion {
        LayerVersion(
            id: id, layer: binding.layer, title: order.title ?? binding.title, version: order.version, validFrom: order.validFrom,
            validTo: order.validTo, approval: order.approval, sourceFile: order.fileName, sourceDigest: digest,
            codeScheme: order.codeScheme ?? (classField == nil ? nil : binding.codeScheme), classField: classField,
            featureCount: features.count, refused: rows - features.count, area: features.reduce(.zero) { $0 + $1.shape.area }.recorded)
    }
}
