import Enforcement
import GRDB
import LandGeometry

/// An `EntryQuery` as SQL conditions (查询条件), the same notions as `EntryQuery.matches`.
struct EntryFilter {
    /// Conditions on `stage`, `verdict`, `unit`, `category` and `flags`, which `entry` and `entry_total` both have.
    private(set) var facets = Conditions()
    /// Conditions on `entry` alone.
    private(set) var others = Conditions()
    let query: EntryQuery

    init(_ query: EntryQuery) {
        self.query = query
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
        if let box = query.box { add(box) }
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

    var all: Conditions { facets + others }
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
