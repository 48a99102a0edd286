/// Truth with a third value for what is not known (三值判断), after Kleene's strong tables.
public enum Truth: String, Codable, Sendable {
    case yes, no, unknown

    public init(_ value: Bool) { self = value ? .yes : .no }

    /// `no` as soon as one part is `no`, whatever else is unknown; parts after that are not looked at.
    public static func all<Part>(_ parts: some Sequence<Part>, _ truth: (Part) -> Truth) -> Truth {
        var result = Truth.yes
        for part in parts {
            switch truth(part) {
            case .no: return .no
            case .unknown: result = .unknown
            case .yes: break
            }
        }
        return result
    }

    /// `yes` as soon as one part is `yes`, whatever else is unknown.
    public static func any<Part>(_ parts: some Sequence<Part>, _ truth: (Part) -> Truth) -> Truth {
        all(parts) { truth($0).negated }.negated
    }

    public var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension FactValue.Value {
    public init(_ truth: Truth) {
        switch truth {
        case .yes: self = .yes
        case .no: self = .no
        case .unknown: self = .unknown
        }
    }

    /// The word a plan uses for the value: `yes`, `no`, an option; nil when it is not known or a number.
    public var word: String? {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .text(let text): text
        case .unknown, .number: nil
        }
    }

    /// The value a plan means by a word.
    public init(word: String) {
        switch word {
        case "yes": self = .yes
        case "no": self = .no
        default: self = .text(word)
        }
    }
}
