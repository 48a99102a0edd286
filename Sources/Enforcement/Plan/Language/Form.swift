import Yams

/// A noun of the plan language (词条): its keys in the order in which people read them.
struct Form<Noun: Sendable>: Sendable {
    let name: String
    let gloss: Gloss
    /// The noun with nothing filled in.
    let blank: Noun
    /// Where its name goes. In a mapping the key is the name; in a list it stands under the key `idKey`.
    let id: Lens<Noun, String>?
    let idKey: String?
    let place: Lens<Noun, SourcePosition>?
    /// Key whose value may stand alone for the whole noun.
    let short: String?
    let slots: [Slot<Noun>]
    /// What must hold between keys; reports what does not.
    let finish: @Sendable (inout Noun, Node, Reading) -> Void

    init(
        _ name: String, _ gloss: Gloss, _ blank: Noun, id: Lens<Noun, String>? = nil, idKey: String? = nil,
        at place: Lens<Noun, SourcePosition>? = nil, short: String? = nil,
        finish: @escaping @Sendable (inout Noun, Node, Reading) -> Void = { _, _, _ in }, _ slots: [Slot<Noun>]
    ) {
        self.name = name
        self.gloss = gloss
        self.blank = blank
        self.id = id
        self.idKey = id == nil ? nil : idKey ?? name
        self.place = place
        self.short = short
        self.finish = finish
        self.slots = slots
    }

    /// Reads a noun that stands in a list or alone.
    func read(_ node: Node, _ reading: Reading) -> Noun? {
        read(node, named: nil, at: node, reading)
    }

    /// Reads a noun named by the key it stands under.
    func read(_ node: Node, named key: Node, _ reading: Reading) -> Noun? {
        read(node, named: key, at: key, reading)
    }

    private func read(_ node: Node, named key: Node?, at place: Node, _ reading: Reading) -> Noun? {
        var noun = blank
        if let lens = self.place { noun[keyPath: lens.path] = place.position }
        if let id, let key { noun[keyPath: id.path] = key.word ?? "" }
        if let short, node.mapping == nil, let slot = slots.first(where: { $0.key == short }) {
            slot.fill(&noun, node, reading)
        } else {
            guard let pairs = reading.mapping(node) else { return nil }
            if let id, key == nil { noun[keyPath: id.path] = name(pairs, node, reading) }
            fill(&noun, pairs, node, reading)
            reportUnknown(pairs, isNamed: key != nil, reading)
            reportAbsentOwn(pairs, reading)
        }
        finish(&noun, node, reading)
        return noun
    }

    func name(_ pairs: [(key: Node, value: Node)], _ node: Node, _ reading: Reading) -> String {
        guard let idKey else { return "" }
        if let value = pairs.first(where: { $0.key.string == idKey })?.value, !value.isBlank { return reading.text(value) ?? "" }
        reading.notes.report(.keyMustBePresent, at: node, found: idKey)
        return ""
    }

    private func fill(_ noun: inout Noun, _ pairs: [(key: Node, value: Node)], _ node: Node, _ reading: Reading) {
        for slot in slots { fill(slot, &noun, pairs, node, reading) }
    }

    func fill(_ slot: Slot<Noun>, _ noun: inout Noun, _ pairs: [(key: Node, value: Node)], _ node: Node, _ reading: Reading) {
        guard let value = pairs.first(where: { $0.key.string == slot.key })?.value, !value.isBlank else {
            if slot.isRequired { reading.notes.report(.keyMustBePresent, at: node, found: slot.key) }
            return
        }
        reading.key = slot.key
        if slot.part == .clause, let word = value.word { reading.cited.append(Citation(words: word, position: value.position)) }
        slot.fill(&noun, value, reading)
    }

    func reportUnknown(_ pairs: [(key: Node, value: Node)], isNamed: Bool, _ reading: Reading) {
        let known = slots.map(\.key) + (isNamed ? [] : [idKey].compactMap { $0 })
        for pair in pairs {
            let key = pair.key.word ?? ""
            guard !known.contains(key) else { continue }
            let narrow = PlainText.halved(key)
            let meant = Nearest.meant(by: key, among: slots.map { (name: $0.key, title: $0.gloss.zh) })
            let near = known.contains(narrow) ? narrow : meant ?? Nearest.name(to: narrow, among: known)
            reading.notes.report(.keyMustBeKnown, at: pair.key, found: key, suggestion: near)
        }
    }

    /// What the plan is said to add must be there.
    private func reportAbsentOwn(_ pairs: [(key: Node, value: Node)], _ reading: Reading) {
        guard let own = slots.first(where: { $0.part == .own }), let value = pairs.first(where: { $0.key.string == own.key })?.value else {
            return
        }
        let given = pairs.compactMap(\.key.word).filter { $0 != own.key }
        for node in reading.oneOrMany(value) {
            guard let key = node.word, !given.contains(key) else { continue }
            reading.notes.report(.keyMustBePresent, at: node, found: key, suggestion: Nearest.name(to: key, among: given))
        }
    }

    /// The noun as the schema and the manual see it.
    var shape: FormShape {
        FormShape(
            name: name, gloss: gloss, short: short, idKey: idKey,
            keys: slots.map { .init(key: $0.key, gloss: $0.gloss, isRequired: $0.isRequired, shape: $0.shape) })
    }

    /// The noun told back: a headline with its clause, and a line for every key that holds something.
    func tell(_ noun: Noun, _ teller: Teller) -> OutlineItem {
        var item = OutlineItem(key: id.map { noun[keyPath: $0.path] } ?? "", label: "", text: "")
        let own = slots.first { $0.part == .own }?.tell(noun, blank, teller).words?.split(separator: "；").map { String($0) } ?? []
        for slot in slots {
            switch slot.part {
            case .title:
                let told = slot.tell(noun, blank, teller)
                item.text = told.words ?? item.text
                item.isFree = told.isFree
            case .clause: item.clause = slot.tell(noun, blank, teller).words
            case .line, .remark:
                let told = slot.tell(noun, blank, teller)
                guard !told.isEmpty else { continue }
                var line = told.item(key: slot.key, slot.gloss)
                line.isOwn = slot.part == .remark || own.contains(slot.key)
                item.items.append(line)
            case .silent, .own: break
            }
        }
        return item
    }
}

/// A place within a noun (位置): a writable key path, in a form that can be left out.
struct Lens<Noun, Value>: Sendable {
    let path: any WritableKeyPath<Noun, Value> & Sendable

    static func at(_ path: any WritableKeyPath<Noun, Value> & Sendable) -> Lens { Lens(path: path) }
}
