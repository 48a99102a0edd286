import Enforcement
import LandGeometry

/// A view of the ledger as its address tells it (台账筛选): which entries, in which order, which page.
///
/// `LedgerFilter(reading: fields)` and `fields` are each other's inverse, so every view is a deep link.
struct LedgerFilter: Equatable, Sendable {
    var query = EntryQuery()
    /// From 1.
    var page = 1

    static let pageSize = 50

    /// The value under `unit` that asks for entries without a responsible unit.
    static let noUnit = "none"
    /// The value under `ground` that asks for entries no map can show.
    static let noGround = "none"

    init(_ query: EntryQuery = EntryQuery(), page: Int = 1) {
        self.query = query
        self.page = page
    }

    var fields: FormFields {
        var fields = FormFields()
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { fields.append(name, values.sorted().joined(separator: ",")) }
        }
        add("stage", query.stages.map(\.rawValue))
        add("verdict", query.verdicts.map(\.rawValue))
        add("unit", query.units.map(\.text) + (query.withoutUnit ? [Self.noUnit] : []))
        add("category", Array(query.categories))
        add("flag", Array(query.flags))
        if let batch = query.batch { fields.append("batch", batch.text) }
        if let text = query.text { fields.append("q", text) }
        if let box = query.box { fields.append("box", box.degrees) }
        if query.withoutGround { fields.append("ground", Self.noGround) }
        if query.order != .number { fields.append("sort", query.order.rawValue) }
        if query.descending { fields.append("desc", "1") }
        if page > 1 { fields.append("page", String(page)) }
        return fields
    }

    /// `?stage=proposed&page=2`, or nothing.
    var queryString: String {
        let text = fields.encoded
        return text.isEmpty ? "" : "?" + text
    }

    var offset: Int { (page - 1) * Self.pageSize }

    /// Whether anything narrows the ledger.
    var isNarrowed: Bool {
        var bare = query
        bare.order = .number
        bare.descending = false
        return bare != EntryQuery()
    }

    func at(page: Int) -> LedgerFilter { LedgerFilter(query, page: page) }

    /// The same entries by another order; the present order turns round.
    func sorted(by order: EntryQuery.Order) -> LedgerFilter {
        var query = query
        query.descending = query.order == order ? !query.descending : order == .area || order == .changed
        query.order = order
        return LedgerFilter(query)
    }
}

extension BoundingBox {
    /// Reads `west,south,east,north` in degrees.
    init?(degrees text: String) {
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[0] <= numbers[2], numbers[1] <= numbers[3] else { return nil }
        self.init(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    }

    var degrees: String { "\(west),\(south),\(east),\(north)" }
}
