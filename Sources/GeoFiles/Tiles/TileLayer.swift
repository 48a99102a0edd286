/// One layer of a vector tile in the making: features as bytes, keys and values once each.
struct TileLayer {
    let name: String
    private var features = ProtocolBuffer()
    private var keys: [String: UInt32] = [:]
    private var keyList: [String] = []
    private var values: [VectorTile.Value: UInt32] = [:]
    private var valueList: [VectorTile.Value] = []
    private var feature = ProtocolBuffer()
    private var tags = ProtocolBuffer()

    enum Kind: UInt64 {
        case point = 1
        case polygon = 3
    }

    init(name: String) {
        self.name = name
    }

    var isEmpty: Bool { features.isEmpty }

    mutating func add(_ kind: Kind, geometry: ProtocolBuffer, id: UInt64?, properties: [(String, VectorTile.Value)]) {
        tags.removeAll()
        for (key, value) in properties {
            tags.varint(number(of: key))
            tags.varint(number(of: value))
        }
        add(kind, geometry, id)
    }

    /// - Parameter tags: numbers of a key and its value, as `number(of:)` gave them.
    mutating func add(_ kind: Kind, geometry: ProtocolBuffer, id: UInt64?, tags pair: (UInt32, UInt32)?) {
        tags.removeAll()
        if let pair {
            tags.varint(pair.0)
            tags.varint(pair.1)
        }
        add(kind, geometry, id)
    }

    private mutating func add(_ kind: Kind, _ geometry: ProtocolBuffer, _ id: UInt64?) {
        feature.removeAll()
        if let id { feature.field(1, varint: id) }
        if !tags.isEmpty { feature.field(2, message: tags) }
        feature.field(3, varint: kind.rawValue)
        feature.field(4, message: geometry)
        features.field(2, message: feature)
    }

    mutating func number(of key: String) -> UInt32 {
        if let number = keys[key] { return number }
        let number = UInt32(keyList.count)
        keys[key] = number
        keyList.append(key)
        return number
    }

    mutating func number(of value: VectorTile.Value) -> UInt32 {
        if let number = values[value] { return number }
        let number = UInt32(valueList.count)
        values[value] = number
        valueList.append(value)
        return number
    }

    /// The layer message: version 2, name, features, keys, values, extent.
    func encoded(extent: Int) -> ProtocolBuffer {
        var layer = ProtocolBuffer()
        layer.field(15, varint: 2)
        layer.field(1, text: name)
        layer.fields(features)
        for key in keyList { layer.field(3, text: key) }
        for value in valueList { layer.field(4, message: value.encoded) }
        layer.field(5, varint: UInt64(extent))
        return layer
    }
}

extension VectorTile.Value {
    fileprivate var encoded: ProtocolBuffer {
        var buffer = ProtocolBuffer()
        switch self {
        case .text(let text): buffer.field(1, text: text)
        case .real(let number): buffer.field(3, double: number)
        case .integer(let number) where number >= 0: buffer.field(5, varint: UInt64(number))
        case .integer(let number): buffer.field(6, varint: UInt64(bitPattern: Int64((number << 1) ^ (number >> 63))))
        }
        return buffer
    }
}
