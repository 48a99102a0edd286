/// A number of an entry beside its area (计量项): floor space, tonnes mined, houses of a household, metres of depth.
///
/// It is read off a field of the batch or given by an officer. Facts hold it against limits, categories add it up.
public struct PlanQuantity: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var unit: MeasureUnit?
    /// Fields tried in order.
    public var fields: [String] = []
    /// Who measures it, where no field gives it.
    public var by: [String] = []
    public var evidence: [String] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<PlanQuantity> = Form(
        "quantity", Gloss("计量项", "quantity"), PlanQuantity(), id: .at(\.id), at: .at(\.position),
        finish: { it, node, reading in
            if it.fields.isEmpty && it.by.isEmpty { reading.notes.report(.keyMustBePresent, at: node, found: "attribute / by") }
        },
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("unit", \.unit, .unit, "单位", "unit in which it is given"),
            .may("attribute", \.fields, .texts, "字段", "fields of the patch, tried in order"),
            .may("by", \.by, .names(.unit), "测算单位", "who measures it, where no field gives it"),
            .may("evidence", \.evidence, .texts, "举证", "documents behind it"),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])

    /// The number behind an attribute of a batch: bare, or with a unit of its own.
    func value(of text: String) -> Double? {
        guard let unit else { return nil }
        if let number = Double(text), number.isFinite { return number * unit.factor }
        return Measured(text).flatMap { $0.unit.dimension == unit.dimension ? $0.value : nil }
    }
}

/// A number of an entry against limits, all of which it must keep (计量事实).
public struct QuantityFact: Sendable, Equatable {
    public var quantity: PlanQuantity
    public var limits: [Limit]

    func holds(_ value: Double) -> Bool {
        limits.allSatisfy { $0.comparison.holds(Self.recorded(value), Self.recorded($0.amount.value)) }
    }

    /// To a hundredth of the smallest unit, as areas and moneys are recorded.
    private static func recorded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension Kind where Value == MeasureUnit? {
    static var unit: Kind {
        Kind(
            .pattern(#"^\D+\d?$"#, example: "平方米"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let unit = MeasureUnit(spelled: word) { return unit }
                let all = MeasureUnit.allCases.compactMap(\.spellings.first)
                reading.notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: all.joined(separator: " / "))
                return nil
            }, tell: { unit, _ in .text(unit?.spellings.first ?? "") })
    }
}
