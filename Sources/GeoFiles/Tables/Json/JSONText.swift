/// A JSON value with numbers as they are written (RFC 8259).
indirect enum JSONText: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONText])
    case object([Member])

    struct Member: Equatable {
        var key: String
        var value: JSONText
    }

    subscript(key: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// Reads JSON text; depth is limited to 64.
struct JSONParser {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func parse(_ bytes: [UInt8]) throws(FileError) -> JSONText {
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        parser.skip()
        guard parser.at == bytes.count else { throw parser.broken() }
        return value
    }

    private func broken() -> FileError { .fileMustBeWhole(found: "JSON, byte \(at)") }

    private mutating func skip() {
        while at < bytes.count, bytes[at] == 32 || (9...13).contains(bytes[at]) { at += 1 }
    }

    private mutating func value(depth: Int) throws(FileError) -> JSONText {
        guard depth < 64 else { throw .limitMustHold(limit: "depth", value: "64") }
        skip()
        guard at < bytes.count else { throw broken() }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONText) throws(FileError) -> JSONText {
        guard bytes[at...].starts(with: word.utf8) else { throw broken() }
        at += word.utf8.count
        return value
    }

    private mutating func number() throws(FileError) -> JSONText {
        let start = at
        while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard Double(text) != nil else { throw broken() }
        return .number(text)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skip()
        guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    private mutating func array(_ depth: Int) throws(FileError) -> JSONText {
        at += 1
        var items: [JSONText] = []
        if take("]") { return .array([]) }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw broken() }
        return .array(items)
    }

    private mutating func object(_ depth: Int) throws(FileError) -> JSONText {
        at += 1
        var members: [JSONText.Member] = []
        if take("}") { return .object([]) }
        repeat {
            skip()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw broken() }
            let key = try string()
            guard take(":") else { throw broken() }
            members.append(.init(key: key, value: try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw broken() }
        return .object(members)
    }

    private mutating func string() throws(FileError) -> String {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case 0..<32: throw broken()
            default: text.append(byte)
            }
        }
        throw broken()
    }

    private mutating func escape(_ text: inout [UInt8]) throws(FileError) {
        guard at < bytes.count else { throw broken() }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default: throw broken()
        }
    }

    /// A code point from one or two `\u` escapes; a lone surrogate becomes U+FFFD.
    private mutating func scalar() throws(FileError) -> Character {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first) else { return Character(Unicode.Scalar(first) ?? "\u{FFFD}") }
        guard bytes[at...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
        at += 2
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        return Character(Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}")
    }

    private mutating func unit() throws(FileError) -> UInt32 {
        guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else {
            throw broken()
        }
        at += 4
        return value
    }
}
