import Yams

extension Kind {
    /// One noun.
    static func noun(_ form: @autoclosure @escaping @Sendable () -> Form<Value>) -> Kind {
        Kind(Self.shape(form()), read: { form().read($0, $1) }, tell: { .items([form().tell($0, $1)]) })
    }

    /// A noun, or the short way of writing it.
    private static func shape(_ form: Form<Value>) -> Shape {
        let noun = Shape.noun(form.shape)
        guard let short = form.short, let slot = form.slots.first(where: { $0.key == short }) else { return noun }
        return .either([slot.shape(), noun])
    }

    fileprivate static func item(_ form: Form<Value>) -> Shape { shape(form) }
}

/// A list of nouns; one noun may stand without the list.
func nouns<Noun: Sendable>(_ form: @autoclosure @escaping @Sendable () -> Form<Noun>) -> Kind<[Noun]> {
    Kind(
        .either([.list(Kind<Noun>.item(form())), Kind<Noun>.item(form())]),
        read: { node, reading in
            // Names as keys, where a list was meant: told once, not for every key.
            if let idKey = form().idKey, let mapping = node.mapping, !mapping.contains(where: { $0.key.string == idKey }) {
                reading.notes.report(.valueMustBeList, at: node, found: reading.key)
                return nil
            }
            let nouns = reading.oneOrMany(node).compactMap { form().read($0, reading) }
            reportDuplicates(nouns, form(), reading)
            return nouns
        }, tell: { nouns, teller in nouns.isEmpty ? .nothing : .items(nouns.map { form().tell($0, teller) }) })
}

/// A mapping from names to nouns, in the order of the file.
func entries<Noun: Sendable>(_ form: @autoclosure @escaping @Sendable () -> Form<Noun>) -> Kind<[Noun]> {
    Kind(
        .map(Kind<Noun>.item(form())),
        read: { node, reading in
            reading.mapping(node)?.compactMap { pair in form().read(pair.value, named: pair.key, reading) }
        }, tell: { nouns, teller in nouns.isEmpty ? .nothing : .items(nouns.map { form().tell($0, teller) }) })
}

private func reportDuplicates<Noun: Sendable>(_ nouns: [Noun], _ form: Form<Noun>, _ reading: Reading) {
    guard let id = form.id, let place = form.place else { return }
    reading.notes.reportDuplicates(nouns.map { ($0[keyPath: id.path], $0[keyPath: place.path]) })
}
