/// An identifier that is a text with a type of its own, stored and sent as plain text (标识).
public protocol TextIdentifier: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    var text: String { get }
    init(_ text: String)
}

extension TextIdentifier {
    public var description: String { text }

    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The ledger number of an entry (台账编号), for example `370306-2019-00012`. Never reused.
public struct EntryNumber: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A received file (批次), known by the digest of its bytes: the same file twice is one batch.
public struct BatchID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A patch or clue as received (图斑标识): its batch and its row in it, `<batch>/<row>`.
public struct PatchID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
    public init(batch: BatchID, row: Int) { text = "\(batch.text)/\(row)" }
}

/// The name under which plans and pages know a control layer (图层名), such as `farmland`.
public struct LayerName: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// One version of a control layer (图层版本), `<layer>@<version>`.
public struct LayerVersionID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
    public init(layer: LayerName, version: String) { text = "\(layer.text)@\(version)" }
}

/// An organisation that owes or supervises work (单位): a town, a development zone, a bureau.
public struct UnitID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// The account name of an officer (人员账号).
public struct OfficerID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// What a caller makes once per act, so that a repeated command is carried out once (幂等键).
public struct IdempotencyKey: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}
