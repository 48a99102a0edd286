import Yams

/// Keeps hostile YAML from the reader (YAML 防护): references, which unfold without end, and nesting without end.
///
/// A plan has no use for references, so none are admitted rather than counted: Yams compares the keys of a mapping
/// while it builds it, which takes for ever on a key that is a reference to references. libyaml itself ends at 1,000 levels.
enum YamlGuard {
    /// Where a reference stands, `*name` with `&name` before it; conservative, for it also looks into quoted text.
    static func reference(in yaml: String) -> (name: String, at: SourcePosition)? {
        var anchors: Set<String> = []
        var (line, column) = (1, 0)
        var rest = yaml.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 0) }
            guard scalar == "&" || scalar == "*" else { continue }
            let name = String(rest.prefix(while: isOfName))
            if scalar == "&" { anchors.insert(name) }
            if scalar == "*", !name.isEmpty, anchors.contains(name) { return ("*" + name, SourcePosition(line: line, column: column)) }
        }
        return nil
    }

    /// What libyaml takes for a name of a reference.
    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-")
    }

    /// The first node that lies deeper than a plan may nest.
    static func tooDeep(_ node: Node, level: Int = 1) -> Node? {
        guard level <= Plan.Limits.depth else { return node }
        let children = node.sequence.map { Array($0) } ?? node.mapping?.flatMap { [$0.key, $0.value] } ?? []
        for child in children {
            if let found = tooDeep(child, level: level + 1) { return found }
        }
        return nil
    }
}
