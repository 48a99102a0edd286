import GRDB
import LandGeometry

/// A box asked of an R-tree (开窗查询). The tree keeps rounded, slightly larger boxes, so its answers are looked at again.
struct Window {
    /// With `r` for the R-tree, and `values` bound in this order.
    static let condition = "r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?"
    /// Above this many hits, walking down from the largest is quicker than sorting all hits.
    static let crowd = 5000

    var values: [DatabaseValue]

    init(_ box: BoundingBox) {
        values = [box.west, box.east, box.south, box.north].map(\.databaseValue)
    }

    func isCrowded(_ db: Database, _ tree: String, ids: (first: Int64, last: Int64)? = nil) throws -> Bool {
        let held = ids.map { " AND r.id BETWEEN \($0.first) AND \($0.last)" } ?? ""
        let sql = "SELECT count(*) FROM (SELECT 1 FROM \(tree) r WHERE \(Window.condition)\(held) LIMIT \(Window.crowd + 1))"
        return try Int.fetchOne(db, sql: sql, arguments: StatementArguments(values)) ?? 0 > Window.crowd
    }
}
