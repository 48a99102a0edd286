import Enforcement
import Foundation
import GRDB
import LandGeometry

/// Reads the grounds of entries for maps and matching (读条目图形).
struct GroundReader {
    var db: Database
    private static let columns = "number, version, stage, verdict, unit, area_m2, geom"

    func ground(of number: EntryNumber) throws -> EntryGround? {
        let statement = try db.cachedStatement(sql: "SELECT \(GroundReader.columns) FROM entry WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [number.text]).map(GroundReader.ground)
    }

    /// The largest entries whose ground's box touches `box`; a crowded window is walked from the largest down.
    func grounds(in box: BoundingBox, _ query: EntryQuery, limit: Int) throws -> [EntryGround] {
        guard limit > 0, !box.isEmpty else { return [] }
        let window = Window(box)
        let crowded = try window.isCrowded(db, "rtree_entry_geom")
        var conditions = try EntryFilter(query).all(db)
        conditions.add(
            crowded
                ? "EXISTS (SELECT 1 FROM rtree_entry_geom r WHERE r.id = entry.fid AND \(Window.condition))"
                : "fid IN (SELECT r.id FROM rtree_entry_geom r WHERE \(Window.condition))", window.values)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT \(GroundReader.columns) FROM entry \(crowded ? "INDEXED BY entry_by_area" : "NOT INDEXED")\(conditions.clause)
                    ORDER BY area_dm2 DESC, number DESC
                    """),
            arguments: StatementArguments(conditions.values))
        var grounds: [EntryGround] = []
        while grounds.count < limit, let row = try rows.next() {
            guard let found = row.value(6, Data.self).flatMap(GeometryBlob.box), found.touches(box) else { continue }
            grounds.append(GroundReader.ground(row))
        }
        return grounds
    }

    private static func ground(_ row: Row) -> EntryGround {
        let geometry: Data? = row.value(6)
        let shape = geometry.flatMap(GeometryBlob.shape)
        return EntryGround(
            number: EntryNumber(row.text(0)), version: row.integer(1), stage: EntryState.Stage(rawValue: row.text(2)) ?? .registered,
            verdict: row.value(3, String.self).flatMap { Verdict(rawValue: $0) }, unit: row.value(4, String.self).map { UnitID($0) },
            area: Area(squareMetres: row.value(5) ?? 0), shape: shape, point: shape == nil ? geometry.flatMap(GeometryBlob.point) : nil)
    }
}
