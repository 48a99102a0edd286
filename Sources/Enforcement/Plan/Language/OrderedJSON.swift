/// JSON with its keys in the order they are given (有序 JSON).
indirect enum OrderedJSON: Sendable {
    case text(String)
    case number(Int)
    case bool(Bool)
    case list([OrderedJSON])
    case object([(String, OrderedJSON)])

    /// Two spaces an indentation, as people read it.
    var text: String { written(indentation: "") }

    private func written(indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .text(let text): return Self.quoted(text)
        case .number(let number): return "\(number)"
        case .bool(let bool): return bool ? "true" : "false"
        case .list(let items):
            if items.isEmpty { return "[]" }
            return "[\n" + items.map { inner + $0.written(indentation: inner) }.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let pairs):
            if pairs.isEmpty { return "{}" }
            let lines = pairs.map { "\(inner)\(Self.quoted($0.0)): \($0.1.written(indentation: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
