/// Writes shapes as JSON Schema (模式生成); nouns become definitions, each once.
struct SchemaWriter {
    private(set) var definitions: [(name: String, schema: OrderedJSON)] = []

    /// The keywords of a noun's own object.
    mutating func object(_ form: FormShape, isNamed: Bool) -> [(String, OrderedJSON)] {
        var properties = form.keys.map { key in (key.key, described(key)) }
        var required = form.keys.filter(\.isRequired).map(\.key)
        if let idKey = form.idKey, !isNamed {
            properties.insert((idKey, .object([("type", .text("string")), ("description", .text("\(form.gloss.zh)名称"))])), at: 0)
            required.insert(idKey, at: 0)
        }
        return [
            ("type", .text("object")), ("description", .text("\(form.gloss.zh)。\(form.gloss.en)")), ("properties", .object(properties)),
            ("required", .list(required.map { .text($0) })), ("additionalProperties", .bool(false)),
        ]
    }

    private mutating func described(_ key: FormShape.Key) -> OrderedJSON {
        let words = OrderedJSON.text("\(key.gloss.zh)。\(key.gloss.en)")
        guard case .object(let pairs) = schema(key.shape(), isNamed: false) else { return .object([("description", words)]) }
        return .object([("description", words)] + pairs)
    }

    private mutating func schema(_ shape: Shape, isNamed: Bool) -> OrderedJSON {
        switch shape {
        case .text, .name: Self.scalar
        case .integer: .object([("type", .text("integer")), ("minimum", .number(0))])
        case .yesNo: .object([("enum", .list([.text("yes"), .text("no"), .bool(true), .bool(false)]))])
        case .pattern(let pattern, let example):
            .object([
                ("type", .list([.text("string"), .text("number")])), ("pattern", .text(pattern)), ("examples", .list([.text(example)])),
            ])
        case .words(let words):
            .object([("oneOf", .list(words.map { .object([("const", .text($0.word)), ("description", .text($0.gloss.zh))]) }))])
        case .either(let shapes): .object([("anyOf", .list(shapes.map { schema($0, isNamed: isNamed) }))])
        case .list(let shape): .object([("type", .text("array")), ("items", schema(shape, isNamed: false))])
        case .map(let shape): .object([("type", .text("object")), ("additionalProperties", schema(shape, isNamed: true))])
        case .noun(let form): reference(form, isNamed: isNamed)
        case .condition, .given: .object([("type", .text("object"))])
        }
    }

    private static let scalar = OrderedJSON.object([("type", .list([.text("string"), .text("number")]))])

    private mutating func reference(_ form: FormShape, isNamed: Bool) -> OrderedJSON {
        let name = form.idKey != nil && !isNamed ? "\(form.name)-in-list" : form.name
        if !definitions.contains(where: { $0.name == name }) {
            definitions.append((name, .object([])))
            let place = definitions.count - 1
            let schema = OrderedJSON.object(object(form, isNamed: isNamed))
            definitions[place].schema = schema
        }
        return .object([("$ref", .text("#/$defs/\(name)"))])
    }
}
