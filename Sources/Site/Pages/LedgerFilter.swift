import Enforcement
import LandGeometry

/// A view of the ledger as its address tells it (台账筛选): which entries, in which order, which page.
///
/// `LedgerFilter(fields)` and `fields` are each other's inverse, so every view is a deep link.
struct LedgerFilter: Equatable, Sendable {
    var query = EntryQuery()
    /// From 1.
    var page = 1

    static let pageSize = 50

    init(_ query: EntryQuery = EntryQuery(), page: Int = 1) {
        self.query = query
        self.page = page
    }

    /// Reads a query; what it does not know it leaves out, so that old links keep working.
    init(_ fields: FormFields) {
        query.stages = Set(fields.list("stage").compactMap(EntryState.Stage.init))
        query.verdicts = Set(fields.list("verdict").compactMap(Verdict.init))
        query.units = Set(fields.list("unit").map { UnitID($0) })
        query.categories = Set(fields.list("category"))
        query.flags = Set(fields.list("flag"))
        query.batch = fields["batch"].map { BatchID($0) }
        query.text = fields["q"].map { String($0.prefix(100)) }
        query.box = fields["box"].flatMap(BoundingBox.init(degrees:))
        query.order = fields["sort"].flatMap(EntryQuery.Order.init) ?? .number
        query.descending = fields["desc"] == "1"
        page = max(1, min(fields["page"].flatMap { Int($0) } ?? 1, 1_000_000))
    }

    var fields: FormFields {
        var fields = FormFields()
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { fields.append(name, values.sorted().joined(separator: ",")) }
        }
        add("stage", query.stages.map(\.rawValue))
        add("verdict", query.verdicts.map(\.rawValue))
        add("unit", query.units.map(\.text))
        add("category", Array(query.categories))
        add("flag", Array(query.flags))
        if let batch = query.batch { fields.append("batch", batch.text) }
        if let text = query.text { fields.append("q", text) }
        if let box = query.box { fields.append("box", box.degrees) }
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
