import Foundation

/// The JSON of the ledger (台账 JSON): keys sorted, slashes bare, so that equal values give equal bytes.
///
/// The bytes of an event's body are hashed and kept as they are; they are never encoded again.
public enum LedgerJSON {
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// As a ledger keeps it: proposals by the digest of their reasoning.
    static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo = Reasonings.keepingInfo
        return [UInt8](try encoder.encode(value))
    }

    public static func kept(_ event: Event) throws -> [UInt8] {
        if let bytes = try LedgerText.bytes(of: event) { return bytes }
        return try encoded(event)
    }

    public static func kept(_ state: EntryState) throws -> [UInt8] {
        if let bytes = try LedgerText.bytes(of: state) { return bytes }
        return try encoded(state)
    }

    public static func kept(_ attributes: [Attribute]) -> [UInt8] { LedgerText.bytes(of: attributes) }

    /// The attributes of a patch or feature as kept.
    public static func attributes(from text: [UInt8]) throws -> [Attribute] {
        if let plain = AttributeText.read(text) { return plain }
        return try value([Attribute].self, from: text)
    }

    public static func text(of value: some Encodable) throws -> String {
        String(decoding: try bytes(of: value), as: UTF8.self)
    }

    /// - Parameter reasonings: where kept proposals find theirs; without it only whole ones are read.
    public static func value<Value: Decodable>(
        _ type: Value.Type, from text: String, reasonings: Reasonings? = nil
    ) throws -> Value {
        try value(type, from: Data(text.utf8), reasonings: reasonings)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], reasonings: Reasonings? = nil) throws -> Value {
        try value(type, from: Data(bytes), reasonings: reasonings)
    }

    private static func value<Value: Decodable>(_ type: Value.Type, from data: Data, reasonings: Reasonings?) throws -> Value {
        let decoder = JSONDecoder()
        if let reasonings { decoder.userInfo = reasonings.userInfo }
        return try decoder.decode(type, from: data)
    }
}
