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

    /// In JSON a word or a number; `unknown` is a word too.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if case .number(let number) = self { return try container.encode(number) }
        try container.encode(word ?? "unknown")
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            let word = try container.decode(String.self)
            self = word == "unknown" ? .unknown : FactValue.Value(word: word)
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
