/// Reads vector tiles, for tests only: written after the specification, not after the encoder.
struct DecodedTile {
    struct Feature {
        var id: UInt64?
        var kind: UInt64
        var properties: [String: String]
        /// Rings (or points) in tile units, closed rings without their last point.
        var paths: [[(x: Int, y: Int)]]
    }
    struct Layer {
        var name = ""
        var version: UInt64 = 1
        var extent: UInt64 = 4096
        var keys: [String] = []
        var values: [String] = []
        var features: [Feature] = []
    }
    var layers: [Layer] = []

    init?(_ bytes: [UInt8]) {
        var reader = WireReader(bytes[...])
        while let field = reader.field() {
            guard case .bytes(3, let body) = field else { continue }
            guard let layer = DecodedTile.layer(body) else { return nil }
            layers.append(layer)
        }
        guard reader.isAtEnd else { return nil }
    }

    private static func layer(_ body: ArraySlice<UInt8>) -> Layer? {
        var layer = Layer()
        var features: [ArraySlice<UInt8>] = []
        var reader = WireReader(body)
        while let field = reader.field() {
            switch field {
            case .bytes(1, let text): layer.name = String(decoding: text, as: UTF8.self)
            case .bytes(2, let feature): features.append(feature)
            case .bytes(3, let text): layer.keys.append(String(decoding: text, as: UTF8.self))
            case .bytes(4, let value): layer.values.append(self.value(value))
            case .number(5, let extent): layer.extent = extent
            case .number(15, let version): layer.version = version
            default: continue  // layers of later versions may have more
            }
        }
        layer.features = features.compactMap { feature($0, layer) }
        return layer.features.count == features.count ? layer : nil
    }

    private static func value(_ body: ArraySlice<UInt8>) -> String {
        var reader = WireReader(body)
        switch reader.field() {
        case .bytes(1, let text): return String(decoding: text, as: UTF8.self)
        case .float(2, let number): return "\(number)"
        case .double(3, let number): return "\(number)"
        case .number(4, let number): return "\(Int64(bitPattern: number))"
        case .number(5, let number): return "\(number)"
        case .number(7, let number): return "\(number != 0)"
        case .number(6, let number): return "\(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))"
        default: return "?"
        }
    }

    private static func feature(_ body: ArraySlice<UInt8>, _ layer: Layer) -> Feature? {
        var feature = Feature(id: nil, kind: 0, properties: [:], paths: [])
        var reader = WireReader(body)
        while let field = reader.field() {
            switch field {
            case .number(1, let id): feature.id = id
            case .number(3, let kind): feature.kind = kind
            case .bytes(2, let tags):
                var numbers = WireReader(tags)
                while let key = numbers.varint() {
                    guard let value = numbers.varint(), key < layer.keys.count, value < layer.values.count else { return nil }
                    feature.properties[layer.keys[Int(key)]] = layer.values[Int(value)]
                }
            case .bytes(4, let commands):
                guard let paths = self.paths(commands) else { return nil }
                feature.paths = paths
            default: continue
            }
        }
        return feature
    }

    private static func paths(_ body: ArraySlice<UInt8>) -> [[(x: Int, y: Int)]]? {
        var paths: [[(x: Int, y: Int)]] = []
        var reader = WireReader(body)
        var (x, y) = (0, 0)
        while let command = reader.varint() {
            let (kind, count) = (command & 7, command >> 3)
            if kind == 7, count == 1, !paths.isEmpty { continue }
            guard kind == 1 || kind == 2 && !paths.isEmpty, count <= body.count else { return nil }
            for _ in 0..<count {
                guard let dx = reader.varint(), let dy = reader.varint() else { return nil }
                x += Int(dx >> 1) ^ -Int(dx & 1)
                y += Int(dy >> 1) ^ -Int(dy & 1)
                if kind == 1 { paths.append([(x, y)]) } else { paths[paths.count - 1].append((x, y)) }
            }
        }
        return paths
    }
}

private struct WireReader {
    enum Field {
        case number(UInt64, UInt64)
        case double(UInt64, Double)
        case float(UInt64, Float)
        case bytes(UInt64, ArraySlice<UInt8>)
    }
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = rest.popFirst() {
            if shift > 63 { return nil }
            value |= UInt64(byte & 127) << shift
            if byte < 128 { return value }
            shift += 7
        }
        return nil
    }

    mutating func field() -> Field? {
        guard let tag = varint() else { return nil }
        switch tag & 7 {
        case 0: return varint().map { .number(tag >> 3, $0) }
        case 1:
            guard rest.count >= 8 else { return nil }
            let bits = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            rest = rest.dropFirst(8)
            return .double(tag >> 3, Double(bitPattern: bits))
        case 2:
            guard let count = varint(), rest.count >= Int(count) else { return nil }
            defer { rest = rest.dropFirst(Int(count)) }
            return .bytes(tag >> 3, rest.prefix(Int(count)))
        case 5:
            guard rest.count >= 4 else { return nil }
            let bits = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(4)
            return .float(tag >> 3, Float(bitPattern: bits))
        default: return nil
        }
    }
}
