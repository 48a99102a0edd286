import Enforcement
import Foundation
import GRDB
import LandGeometry

/// Reads the features of layer versions (读图层要素).
struct LayerReader {
    var db: Database
    private static let columns = "f.number, f.code, f.name, f.geom, f.attributes, f.digest"

    func fid(of version: LayerVersionID) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT fid FROM layer_version WHERE id = ?"), arguments: [version.text])
    }

    func features(of version: LayerVersionID) throws -> [LayerFeature] {
        var features: [LayerFeature] = []
        try forEachRow(of: version) { features.append(try LayerReader.feature($0, version)) }
        return features
    }

    func features(of version: LayerVersionID, after number: Int, limit: Int) throws -> [LayerFeature] {
        guard let owner = try fid(of: version), limit > 0 else { return [] }
        let statement = try db.cachedStatement(
            sql: "SELECT \(LayerReader.columns) FROM layer_feature f WHERE f.fid > ? AND f.fid <= ? ORDER BY f.fid LIMIT ?")
        let first = LayerFeatureKey.fid(owner, max(0, number))
        let rows = try Row.fetchCursor(statement, arguments: [first, LayerFeatureKey.range(owner).last, limit])
        var features: [LayerFeature] = []
        while let row = try rows.next() { features.append(try LayerReader.feature(row, version)) }
        return features
    }

    /// Digests of a version's features, as recomputed and as kept.
    func checkable(_ version: LayerVersionID, _ digest: LogDigest) throws -> [(number: Int, recomputed: [UInt8]?, kept: [UInt8])] {
        var found: [(number: Int, recomputed: [UInt8]?, kept: [UInt8])] = []
        try forEachRow(of: version) { row in
            let feature = try? LayerReader.feature(row, version)
            found.append((row.integer(0), feature.map { LayerDigest.hash(of: $0, by: digest) }, row.bytes(5)))
        }
        return found
    }

    private func forEachRow(of version: LayerVersionID, _ body: (Row) throws -> Void) throws {
        guard let owner = try fid(of: version) else { return }
        let range = LayerFeatureKey.range(owner)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(LayerReader.columns) FROM layer_feature f WHERE f.fid BETWEEN ? AND ? ORDER BY f.fid",
            arguments: [range.first, range.last])
        while let row = try rows.next() { try body(row) }
    }

    /// The largest features whose box touches `box`. Where more lie in it than can be sorted quickly, the features are
    /// walked from the largest down instead, each looked up in the R-tree.
    func features(of version: LayerVersionID, in box: BoundingBox, limit: Int) throws -> [LayerFeature] {
        guard let owner = try fid(of: version), limit > 0, !box.isEmpty else { return [] }
        let range = LayerFeatureKey.range(owner)
        let window = Window(box)
        let crowded = try window.isCrowded(db, "rtree_layer_feature_geom", ids: range)
        let source =
            crowded
            ? """
            layer_feature f INDEXED BY layer_feature_by_extent WHERE f.layer_version = ?
            AND EXISTS (SELECT 1 FROM rtree_layer_feature_geom r WHERE r.id = f.fid AND \(Window.condition))
            """
            : """
            layer_feature f WHERE f.layer_version = ? AND f.fid IN
            (SELECT r.id FROM rtree_layer_feature_geom r WHERE \(Window.condition) AND r.id BETWEEN \(range.first) AND \(range.last))
            """
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(LayerReader.columns) FROM \(source) ORDER BY f.extent DESC, f.fid",
            arguments: StatementArguments([owner.databaseValue] + window.values))
        var features: [LayerFeature] = []
        while features.count < limit, let row = try rows.next() {
            guard let found = row.value(3, Data.self).flatMap(GeometryBlob.box), found.touches(box) else { continue }
            features.append(try LayerReader.feature(row, version))
        }
        return features
    }

    private static func feature(_ row: Row, _ version: LayerVersionID) throws -> LayerFeature {
        guard let shape = row.value(3, Data.self).flatMap(GeometryBlob.shape),
            let attributes = try? LedgerJSON.attributes(from: row.bytes(4))
        else { throw LedgerError.digestMustMatchMaterial("feature \(version)/\(row.integer(0))") }
        return LayerFeature(number: row.integer(0), code: row.text(1), name: row.value(2), shape: shape, attributes: attributes)
    }
}

extension GeoPackageLedger {
    public func layerVersions() async throws -> [LayerVersion] {
        try await pool.read { db in
            try String.fetchAll(db, sql: "SELECT state FROM layer_version").map { try LedgerJSON.value(LayerVersion.self, from: $0) }
                .sorted { $0.precedes($1) }
        }
    }

    public func features(of version: LayerVersionID) async throws -> [LayerFeature] {
        try await pool.read { try LayerReader(db: $0).features(of: version) }
    }

    public func features(of version: LayerVersionID, after number: Int, limit: Int) async throws -> [LayerFeature] {
        try await pool.read { try LayerReader(db: $0).features(of: version, after: number, limit: limit) }
    }

    public func features(of version: LayerVersionID, in box: BoundingBox, limit: Int) async throws -> [LayerFeature] {
        try await pool.read { try LayerReader(db: $0).features(of: version, in: box, limit: limit) }
    }
}
