import Yams

/// A mapping of the file, read key by key; what nobody asked for is an unknown key (键值读取).
final class Fields {
    let node: Node
    let notes: PlanNotes
    private let pairs: [(key: Node, value: Node)]
    private var known: [String] = []

    init(_ node: Node, _ mapping: Node.Mapping, _ notes: PlanNotes) {
        self.node = node
        self.notes = notes
        pairs = mapping.map { (key: $0.key, value: $0.value) }
    }

    /// The fields of a node; reports and gives nil when it is not a mapping.
    static func of(_ node: Node, named name: String, _ notes: PlanNotes) -> Fields? {
        guard let mapping = node.mapping else {
            notes.report(.valueMustBeMapping, at: node, found: name)
            return nil
        }
        return Fields(node, mapping, notes)
    }

    /// The value under a key; nil when absent or blank.
    func value(_ key: String) -> Node? {
        known.append(key)
        guard let value = pairs.first(where: { $0.key.string == key })?.value, !value.isBlank else { return nil }
        return value
    }

    func has(_ key: String) -> Bool { pairs.contains { $0.key.string == key } }

    func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        guard let word = value.word else {
            notes.report(.valueMustBeText, at: value, found: key)
            return nil
        }
        return word
    }

    /// The text under a key that must be there; the empty text, reported, when it is not.
    func required(_ key: String) -> String {
        if let text = text(key) { return text }
        if !has(key) || value(key) == nil { notes.report(.keyMustBePresent, at: node, found: key) }
        return ""
    }

    /// One text or a list of texts.
    func texts(_ key: String) -> [String] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else { return text(key).map { [$0] } ?? [] }
        return sequence.compactMap { item in
            if item.word == nil { notes.report(.valueMustBeText, at: item, found: key) }
            return item.word
        }
    }

    func nodes(_ key: String) -> [Node] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else {
            notes.report(.valueMustBeList, at: value, found: key)
            return []
        }
        return Array(sequence)
    }

    func list(_ key: String) -> [Fields] {
        nodes(key).compactMap { Fields.of($0, named: key, notes) }
    }

    func fields(_ key: String) -> Fields? {
        value(key).flatMap { Fields.of($0, named: key, notes) }
    }

    /// The pairs of a mapping whose keys are names chosen by the plan.
    func entries(_ key: String) -> [(name: String, key: Node, value: Node)] {
        guard let fields = fields(key) else { return [] }
        return fields.pairs.compactMap { pair in
            guard let name = pair.key.word else {
                notes.report(.valueMustBeText, at: pair.key, found: key)
                return nil
            }
            return (name, pair.key, pair.value)
        }
    }

    func day(_ key: String) -> Day? {
        guard let value = value(key), let word = text(key) else { return nil }
        let day = Day(word)
        if day == nil { notes.report(.dayMustExist, at: value, found: word, suggestion: "2019-05-01") }
        return day
    }

    func yesNo(_ key: String) -> Bool? {
        choice(key, of: ["yes", "no"]).map { $0 == "yes" }
    }

    func choice(_ key: String, of words: [String]) -> String? {
        guard let value = value(key), let word = text(key) else { return nil }
        if words.contains(word) { return word }
        let near = Nearest.name(to: word, among: words) ?? words.joined(separator: " / ")
        notes.report(.valueMustBeOneOf, at: value, found: word, suggestion: near)
        return nil
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice? where Choice.RawValue == String {
        choice(key, of: Choice.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
    }

    /// A name that must have been declared; reported with the nearest one when it has not.
    func name(_ key: String, declared: some Sequence<String>) -> String? {
        names(key, declared: declared).first
    }

    func names(_ key: String, declared: some Sequence<String>) -> [String] {
        let words = texts(key)
        for word in words where !declared.contains(word) {
            guard let value = value(key) else { continue }
            let place = value.sequence?.first { $0.word == word } ?? value
            notes.report(.nameMustBeDeclared, at: place, found: word, suggestion: Nearest.name(to: word, among: declared))
        }
        return words.filter { declared.contains($0) }
    }

    /// Reports every key that nobody asked for.
    func close() {
        for pair in pairs {
            let key = pair.key.word ?? ""
            guard !known.contains(key) else { continue }
            notes.report(.keyMustBeKnown, at: pair.key, found: key, suggestion: Nearest.name(to: key, among: known))
        }
    }
}
