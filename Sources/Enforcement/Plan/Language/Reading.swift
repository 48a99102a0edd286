import Yams

/// One reading of one file (一次读取): what has been read so far, the names declared, the remarks.
final class Reading {
    let notes: PlanNotes
    /// The plan as far as it is read: parameters and layers before facts, facts before conditions.
    var plan: Plan
    let names: [Realm: [DeclaredName]]
    /// Subtypes of the category being read; conditions elsewhere may name any.
    var subtypes: [String]?
    /// The key being read, for remarks.
    var key = ""
    /// Places in the notice given so far.
    var cited: [Citation] = []

    init(_ plan: Plan, names: [Realm: [DeclaredName]], notes: PlanNotes) {
        self.plan = plan
        self.names = names
        self.notes = notes
    }

    func declared(_ realm: Realm) -> [String] {
        if realm == .subtype, let subtypes { return subtypes }
        return (names[realm] ?? []).map(\.id)
    }

    /// The text of a scalar; reported and nil when it is something else.
    func text(_ node: Node) -> String? {
        if node.word == nil { notes.report(.valueMustBeText, at: node, found: key) }
        return node.word
    }

    /// One of some words, with the nearest proposed, also when the Chinese for it is written.
    func word(_ node: Node, among all: [(word: String, gloss: Gloss)]) -> String? {
        guard let word = text(node) else { return nil }
        let words = all.map(\.word)
        if words.contains(word) { return word }
        let meant = Nearest.meant(by: word, among: all.map { (name: $0.word, title: $0.gloss.zh) })
        let near = meant ?? Nearest.name(to: word, among: words) ?? words.joined(separator: " / ")
        notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: near)
        return nil
    }

    func name(_ node: Node, _ realm: Realm) -> String? {
        guard let word = text(node) else { return nil }
        let declared = declared(realm)
        if declared.contains(word) { return word }
        let titled = (names[realm] ?? []).filter { declared.contains($0.id) }.map { (name: $0.id, title: $0.title) }
        let near = Nearest.meant(by: word, among: titled) ?? Nearest.name(to: word, among: declared)
        notes.report(.nameMustBeDeclared, at: node, found: word, suggestion: near)
        return nil
    }

    func list(_ node: Node) -> [Node]? {
        if let sequence = node.sequence { return Array(sequence) }
        notes.report(.valueMustBeList, at: node, found: key)
        return nil
    }

    /// One thing, or a list of things.
    func oneOrMany(_ node: Node) -> [Node] { node.sequence.map { Array($0) } ?? [node] }

    func mapping(_ node: Node) -> [(key: Node, value: Node)]? {
        if let mapping = node.mapping { return mapping.map { (key: $0.key, value: $0.value) } }
        notes.report(.valueMustBeMapping, at: node, found: key)
        return nil
    }
}
