/// Suggestions for names that were mistyped (近似名称).
enum Nearest {
    /// The nearest of `names` by edit distance, if it is near enough to be meant.
    static func name(to word: String, among names: some Sequence<String>) -> String? {
        // What is longer than any name is no slip of a name, and would take long to compare.
        guard word.utf8.count <= 120 else { return nil }
        let ranked = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
        return best.distance <= (word.count < 4 ? 1 : max(2, word.count / 3)) ? best.name : nil
    }

    /// The name whose Chinese title is written in its stead: the same words, or one the beginning of the other.
    static func meant(by word: String, among titled: [(name: String, title: String)]) -> String? {
        guard word.utf8.count <= 240, word.contains(where: { !$0.isASCII }) else { return nil }
        if let same = titled.first(where: { $0.title == word }) { return same.name }
        return titled.first { $0.title.hasPrefix(word) || word.hasPrefix($0.title) || ($0.title.contains(word) && word.count > 1) }?.name
    }

    /// Levenshtein's distance, by rows.
    static func distance(_ a: String, _ b: String) -> Int {
        let second = Array(b)
        var row = Array(0...second.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in second.enumerated() {
                let kept = row[j + 1]
                row[j + 1] = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = kept
            }
        }
        return row[second.count]
    }
}
