import Yams

extension Plan {
    /// Where a path such as `categories/illegal-occupation/targets/certain` stands in a plan file (方案位置); nil where it leads nowhere.
    ///
    /// Each part is a key, the name of an item of a list, or the number of an item from 1.
    public static func place(of path: String, in yaml: String) -> SourcePosition? {
        guard let root = try? Yams.compose(yaml: yaml) else { return nil }
        var node = root
        var place = root.position
        for part in path.split(separator: "/").map(String.init) {
            guard let step = step(from: node, part) else { return nil }
            node = step.node
            place = step.place
        }
        return place
    }

    private static func step(from node: Node, _ part: String) -> (node: Node, place: SourcePosition)? {
        if let mapping = node.mapping {
            return mapping.first { $0.key.string == part }.map { ($0.value, $0.key.position) }
        }
        guard let sequence = node.sequence else { return nil }
        let items = Array(sequence)
        let named = items.first { item in item.mapping?.first?.value.word == part }
        let numbered = Int(part).flatMap { items.indices.contains($0 - 1) ? items[$0 - 1] : nil }
        return (named ?? numbered).map { ($0, $0.position) }
    }
}
