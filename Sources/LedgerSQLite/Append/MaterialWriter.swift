import Enforcement
import GRDB
import LandGeometry

/// Writes what came with the act: patches, remarks, reasonings, features (写随附数据), each with the digest it was checked by.
/// Text and geometry are made on another thread while rows are written.
struct MaterialWriter {
    var db: Database
    var prepared: PreparedAct
    var index: PatchIndex

    func write() throws {
        try writePatches()
        try writeRemarks()
        try writeReasonings()
        for (version, features) in prepared.act.material.features.sorted(by: { $0.key < $1.key }) {
            try write(features, of: version)
        }
    }

    private func writePatches() throws {
        guard !prepared.act.material.patches.isEmpty else { return }
        let insert = try BulkStatement(
            db,
            """
            INSERT INTO patch (batch, row_number, source_number, area_m2, stated_area_m2, day_before, day_after, division, place, type,
                longitude, latitude, digest, attributes, geom, received)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let places = Array(prepared.act.material.patches.indices)
        let (patches, digests) = (prepared.act.material.patches, prepared.patchDigests)
        try Ahead(items: places) { PatchBytes(patches[$0]) }.forEach { place, bytes in
            let patch = patches[place]
            insert.add(try index.fid(of: patch.batch)).add(patch.row).add(patch.sourceNumber).add(patch.area.squareMetres)
            insert.add(patch.statedArea?.squareMetres).add(patch.before?.text).add(patch.after?.text).add(patch.division)
            insert.add(patch.placeWords).add(patch.type).add(patch.point?.longitude).add(patch.point?.latitude)
            insert.add(blob: digests[place]).add(text: bytes.attributes).add(blob: bytes.geometry)
            switch bytes.received {
            case .same(let word): insert.add(word)
            case .bytes(let received): insert.add(blob: received)
            case nil: insert.add(blob: nil)
            }
            try insert.run()
        }
    }

    private func writeRemarks() throws {
        let insert = try BulkStatement(
            db,
            """
            INSERT INTO remark (batch, row_number, effect, rule, place, found, area_before_m2, area_after_m2)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (batch, remarks) in prepared.act.material.remarks.sorted(by: { $0.key < $1.key }) {
            let owner = try index.fid(of: batch)
            for remark in remarks {
                insert.add(owner).add(remark.row).add(remark.effect.rawValue).add(remark.rule).add(remark.place).add(remark.found)
                try insert.add(remark.areaBefore?.squareMetres).add(remark.areaAfter?.squareMetres).run()
            }
        }
    }

    /// One that the store has is the same, by its digest.
    private func writeReasonings() throws {
        for (digest, body) in prepared.reasonings.sorted(by: { $0.key < $1.key }) {
            let known = try db.cachedStatement(sql: "SELECT 1 FROM reasoning WHERE digest = ?")
            if try Int.fetchOne(known, arguments: [digest]) != nil { continue }
            try db.execute(
                sql: "INSERT INTO reasoning (digest, body) VALUES (?, ?)", arguments: [digest, String(decoding: body, as: UTF8.self)])
        }
    }

    private func write(_ features: [LayerFeature], of version: LayerVersionID) throws {
        guard let owner = try Int64.fetchOne(db, sql: "SELECT fid FROM layer_version WHERE id = ?", arguments: [version.text]) else {
            throw LedgerError.materialMustComeWithItsEvent(.layer(version))
        }
        let insert = try BulkStatement(
            db,
            """
            INSERT INTO layer_feature (fid, layer_version, number, code, name, extent, digest, attributes, geom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let digests = prepared.featureDigests[version] ?? []
        try Ahead(items: Array(features.indices)) { FeatureBytes(features[$0]) }.forEach { place, bytes in
            let feature = features[place]
            insert.add(LayerFeatureKey.fid(owner, feature.number)).add(owner).add(feature.number).add(feature.code).add(feature.name)
            insert.add(bytes.extent).add(blob: digests[place]).add(text: bytes.attributes)
            try insert.add(blob: bytes.geometry).run()
        }
    }
}

/// A patch's text and geometry as stored (图斑入库字节).
private struct PatchBytes: Sendable {
    let attributes: [UInt8]
    let geometry: [UInt8]?
    let received: ReceivedGeometry.Kept?

    init(_ patch: Patch) {
        attributes = LedgerJSON.kept(patch.attributes)
        geometry = patch.shape.map(GeometryBlob.bytes) ?? patch.point.map(GeometryBlob.bytes)
        received = ReceivedGeometry.kept(patch.receivedGeometry, ground: geometry)
    }
}

/// A feature's text and geometry as stored (要素入库字节).
private struct FeatureBytes: Sendable {
    let attributes: [UInt8]
    let geometry: [UInt8]
    let extent: Double

    init(_ feature: LayerFeature) {
        attributes = LedgerJSON.kept(feature.attributes)
        geometry = GeometryBlob.bytes(feature.shape)
        extent = feature.shape.box.extent
    }
}

/// The key of a feature: its version's key and its number (要素键).
enum LayerFeatureKey {
    static let span: Int64 = 10_000_000

    static func fid(_ version: Int64, _ number: Int) -> Int64 { version * span + Int64(number) }

    static func range(_ version: Int64) -> (first: Int64, last: Int64) { (version * span + 1, version * span + span - 1) }
}
