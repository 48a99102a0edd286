import Yams

/// The order in which facts can be read (事实先后): those made of others after them, wherever they stand in the file.
enum FactOrder {
    typealias Pair = (key: Node, value: Node)

    /// Facts in a circle come last, and are then told as asking for what is not declared.
    static func sorted(_ pairs: [Pair], _ reading: Reading) -> [Pair] {
        let names = Set(pairs.compactMap(\.key.word))
        let placed = Dictionary(reading.plan.parameters.compactMap { it in it.by.map { (it.name, $0) } }) { first, _ in first }
        var waiting = pairs.map { (pair: $0, needs: words(in: $0.value, placed).intersection(names)) }
        var done: Set<String> = []
        var order: [Pair] = []
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.needs.isSubset(of: done) }
            guard !ready.isEmpty else { return order + waiting.map(\.pair) }
            order += ready.map(\.pair)
            waiting.removeAll { $0.needs.isSubset(of: done) }
            done.formUnion(ready.compactMap { $0.pair.key.word })
        }
        return order
    }

    /// Names that may be facts: all keys and items below `when` and `strictest`, and what a limit by place depends on.
    private static func words(in node: Node, _ placed: [String: String]) -> Set<String> {
        var found: Set<String> = []
        for pair in node.mapping ?? [:] {
            switch pair.key.word {
            case "when", "strictest": found.formUnion(everyWord(in: pair.value))
            case "area", "share", "amount":
                let limit = pair.value.word.flatMap(AmountReader.comparison)?.1
                if let by = limit.flatMap({ placed[$0] }) { found.insert(by) }
            default: break
            }
        }
        return found
    }

    private static func everyWord(in node: Node) -> Set<String> {
        if let mapping = node.mapping {
            return mapping.reduce(into: []) { found, pair in
                if let word = pair.key.word { found.insert(word) }
                // The value of a condition is no fact, a list or mapping below it may hold some.
                if pair.value.scalar == nil { found.formUnion(everyWord(in: pair.value)) }
            }
        }
        if let sequence = node.sequence { return sequence.reduce(into: []) { $0.formUnion(everyWord(in: $1)) } }
        return Set([node.word].compactMap { $0 })
    }
}
