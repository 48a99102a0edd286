import LandGeometry
import Yams

/// A number of the plan with a name (参数), so that it can be seen, questioned and changed in one place.
///
/// Where the number differs from place to place, `by` names the fact that tells the places apart and `values` gives one
/// for each: plains 200 m², hills 264 m².
public struct Parameter: Sendable, Equatable {
    public var name = ""
    public var title = ""
    public var value: ParameterValue?
    public var by: String?
    public var values: [PlacedValue] = []
    /// False where neither notice nor law gives the number.
    public var isOfficial = true
    public var clause: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Parameter> = Form(
        "parameter", Gloss("参数", "parameter"), Parameter(), id: .at(\.name), at: .at(\.position), finish: { $0.finish($1, $2) },
        [
            .must("title", \.title, .text, "名称", "what it is", .title),
            .may("value", \.value, .parameterValue, "数值", "a number with its unit, or a share"),
            .may("by", \.by, .name(.fact), "因…而异", "fact by whose options the number differs"),
            .may("values", \.values, .placedValues, "各地数值", "number for every option"),
            .may("official", \.isOfficial, .yesNo(no: "没有官方依据"), "有官方依据", "notice or law gives the number", .remark),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])

    private func finish(_ node: Node, _ reading: Reading) {
        if !isOfficial { reading.notes.report(.numberIsNotOfficial, .note, at: position, found: name) }
        let has = { (key: String) in node.mapping?.contains { $0.key.string == key } ?? false }
        if !has("value"), !has("values") { reading.notes.report(.keyMustBePresent, at: node, found: "value") }
        if has("values"), by == nil, !has("by") { reading.notes.report(.keyMustBePresent, at: node, found: "by") }
    }

    var first: ParameterValue? { value ?? values.first?.value }
}

/// An area or a share, or a number in another unit, as printed (参数值).
public struct ParameterValue: Sendable, Equatable {
    /// What overlays are held against; nil for units that no layer measures.
    public var amount: Amount?
    /// What quantities are held against; nil for a bare 0.
    public var measured: Measured?

    init?(_ text: String) {
        amount = AmountReader.amount(text)
        measured = Measured(text)
        if amount == nil && measured == nil { return nil }
    }
}

/// A number for one option of a fact (各地数值).
public struct PlacedValue: Sendable, Equatable {
    public var option: String
    public var value: ParameterValue
}

/// An area or a share of an entry (数量).
public enum Amount: Sendable, Equatable {
    case area(Area)
    /// 0…1.
    case share(Double)
}

extension Teller {
    /// The title of an option of a question, whichever question has it.
    func option(_ id: String) -> String {
        let options = plan.facts.flatMap { fact in if case .asked(let it) = fact.source { it.options } else { [AskedFact.Option]() } }
        return options.first { $0.id == id }?.title ?? id
    }
}

extension Kind where Value == ParameterValue {
    static var parameterValue: Kind {
        Kind(
            .pattern(#"^[0-9][0-9.,]* ?(万|亿|千|百)? ?\D{0,5}\d?$"#, example: "5 mu"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let value = ParameterValue(word) { return value }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: Repair.amount(word)?.words ?? "99% / 5 mu")
                return nil
            },
            tell: { value, teller in
                // Mu and shares in one spelling throughout; other units as printed.
                if let measured = value.measured, measured.unit != .mu, measured.unit != .share { return .text(measured.words) }
                return .text(value.amount.map(teller.wording.amount) ?? "")
            })
    }
}

extension Kind where Value == [PlacedValue] {
    static var placedValues: Kind {
        let one = Kind<ParameterValue>.parameterValue
        return Kind(
            .map(one.shape()),
            read: { node, reading in
                reading.mapping(node)?.compactMap { pair in
                    one.read(pair.value, reading).map { PlacedValue(option: pair.key.word ?? "", value: $0) }
                }
            },
            tell: { rows, teller in
                rows.isEmpty
                    ? .nothing
                    : .text(rows.map { "\(teller.option($0.option)) \(one.tell($0.value, teller).words ?? "")" }.joined(separator: "、"))
            })
    }
}
