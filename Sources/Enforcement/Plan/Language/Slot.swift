import Yams

/// One key of a noun (键): its name, what it holds, where the value goes, how it is told back.
///
/// The reader, the schema, the manual and the outline all come from it; nothing is written twice.
struct Slot<Noun: Sendable>: Sendable {
    /// The place of the value in the outline (提纲位置).
    enum Part: Sendable {
        /// The headline of the noun, its clause, a line below, or nowhere.
        case title, clause, line, silent
        /// A line that is always the plan's own and never the notice's: notes, readings, what serves the statistics.
        case remark
        /// The keys of this noun that the plan adds (方案所加).
        case own
    }
    let key: String
    let gloss: Gloss
    let isRequired: Bool
    let part: Part
    let shape: @Sendable () -> Shape
    let fill: @Sendable (inout Noun, Node, Reading) -> Void
    let tell: @Sendable (_ noun: Noun, _ blank: Noun, Teller) -> Told

    /// A key that must be there.
    static func must<Value: Sendable & Equatable>(
        _ key: String, _ path: any WritableKeyPath<Noun, Value> & Sendable, _ kind: Kind<Value>, _ zh: String, _ en: String,
        _ part: Part = .line
    ) -> Slot {
        make(key, path, kind, Gloss(zh, en), true, part)
    }

    /// A key that may be left out; the blank noun then keeps its value.
    static func may<Value: Sendable & Equatable>(
        _ key: String, _ path: any WritableKeyPath<Noun, Value> & Sendable, _ kind: Kind<Value>, _ zh: String, _ en: String,
        _ part: Part = .line
    ) -> Slot {
        make(key, path, kind, Gloss(zh, en), false, part)
    }

    /// A key that may be left out; the value is nil then.
    static func may<Value: Sendable & Equatable>(
        _ key: String, _ path: any WritableKeyPath<Noun, Value?> & Sendable, _ kind: Kind<Value>, _ zh: String, _ en: String,
        _ part: Part = .line
    ) -> Slot {
        Slot(
            key: key, gloss: Gloss(zh, en), isRequired: false, part: part, shape: kind.shape,
            fill: { noun, node, reading in noun[keyPath: path] = kind.read(node, reading) },
            tell: { noun, _, teller in noun[keyPath: path].map { kind.tell($0, teller) } ?? .nothing })
    }

    /// The key `own`: which keys of the noun the plan adds, so that nothing passes for the notice's that is not (方案所加).
    static func own(_ path: any WritableKeyPath<Noun, [String]> & Sendable) -> Slot {
        may("own", path, .texts, "方案所加", "keys of this noun that the plan adds and the notice does not have", .own)
    }

    private static func make<Value: Sendable & Equatable>(
        _ key: String, _ path: any WritableKeyPath<Noun, Value> & Sendable, _ kind: Kind<Value>, _ gloss: Gloss, _ isRequired: Bool,
        _ part: Part
    ) -> Slot {
        Slot(
            key: key, gloss: gloss, isRequired: isRequired, part: part, shape: kind.shape,
            fill: { noun, node, reading in
                if let value = kind.read(node, reading) { noun[keyPath: path] = value }
            },
            tell: { noun, blank, teller in
                let value = noun[keyPath: path]
                return !isRequired && value == blank[keyPath: path] ? .nothing : kind.tell(value, teller)
            })
    }
}
