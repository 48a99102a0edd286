/// The words of the notice, to tell from the plan's own (原文比对).
struct NoticeWords: Sendable {
    private let text: String

    /// Nil where the plan does not print its notice: nothing can be told apart then.
    init?(_ plan: Plan) {
        guard !plan.articles.isEmpty else { return nil }
        text = plan.articles.map { Self.bare($0.text) }.joined(separator: "\n")
    }

    /// The text with `＋` before every phrase that no clause of the notice holds.
    func marked(_ words: String) -> String {
        var marked = ""
        var phrase = ""
        for character in words {
            if Self.isWord(character) {
                phrase.append(character)
            } else {
                marked += mark(phrase) + String(character)
                phrase = ""
            }
        }
        return marked + mark(phrase)
    }

    /// Codes are no words: only phrases with Chinese in them are held against the notice.
    private func mark(_ phrase: String) -> String {
        let isHan = phrase.unicodeScalars.contains { $0.properties.isIdeographic }
        return phrase.count < 2 || !isHan || text.contains(Self.bare(phrase)) ? phrase : "＋" + phrase
    }

    private static func bare(_ words: String) -> String { String(words.filter(isWord)) }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "%" }
}

extension OutlineItem {
    /// Keys under which the plan speaks for itself.
    private static let ownVoice: Set<String> = ["note", "inferred", "lost", "blank", "after"]

    /// The item with the plan's own words marked wherever it claims to stand in the notice.
    func marked(_ words: NoticeWords, claims: Bool = false) -> OutlineItem {
        let claims = clause.map { $0 != Citation.none } ?? claims
        var item = self
        if claims, isFree, !Self.ownVoice.contains(key) { item.text = words.marked(text) }
        item.items = items.map { $0.marked(words, claims: claims) }
        return item
    }

    /// Everything below that gives a place in the notice, with the way to it.
    func cited(_ path: [String] = []) -> [(clause: String, path: String)] {
        let here = path + (label.isEmpty && text.isEmpty ? [] : [label.isEmpty ? text : label])
        let own = clause.map { [(clause: $0, path: here.joined(separator: " › "))] } ?? []
        return own + items.flatMap { $0.cited(here) }
    }
}
