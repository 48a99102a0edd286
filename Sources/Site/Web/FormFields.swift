/// The fields of a query or of a posted form (表单字段), in order; a name may stand more than once.
struct FormFields: Equatable, Sendable {
    private(set) var pairs: [Pair]

    struct Pair: Equatable, Sendable {
        var name: String
        var value: String
    }

    init(_ pairs: [Pair] = []) {
        self.pairs = pairs
    }

    /// Reads `a=1&b=2`, at most 2,000 fields. Nil when an escape is broken or the text is not UTF-8.
    init?(encoded text: some StringProtocol) {
        let parts = text.split(separator: "&")
        guard parts.count <= 2000 else { return nil }
        var pairs: [Pair] = []
        for part in parts {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(halves[0], plusIsBlank: true),
                let value = PercentCoding.decode(halves.count > 1 ? halves[1] : "", plusIsBlank: true)
            else { return nil }
            pairs.append(Pair(name: name, value: value))
        }
        self.pairs = pairs
    }

    /// First value under `name` that is not blank, without blanks at its ends.
    subscript(_ name: String) -> String? {
        pairs.lazy.filter { $0.name == name }.map(\.value.trimmingBlanks).first { !$0.isEmpty }
    }

    /// Whether the form has such a field, be it blank.
    func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// All values under `name`, each split at commas, blanks left out: `stage=a,b&stage=c` is a, b, c.
    func list(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map { String($0).trimmingBlanks } }.filter { !$0.isEmpty }
    }

    mutating func append(_ name: String, _ value: String) {
        pairs.append(Pair(name: name, value: value))
    }

    /// `a=1&b=2`, percent-encoded; commas between listed values stay readable.
    var encoded: String {
        pairs.map { pair in
            let value = pair.value.split(separator: ",", omittingEmptySubsequences: false).map { PercentCoding.encode(String($0)) }
            return PercentCoding.encode(pair.name) + "=" + value.joined(separator: ",")
        }.joined(separator: "&")
    }
}

extension String {
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
