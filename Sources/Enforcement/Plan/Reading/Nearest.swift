/// Suggestions for names that were mistyped (近似名称).
enum Nearest {
    /// The nearest of `names` by edit distance, if it is near enough to be meant.
    static func name(to word: String, among names: some Sequence<String>) -> String? {
        let ranked = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
        return best.distance <= (word.count < 4 ? 1 : max(2, word.count / 3)) ? best.name : nil
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
