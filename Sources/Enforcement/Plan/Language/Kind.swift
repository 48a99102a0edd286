import Yams

/// How a value of some type stands in a plan file (值的写法): its shape, how it is read, how it is told back.
struct Kind<Value: Sendable>: Sendable {
    let shape: @Sendable () -> Shape
    /// Nil when it cannot be read, which is then reported.
    let read: @Sendable (Node, Reading) -> Value?
    let tell: @Sendable (Value, Teller) -> Told

    init(
        _ shape: @autoclosure @escaping @Sendable () -> Shape, read: @escaping @Sendable (Node, Reading) -> Value?,
        tell: @escaping @Sendable (Value, Teller) -> Told
    ) {
        self.shape = shape
        self.read = read
        self.tell = tell
    }
}

extension Kind where Value == String {
    static var text: Kind {
        Kind(.text, read: { $1.text($0) }, tell: { text, _ in .free(text) })
    }

    static func name(_ realm: Realm) -> Kind {
        Kind(.name(realm), read: { $1.name($0, realm) }, tell: { .names([$0], realm, $1) })
    }
}

extension Kind where Value == [String] {
    /// One text or a list of texts.
    static var texts: Kind {
        Kind(
            .either([.text, .list(.text)]), read: { node, reading in reading.oneOrMany(node).compactMap { reading.text($0) } },
            tell: { texts, _ in texts.isEmpty ? .nothing : .free(texts.joined(separator: "；")) })
    }

    /// One declared name or a list of them.
    static func names(_ realm: Realm) -> Kind {
        Kind(
            .either([.name(realm), .list(.name(realm))]),
            read: { node, reading in reading.oneOrMany(node).compactMap { reading.name($0, realm) } },
            tell: { $0.isEmpty ? .nothing : .names($0, realm, $1) })
    }
}

extension Kind where Value == Bool {
    /// Yes is told by the words of the key alone.
    static var yesNo: Kind { yesNo(no: "") }

    /// A key whose `no` has words of its own, such as 内容没有印出.
    static func yesNo(no: String) -> Kind {
        Kind(
            .yesNo,
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if ["yes", "true"].contains(word) { return true }
                if ["no", "false"].contains(word) { return false }
                reading.notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: Repair.yesNo(word) ?? "yes / no")
                return nil
            },
            tell: { yes, _ in yes ? .mark(nil) : no.isEmpty ? .text("否") : .mark(no) })
    }
}

extension Kind where Value == Int {
    static var integer: Kind { integer(told: nil) }

    /// A number told within words: `每单位恰好@件`.
    static func integer(told pattern: String?) -> Kind {
        Kind(
            .integer,
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if let number = Int(word), number >= 0 { return number }
                reading.notes.report(.valueMustBeOneOf, at: node, found: word, suggestion: "1 / 2 / 3")
                return nil
            },
            tell: { number, _ in
                pattern.map { .mark($0.split(separator: "@", omittingEmptySubsequences: false).joined(separator: "\(number)")) }
                    ?? .text("\(number)")
            })
    }
}

extension Kind where Value == Day {
    static var day: Kind {
        Kind(
            .pattern(#"^\d{4}-\d{2}-\d{2}$"#, example: "2019-05-01"),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                let day = Day(word)
                if day == nil { reading.notes.report(.dayMustExist, at: node, found: word, suggestion: Repair.day(word) ?? "2019-05-01") }
                return day
            }, tell: { day, _ in .text(day.words) })
    }
}

extension Kind where Value: PlanWord {
    /// One of the words of an enumeration.
    static func word(_ type: Value.Type = Value.self) -> Kind {
        let all = Value.allCases.map { (word: $0.rawValue, gloss: $0.gloss) }
        return Kind(
            .words(all), read: { node, reading in reading.word(node, among: all).flatMap { Value(rawValue: $0) } },
            tell: { value, _ in .text(value.gloss.zh) })
    }
}

/// One word of an enumeration, or a list of them.
func wordList<Word: PlanWord>(_ type: Word.Type) -> Kind<[Word]> {
    let one = Kind<Word>.word()
    return Kind(
        .either([one.shape(), .list(one.shape())]), read: { node, reading in reading.oneOrMany(node).compactMap { one.read($0, reading) } },
        tell: { words, _ in words.isEmpty ? .nothing : .text(words.map(\.gloss.zh).joined(separator: "、")) })
}
