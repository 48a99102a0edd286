import Enforcement

// Identifiers are written as plain text in tests.

extension EntryNumber: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension BatchID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension PatchID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension IdempotencyKey: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension UnitID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension LayerVersionID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
