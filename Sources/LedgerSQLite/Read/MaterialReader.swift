import Enforcement
import Foundation
import GRDB
import LandGeometry

/// Reads what came in: patches and remarks (读随附数据).
struct MaterialReader {
    var db: Database

    private static let patchSelection = """
        SELECT b.id || '/' || p.row_number, b.id, p.row_number, p.source_number, p.geom, p.longitude, p.latitude, p.received, p.area_m2, p.stated_area_m2,
            p.day_before, p.day_after, p.division, p.place, p.type, p.attributes, p.digest
        FROM patch p JOIN batch b ON b.fid = p.batch
        """

    func patch(_ id: PatchID) throws -> Patch? {
        guard let (batch, row) = id.parts else { return nil }
        let statement = try db.cachedStatement(sql: "\(MaterialReader.patchSelection) WHERE b.id = ? AND p.row_number = ?")
        return try Row.fetchOne(statement, arguments: [batch.text, row]).map(MaterialReader.patch)
    }

    func patches(of batch: BatchID) throws -> [Patch] {
        var patches: [Patch] = []
        try forEachRow(of: batch) { patches.append(try MaterialReader.patch($0)) }
        return patches
    }

    /// The patches of a batch by row, each with the digest kept beside it, or its identifier when it cannot be read.
    func checkable(_ batch: BatchID) throws -> (found: [(patch: Patch, kept: [UInt8])], unreadable: [String]) {
        var found: [(patch: Patch, kept: [UInt8])] = []
        var unreadable: [String] = []
        try forEachRow(of: batch) { row in
            if let patch = try? MaterialReader.patch(row) { found.append((patch, row.bytes(16))) } else { unreadable.append(row.text(0)) }
        }
        return (found, unreadable)
    }

    private func forEachRow(of batch: BatchID, _ body: (Row) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: "\(MaterialReader.patchSelection) WHERE p.batch = (SELECT fid FROM batch WHERE id = ?) ORDER BY p.row_number",
            arguments: [batch.text])
        while let row = try rows.next() { try body(row) }
    }

    private static func patch(_ row: Row) throws -> Patch {
        let geometry: Data? = row.value(4)
        let point = row.value(5, Double.self).flatMap { longitude in
            row.value(6, Double.self).map { Position(longitude: longitude, latitude: $0) }
        }
        let shape = geometry.flatMap(GeometryBlob.shape)
        let broken = LedgerError.digestMustMatchMaterial("patch \(row.text(0))")
        guard let area: Double = row.value(8), geometry == nil || shape != nil || point != nil,
            let attributes = try? LedgerJSON.attributes(from: row.bytes(15))
        else { throw broken }
        return Patch(
            id: PatchID(row.text(0)), batch: BatchID(row.text(1)), row: row.integer(2), sourceNumber: row.value(3), shape: shape,
            point: point, receivedGeometry: ReceivedGeometry.received(row[7], ground: geometry), area: Area(squareMetres: area),
            statedArea: row.value(9, Double.self).map { Area(squareMetres: $0) }, before: row.value(10, String.self).flatMap { Day($0) },
            after: row.value(11, String.self).flatMap { Day($0) }, division: row.value(12), placeWords: row.value(13), type: row.value(14),
            attributes: attributes)
    }

    func remarks(of batch: BatchID, offset: Int, limit: Int) throws -> [Remark] {
        try remarks("ORDER BY id LIMIT ? OFFSET ?", [batch.text, max(0, limit), max(0, offset)])
    }

    /// Those of one row, by their own index.
    func remarks(of batch: BatchID, row: Int) throws -> [Remark] {
        try remarks("AND row_number = ? ORDER BY id", [batch.text, row])
    }

    private func remarks(_ rest: String, _ arguments: StatementArguments) throws -> [Remark] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT row_number, effect, rule, place, found, area_before_m2, area_after_m2 FROM remark
                WHERE batch = (SELECT fid FROM batch WHERE id = ?) \(rest)
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            Remark(
                row: row.value(0), effect: Remark.Effect(rawValue: row.text(1)) ?? .noted, rule: row.text(2), place: row.value(3),
                found: row.value(4), areaBefore: row.value(5, Double.self).map { Area(squareMetres: $0) },
                areaAfter: row.value(6, Double.self).map { Area(squareMetres: $0) })
        }
    }

    func remarkCounts(of batch: BatchID) throws -> [RemarkCount] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT rule, effect, count(*) FROM remark WHERE batch = (SELECT fid FROM batch WHERE id = ?)
                GROUP BY rule, effect ORDER BY count(*) DESC, rule, effect
                """)
        return try Row.fetchAll(statement, arguments: [batch.text]).map {
            RemarkCount(rule: $0.text(0), effect: Remark.Effect(rawValue: $0.text(1)) ?? .noted, count: $0.integer(2))
        }
    }
}
