import Enforcement
import GRDB
import LandGeometry

/// An `EntryQuery` as SQL conditions (查询条件), the same notions as `EntryQuery.matches`.
struct EntryFilter {
    /// Conditions on the columns of `entry_total`, which pick the facets.
    private(set) var facets = Conditions()
    /// Conditions on `entry` alone.
    private(set) var others = Conditions()
    let query: EntryQuery
    /// The box holds the whole ledger: all that is asked is whether there is ground at all.
    private let holdsAll: Bool

    /// - Parameter bounds: what the whole ledger covers, where it is known.
    init(_ query: EntryQuery, over bounds: BoundingBox? = nil) {
        self.query = query
        holdsAll = query.box.map { box in bounds.map { box.holds($0) } ?? false } ?? false
        facets.add("stage", in: query.stages.map(\.rawValue))
        facets.add("verdict", in: query.verdicts.map(\.rawValue))
        facets.add("category", in: Array(query.categories))
        addUnits()
        if !query.flags.isEmpty {
            let flags = query.flags.sorted()
            facets.add(
                "(" + flags.map { _ in "instr(flags, ?) > 0" }.joined(separator: " OR ") + ")", flags.map { ",\($0),".databaseValue })
        }
        if let text = query.searched { others.add("instr(search, ?) > 0", [text.databaseValue]) }
        if let batch = query.batch {
            others.add(
                "fid IN (SELECT entry FROM entry_patch WHERE batch = (SELECT fid FROM batch WHERE id = ?))", [batch.text.databaseValue])
        }
        if let box = query.box, !holdsAll { add(box) }
        if holdsAll { others.add("fid NOT IN (SELECT fid FROM entry WHERE geom IS NULL)", []) }
        if query.withoutGround { others.add("geom IS NULL", []) }
    }

    /// In the totals an entry without a unit stands under the empty text, which no unit has; in `entry` under null.
    private mutating func addUnits() {
        guard query.withoutUnit else {
            facets.add("unit", in: query.units.map(\.text))
            if !query.units.isEmpty { facets.add("unit <> ''", []) }
            return
        }
        let named = query.units.map(\.text).filter { !$0.isEmpty }.sorted()
        let places = named.map { _ in "?" }.joined(separator: ", ")
        facets.add("(unit IS NULL OR unit = ''" + (named.isEmpty ? "" : " OR unit IN (\(places))") + ")", named.map(\.databaseValue))
    }

    private mutating func add(_ box: BoundingBox) {
        let values = Window(box).values
        others.add("fid IN (SELECT r.id FROM rtree_entry_geom r WHERE \(Window.condition))", values)
        others.add("ST_MaxX(geom) >= ? AND ST_MinX(geom) <= ? AND ST_MaxY(geom) >= ? AND ST_MinY(geom) <= ?", values)
    }

    /// Whether `entry_total` can answer for counts and areas.
    var isFaceted: Bool { others.isEmpty }

    /// Whether nothing but facets and having ground is asked.
    var asksOnlyForGround: Bool { holdsAll && query.searched == nil && query.batch == nil && !query.withoutGround }

    /// The entries of the same facets that have no ground.
    var groundless: EntryFilter {
        var query = query
        query.box = nil
        query.withoutGround = true
        return EntryFilter(query)
    }

    /// The facets that match and have entries.
    func matchingFacets(_ db: Database) throws -> FacetSums {
        var sums = FacetSums()
        let sql = "SELECT id, entries, area_dm2, stage, verdict, unit, category, flags FROM entry_total\(facets.clause)"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(facets.values))
        while let row = try rows.next() {
            guard row.integer(1) > 0 else { continue }
            sums.ids.append(row.value(0) ?? 0)
            sums.entries += row.integer(1)
            sums.area += row.integer(2)
            sums.names.append((3...7).map { row.text($0) })
            sums.parts.append((row.integer(1), row.integer(2)))
        }
        return sums
    }

    /// Conditions on `entry`: its facet is one of those that match, and the rest.
    func all(_ db: Database) throws -> Conditions {
        facets.isEmpty ? others : conditions(on: try matchingFacets(db))
    }

    /// The same where the facets are known already.
    func conditions(on sums: FacetSums) -> Conditions {
        guard !facets.isEmpty else { return others }
        var conditions = Conditions()
        conditions.add("facet IN (SELECT value FROM json_each(?))", [sums.list.databaseValue])
        return conditions + others
    }
}

/// The facets that match a query, with their sums (命中分面).
struct FacetSums {
    var ids: [Int64] = []
    /// Stage, verdict, unit, category and flags of each.
    var names: [[String]] = []
    var parts: [(entries: Int, area: Int)] = []
    var entries = 0
    var area = 0

    /// As a JSON list, so that one statement serves any number of them.
    var list: String { "[" + ids.map(String.init).joined(separator: ",") + "]" }
}

/// SQL conditions that must all hold, with their values (条件).
struct Conditions {
    private var terms: [String] = []
    private(set) var values: [DatabaseValue] = []

    var isEmpty: Bool { terms.isEmpty }

    /// ` WHERE …`, or nothing.
    var clause: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

    mutating func add(_ term: String, _ values: [DatabaseValue]) {
        terms.append(term)
        self.values += values
    }

    mutating func add(_ column: String, in names: [String]) {
        guard !names.isEmpty else { return }
        add("\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))", names.sorted().map(\.databaseValue))
    }

    static func + (a: Conditions, b: Conditions) -> Conditions {
        var sum = a
        sum.terms += b.terms
        sum.values += b.values
        return sum
    }
}

extension BoundingBox {
    /// Whether `other` lies within.
    fileprivate func holds(_ other: BoundingBox) -> Bool {
        west <= other.west && south <= other.south && east >= other.east && north >= other.north
    }
}
