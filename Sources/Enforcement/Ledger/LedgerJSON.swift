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

    public static func text(of value: some Encodable) throws -> String {
        String(decoding: try bytes(of: value), as: UTF8.self)
    }

    public static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
