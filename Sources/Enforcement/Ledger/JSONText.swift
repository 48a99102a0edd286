import LandGeometry

/// Writes JSON as `LedgerJSON` has it (JSON 书写), for the few things a ledger writes by the hundred thousand.
///
/// Whoever uses it gives the keys in their order. `JSONEncoder` gives the same bytes, at twenty times the cost.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONText) throws -> Void) rethrows {
        open(UInt8(ascii: "{"))
        try body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func list<Items: Sequence>(_ items: Items, _ write: (inout JSONText, Items.Element) throws -> Void) rethrows {
        open(UInt8(ascii: "["))
        for item in items { try write(&self, item) }
        close(UInt8(ascii: "]"))
    }

    /// The key of the value that follows; a key with letters and digits alone.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func key(text name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func text(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { bytes.append(byte) } else { escape(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func number(_ number: some BinaryInteger) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    /// The shortest text that reads back as the same number.
    /// - Throws: for what JSON has no word for.
    mutating func number(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: "not a finite number"))
        }
        separate()
        let text = number.description
        bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
        needsComma = true
    }

    mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    mutating func null() { word("null") }

    private mutating func word(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += Array("\\b".utf8)
        case 0x09: bytes += Array("\\t".utf8)
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0C: bytes += Array("\\f".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        default: bytes += Array("\\u00".utf8) + Array(Hexadecimal.text([byte]).utf8)
        }
    }
}

extension JSONText {
    mutating func field(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        text(value)
    }

    mutating func field(_ name: StaticString, _ value: some TextIdentifier) {
        key(name)
        text(value.text)
    }

    mutating func field(_ name: StaticString, _ value: Area) throws {
        key(name)
        try number(value.squareMetres)
    }

    mutating func field(_ name: StaticString, _ value: Instant) {
        key(name)
        number(value.milliseconds)
    }
}
