/// The JSON form of an event (事件编码): an object with one key, the event's name, over what the event says.
///
/// Written by hand because the log is kept for decades: nothing of Swift's own enum coding may show in it.
extension Event: Codable {
    private enum Name: String, CodingKey {
        case batchReceived, batchWithdrawn, batchRestored, batchRegistered, layerAdopted, planActivated
        case registered, attached, overlaid, verdictProposed, verdictSigned
    }

    private struct Reason: Codable {
        var reason: String
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard let name = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "not one known event"))
        }
        func content<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value { try container.decode(type, forKey: name) }
        self =
            switch name {
            case .batchReceived: .batchReceived(try content())
            case .batchWithdrawn: .batchWithdrawn(reason: try content(Reason.self).reason)
            case .batchRestored: .batchRestored(reason: try content(Reason.self).reason)
            case .batchRegistered: .batchRegistered(try content())
            case .layerAdopted: .layerAdopted(try content())
            case .planActivated: .planActivated(try content())
            case .registered: .registered(try content())
            case .attached: .attached(try content())
            case .overlaid: .overlaid(try content())
            case .verdictProposed: .verdictProposed(try content())
            case .verdictSigned: .verdictSigned(try content())
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .batchReceived(let it): try container.encode(it, forKey: .batchReceived)
        case .batchWithdrawn(let reason): try container.encode(Reason(reason: reason), forKey: .batchWithdrawn)
        case .batchRestored(let reason): try container.encode(Reason(reason: reason), forKey: .batchRestored)
        case .batchRegistered(let it): try container.encode(it, forKey: .batchRegistered)
        case .layerAdopted(let it): try container.encode(it, forKey: .layerAdopted)
        case .planActivated(let it): try container.encode(it, forKey: .planActivated)
        case .registered(let it): try container.encode(it, forKey: .registered)
        case .attached(let it): try container.encode(it, forKey: .attached)
        case .overlaid(let it): try container.encode(it, forKey: .overlaid)
        case .verdictProposed(let it): try container.encode(it, forKey: .verdictProposed)
        case .verdictSigned(let it): try container.encode(it, forKey: .verdictSigned)
        }
    }
}
