import Enforcement
import LandGeometry

/// A value a parameter may have, with its title where codes are not words (可用的值).
struct AllowedValue: Equatable, Sendable {
    var value: String
    var title: String?
}

extension LedgerFilter {
    /// Parameters of every view of the ledger.
    static let parameters = ["stage", "verdict", "unit", "category", "flag", "batch", "q", "box", "ground", "sort", "desc", "page"]

    static let textLimit = 100
    static let pageLimit = 1_000_000

    /// Reads an address (读取筛选). What it asks and the ledger does not understand is refused, never left out: a filter
    /// that is silently dropped shows other entries than were asked for.
    /// - Parameter others: parameters the page has besides the filter's.
    /// - Throws: `parameterMustBeKnown`, `valueMustBeAllowed`, `valueMustHaveForm`.
    init(reading fields: FormFields, besides others: [String] = []) throws(SiteError) {
        let known = Self.parameters + others
        if let stray = fields.pairs.first(where: { !known.contains($0.name) && $0.name != "lang" }) {
            throw .parameterMustBeKnown(name: stray.name, known: known)
        }
        query.stages = Set(try fields.choices("stage", EntryState.Stage.self))
        query.verdicts = Set(try fields.choices("verdict", Verdict.self))
        let units = fields.list("unit")
        query.units = Set(units.filter { $0 != Self.noUnit }.map { UnitID($0) })
        query.withoutUnit = units.contains(Self.noUnit)
        query.categories = Set(fields.list("category"))
        query.flags = Set(fields.list("flag"))
        query.batch = fields["batch"].map { BatchID($0) }
        query.text = try fields.reading("q") { $0.count <= Self.textLimit ? $0 : nil }
        query.box = try fields.reading("box", BoundingBox.init(degrees:))
        query.withoutGround = try fields.choice("ground", of: [Self.noGround]) != nil
        query.order = try fields.choices("sort", EntryQuery.Order.self).first ?? .number
        query.descending = try fields.choice("desc", of: ["0", "1"]) == "1"
        page = try fields.reading("page") { Int($0).flatMap { (1...Self.pageLimit).contains($0) ? $0 : nil } } ?? 1
    }
}

extension FormFields {
    /// One of a few words; nil when the field is absent or blank.
    func choice(_ name: String, of words: [String]) throws(SiteError) -> String? {
        guard let word = self[name] else { return nil }
        guard words.contains(word) else {
            throw .valueMustBeAllowed(parameter: name, found: word, allowed: words.map { AllowedValue(value: $0) })
        }
        return word
    }

    /// Values of an enumeration, listed or repeated.
    func choices<Value: RawRepresentable<String> & CaseIterable>(_ name: String, _: Value.Type) throws(SiteError) -> [Value] {
        var values: [Value] = []
        for word in list(name) {
            guard let value = Value(rawValue: word) else {
                throw .valueMustBeAllowed(
                    parameter: name, found: word, allowed: Value.allCases.map { AllowedValue(value: $0.rawValue) })
            }
            values.append(value)
        }
        return values
    }

    /// A value of a form of its own; nil when the field is absent or blank.
    func reading<Value>(_ name: String, _ read: (String) -> Value?) throws(SiteError) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = read(text) else { throw .valueMustHaveForm(parameter: name, found: text) }
        return value
    }

    /// A place in a long list, from 0.
    func place(_ name: String) throws(SiteError) -> Int? {
        try reading(name) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
    }
}

extension Workplace {
    /// The filter of an address, with every unit, category, mark and batch it names looked up.
    /// - Throws: as `LedgerFilter(reading:)`.
    func filter(_ context: SiteContext, besides others: [String] = []) async throws -> LedgerFilter {
        let filter = try LedgerFilter(reading: context.query, besides: others)
        let words = try await words(context.language)
        if !filter.query.units.isEmpty {
            let none = AllowedValue(value: LedgerFilter.noUnit, title: words.unit(nil))
            let units = words.units.map { AllowedValue(value: $0.key.text, title: $0.value) }.sorted { $0.value < $1.value }
            try Self.check(filter.query.units.map(\.text), "unit", units + [none])
        }
        if !filter.query.categories.isEmpty {
            let allowed = try await allowed(words.plan.categories.map(\.id), .category, context) { words.category($0).text }
            try Self.check(Array(filter.query.categories), "category", allowed)
        }
        if !filter.query.flags.isEmpty {
            let allowed = try await allowed(words.plan.flags.map(\.id), .flag, context) { words.flag($0).text }
            try Self.check(Array(filter.query.flags), "flag", allowed)
        }
        if let batch = filter.query.batch, try await store.batch(batch) == nil {
            throw SiteError.valueMustHaveForm(parameter: "batch", found: batch.text)
        }
        return filter
    }

    /// What the plan knows, and what entries have from plans before.
    private func allowed(
        _ ofPlan: [String], _ grouping: EntryGrouping, _ context: SiteContext, title: (String) -> String
    ) async throws -> [AllowedValue] {
        let used = try await counts(by: grouping, EntryQuery(), try context.officer).map(\.group)
        return (ofPlan + used.filter { !ofPlan.contains($0) }.sorted()).map { AllowedValue(value: $0, title: title($0)) }
    }

    private static func check(_ found: [String], _ parameter: String, _ allowed: [AllowedValue]) throws(SiteError) {
        if let stray = found.sorted().first(where: { word in !allowed.contains { $0.value == word } }) {
            throw .valueMustBeAllowed(parameter: parameter, found: stray, allowed: allowed)
        }
    }
}
