import Enforcement
import GRDB
import LandGeometry

/// Reads pages and counts of entries (读台账).
struct EntryReader {
    var db: Database
    /// Up to so many hits of a search are sorted; for more, the order's index is walked until the page is full.
    private static let few = 5000

    func page(_ query: EntryQuery, offset: Int, limit: Int) throws -> EntryPage {
        let filter = EntryFilter(query)
        let found = try totals(filter)
        let fids = try page(filter, few: found.few, offset: max(0, offset), limit: max(0, limit))
        let statement = try db.cachedStatement(sql: "SELECT state FROM entry WHERE fid = ?")
        let entries = try fids.compactMap { fid in
            try String.fetchOne(statement, arguments: [fid]).map { try LedgerJSON.value(EntryState.self, from: $0) }
        }
        return EntryPage(entries: entries, total: found.count, totalArea: Area(hundredths: found.area))
    }

    private func totals(_ filter: EntryFilter) throws -> (count: Int, area: Int, few: [Int64]?) {
        if filter.isFaceted {
            let sql = "SELECT ifnull(sum(entries), 0), ifnull(sum(area_dm2), 0) FROM entry_total\(filter.facets.clause)"
            let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(filter.facets.values))
            return (row?.integer(0) ?? 0, row?.integer(1) ?? 0, nil)
        }
        let index =
            filter.query.searched != nil && filter.query.box == nil && filter.query.batch == nil ? " INDEXED BY entry_by_search" : ""
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT fid, area_dm2 FROM entry\(index)\(filter.all.clause)"),
            arguments: StatementArguments(filter.all.values))
        var few: [Int64] = []
        var (count, area) = (0, 0)
        while let row = try rows.next() {
            count += 1
            area += row.integer(1)
            if count <= EntryReader.few { few.append(row.value(0) ?? 0) }
        }
        return (count, area, count <= EntryReader.few ? few : nil)
    }

    private func page(_ filter: EntryFilter, few: [Int64]?, offset: Int, limit: Int) throws -> [Int64] {
        let way = filter.query.descending ? "DESC" : "ASC"
        let order = filter.query.order.columns.map { "\($0) \(way)" }.joined(separator: ", ")
        if let few {
            let list = "[" + few.map(String.init).joined(separator: ",") + "]"
            return try Int64.fetchAll(
                db.cachedStatement(
                    sql:
                        "SELECT fid FROM entry NOT INDEXED WHERE fid IN (SELECT value FROM json_each(?)) ORDER BY \(order) LIMIT ? OFFSET ?"
                ),
                arguments: [list, limit, offset])
        }
        let sql = "SELECT fid FROM entry INDEXED BY \(filter.query.order.index)\(filter.all.clause) ORDER BY \(order) LIMIT ? OFFSET ?"
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql),
            arguments: StatementArguments(filter.all.values + [limit.databaseValue, offset.databaseValue]))
    }

    func counts(_ query: EntryQuery, by grouping: EntryGrouping) throws -> [EntryCount] {
        let filter = EntryFilter(query)
        let sql =
            filter.isFaceted
            ? "SELECT stage, verdict, unit, category, flags, entries, area_dm2 FROM entry_total\(filter.facets.clause)"
            : """
            SELECT stage, ifnull(verdict, ''), ifnull(unit, ''), category, flags, count(*), sum(area_dm2)
            FROM entry\(filter.all.clause) GROUP BY 1, 2, 3, 4, 5
            """
        var groups: [String: (count: Int, area: Int)] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(filter.all.values))
        while let row = try rows.next() {
            guard row.integer(5) > 0 else { continue }
            for group in grouping.groups(of: row) {
                groups[group, default: (0, 0)].count += row.integer(5)
                groups[group, default: (0, 0)].area += row.integer(6)
            }
        }
        return groups.sorted { $0.key < $1.key }.map {
            EntryCount(group: $0.key, count: $0.value.count, area: Area(hundredths: $0.value.area))
        }
    }
}

extension EntryQuery.Order {
    fileprivate var columns: [String] {
        switch self {
        case .number: ["number"]
        case .area: ["area_dm2", "number"]
        case .changed: ["changed", "number"]
        case .unit: ["unit", "number"]
        }
    }

    fileprivate var index: String { "entry_by_\(rawValue)" }
}

extension EntryGrouping {
    /// Groups of a row that begins with stage, verdict, unit, category and flags.
    fileprivate func groups(of row: Row) -> [String] {
        switch self {
        case .stage: [row.text(0)]
        case .verdict: [row.text(1)]
        case .unit: [row.text(2)]
        case .category: [row.text(3)]
        case .flag: row.text(4).split(separator: ",").map(String.init)
        }
    }
}
