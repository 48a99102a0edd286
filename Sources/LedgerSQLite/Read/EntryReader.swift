import Enforcement
import GRDB
import LandGeometry

/// Reads pages and counts of entries (读台账).
struct EntryReader {
    var db: Database
    /// Up to so many hits of a search are sorted; for more, the order's index is walked until the page is full.
    private static let few = 5000

    /// Pages as large as this are decoded on both processors.
    private static let large = 500

    func page(_ query: EntryQuery, offset: Int, limit: Int, _ shelf: ReasoningShelf) throws -> EntryPage {
        let filter = EntryFilter(query, over: try bounds(for: query))
        let sums = try filter.matchingFacets(db)
        let found = try found(filter, sums)
        let fids = try page(filter, sums, found, offset: max(0, offset), limit: max(0, limit))
        let statement = try db.cachedStatement(sql: "SELECT state FROM entry WHERE fid = ?")
        let texts = try fids.compactMap { try String.fetchOne(statement, arguments: [$0]) }
        return EntryPage(
            entries: try entries(texts, shelf), total: found.count, totalArea: Area(hundredths: found.area))
    }

    /// States as kept. Other threads know only the reasonings already on the shelf; what needs another is read here, which puts
    /// it there.
    private func entries(_ texts: [String], _ shelf: ReasoningShelf) throws -> [EntryState] {
        let reasonings = shelf.reasonings(in: db)
        guard texts.count >= EntryReader.large else {
            return try texts.map { try LedgerJSON.value(EntryState.self, from: $0, reasonings: reasonings) }
        }
        let first = try texts.prefix(EntryReader.large / 2).map { try LedgerJSON.value(EntryState.self, from: $0, reasonings: reasonings) }
        let rest = Array(texts.dropFirst(EntryReader.large / 2))
        let read = rest.mapInParallel { try? LedgerJSON.value(EntryState.self, from: $0, reasonings: shelf.remembered) }
        return first
            + (try zip(rest, read).map { text, entry in
                try entry ?? LedgerJSON.value(EntryState.self, from: text, reasonings: reasonings)
            })
    }

    private typealias Found = (count: Int, area: Int, few: [Int64]?)

    /// What the whole ledger covers, where the query has a box to hold against it.
    private func bounds(for query: EntryQuery) throws -> BoundingBox? {
        guard query.box != nil else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'entry'")
        guard let row = try Row.fetchOne(statement), let west: Double = row.value(0), let south: Double = row.value(1),
            let east: Double = row.value(2), let north: Double = row.value(3)
        else { return nil }
        return BoundingBox(west: west, south: south, east: east, north: north)
    }

    /// Counts come from the totals where they can; a view over the whole ledger takes off what has no ground.
    private func found(_ filter: EntryFilter, _ sums: FacetSums) throws -> Found {
        if filter.isFaceted { return (sums.entries, sums.area, try few(filter, sums)) }
        guard filter.asksOnlyForGround else { return try totals(filter, sums) }
        let groundless = try totals(filter.groundless, sums)
        return (sums.entries - groundless.count, sums.area - groundless.area, nil)
    }

    /// All entries of rare facets, by their index; nil where there are many, or all are asked for.
    private func few(_ filter: EntryFilter, _ sums: FacetSums) throws -> [Int64]? {
        guard !filter.facets.isEmpty, sums.entries <= EntryReader.few else { return nil }
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT fid FROM entry INDEXED BY entry_by_facet WHERE facet IN (SELECT value FROM json_each(?))"),
            arguments: [sums.list])
    }

    private func totals(_ filter: EntryFilter, _ sums: FacetSums) throws -> Found {
        let index =
            filter.query.searched != nil && filter.query.box == nil && filter.query.batch == nil ? " INDEXED BY entry_by_search" : ""
        let conditions = filter.conditions(on: sums)
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT fid, area_dm2 FROM entry\(index)\(conditions.clause)"),
            arguments: StatementArguments(conditions.values))
        var few: [Int64] = []
        var (count, area) = (0, 0)
        while let row = try rows.next() {
            count += 1
            area += row.integer(1)
            if count <= EntryReader.few { few.append(row.value(0) ?? 0) }
        }
        return (count, area, count <= EntryReader.few ? few : nil)
    }

    /// Walks from the nearer end, so that the last page is as near as the first.
    private func page(_ filter: EntryFilter, _ sums: FacetSums, _ found: Found, offset: Int, limit: Int) throws -> [Int64] {
        let limit = max(0, min(limit, found.count - offset))
        guard limit > 0 else { return [] }
        let fromEnd = offset > found.count / 2
        let way = filter.query.descending != fromEnd ? "DESC" : "ASC"
        let order = filter.query.order.columns.map { "\($0) \(way)" }.joined(separator: ", ")
        let start = fromEnd ? found.count - offset - limit : offset
        let fids =
            try found.few.map { try sorted($0, by: order, offset: start, limit: limit) }
            ?? walked(filter, sums, by: order, offset: start, limit: limit)
        return fromEnd ? fids.reversed() : fids
    }

    private func sorted(_ few: [Int64], by order: String, offset: Int, limit: Int) throws -> [Int64] {
        let list = "[" + few.map(String.init).joined(separator: ",") + "]"
        return try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT fid FROM entry NOT INDEXED WHERE fid IN (SELECT value FROM json_each(?)) ORDER BY \(order) LIMIT ? OFFSET ?"),
            arguments: [list, limit, offset])
    }

    private func walked(_ filter: EntryFilter, _ sums: FacetSums, by order: String, offset: Int, limit: Int) throws -> [Int64] {
        let conditions = filter.conditions(on: sums)
        let sql = "SELECT fid FROM entry INDEXED BY \(filter.query.order.index)\(conditions.clause) ORDER BY \(order) LIMIT ? OFFSET ?"
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql), arguments: StatementArguments(conditions.values + [limit.databaseValue, offset.databaseValue]))
    }

    func counts(_ query: EntryQuery, by grouping: EntryGrouping) throws -> [EntryCount] {
        let filter = EntryFilter(query)
        let sums = try filter.matchingFacets(db)
        let parts = filter.isFaceted ? sums.parts : try parts(filter, sums)
        var groups: [String: (count: Int, area: Int)] = [:]
        for (names, part) in zip(sums.names, parts) where part.entries > 0 {
            for group in grouping.groups(of: names) {
                groups[group, default: (0, 0)].count += part.entries
                groups[group, default: (0, 0)].area += part.area
            }
        }
        return groups.sorted { $0.key < $1.key }.map {
            EntryCount(group: $0.key, count: $0.value.count, area: Area(hundredths: $0.value.area))
        }
    }

    /// Sums per facet of the entries that match, in the order of `sums`.
    private func parts(_ filter: EntryFilter, _ sums: FacetSums) throws -> [(entries: Int, area: Int)] {
        let conditions = filter.conditions(on: sums)
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT facet, count(*), sum(area_dm2) FROM entry\(conditions.clause) GROUP BY facet"),
            arguments: StatementArguments(conditions.values))
        var found: [Int64: (entries: Int, area: Int)] = [:]
        while let row = try rows.next() { found[row.value(0) ?? 0] = (row.integer(1), row.integer(2)) }
        return sums.ids.map { found[$0] ?? (0, 0) }
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
    /// Groups of a facet: stage, verdict, unit, category and flags.
    fileprivate func groups(of facet: [String]) -> [String] {
        switch self {
        case .stage: [facet[0]]
        case .verdict: [facet[1]]
        case .unit: [facet[2]]
        case .category: [facet[3]]
        case .flag: facet[4].split(separator: ",").map(String.init)
        }
    }
}
