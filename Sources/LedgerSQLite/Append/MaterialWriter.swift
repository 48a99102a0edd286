import Enforcement
import Foundation
import GRDB
import LandGeometry

/// Writes what came with the act: patches, remarks, features (写随附数据), each with the digest it was checked by.
struct MaterialWriter {
    var db: Database
    var prepared: PreparedAct

    func write() throws {
        let material = prepared.act.material
        var batches: [BatchID: Int64] = [:]
        for batch in Set(material.patches.map(\.batch)).union(material.remarks.keys) {
            batches[batch] = try fid(of: batch.text, in: "batch")
        }
        try writePatches(batches)
        try writeRemarks(batches)
        for (version, features) in material.features.sorted(by: { $0.key < $1.key }) {
            try write(features, of: version)
        }
    }

    private func fid(of id: String, in table: String) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT fid FROM \(table) WHERE id = ?", arguments: [id])
    }

    private func writePatches(_ batches: [BatchID: Int64]) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO patch (id, batch, row_number, source_number, area_m2, stated_area_m2, day_before, day_after, division, place, type,
                    longitude, latitude, digest, attributes, geom, received)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (patch, digest) in zip(prepared.act.material.patches, prepared.patchDigests) {
            try insert.execute(arguments: [
                patch.id.text, batches[patch.batch], patch.row, patch.sourceNumber, patch.area.squareMetres, patch.statedArea?.squareMetres,
                patch.before?.text, patch.after?.text, patch.division, patch.placeWords, patch.type,
                patch.point?.longitude, patch.point?.latitude, Data(digest), try LedgerJSON.text(of: patch.attributes),
                patch.shape.map(GeometryBlob.data) ?? patch.point.map(GeometryBlob.data),
                patch.receivedGeometry.map { Data($0) },
            ])
        }
    }

    private func writeRemarks(_ batches: [BatchID: Int64]) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO remark (batch, row_number, effect, rule, place, found, area_before_m2, area_after_m2)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (batch, remarks) in prepared.act.material.remarks.sorted(by: { $0.key < $1.key }) {
            for remark in remarks {
                try insert.execute(arguments: [
                    batches[batch], remark.row, remark.effect.rawValue, remark.rule, remark.place, remark.found,
                    remark.areaBefore?.squareMetres, remark.areaAfter?.squareMetres,
                ])
            }
        }
    }

    private func write(_ features: [LayerFeature], of version: LayerVersionID) throws {
        guard let owner = try fid(of: version.text, in: "layer_version") else {
            throw LedgerError.materialMustComeWithItsEvent(.layer(version))
        }
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO layer_feature (fid, layer_version, number, code, name, extent, digest, attributes, geom)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (feature, digest) in zip(features, prepared.featureDigests[version] ?? []) {
            try insert.execute(arguments: [
                LayerFeatureKey.fid(owner, feature.number), owner, feature.number, feature.code, feature.name, feature.shape.box.extent,
                Data(digest), try LedgerJSON.text(of: feature.attributes), GeometryBlob.data(feature.shape),
            ])
        }
    }
}

/// The key of a feature: its version's key and its number (要素键).
enum LayerFeatureKey {
    static let span: Int64 = 10_000_000

    static func fid(_ version: Int64, _ number: Int) -> Int64 { version * span + Int64(number) }

    static func range(_ version: Int64) -> (first: Int64, last: Int64) { (version * span + 1, version * span + span - 1) }
}
