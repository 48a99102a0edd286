/// The words of the notice, to tell from the plan's own (原文比对).
struct NoticeWords: Sendable {
    private var text: String

    /// Nil where the plan does not print its notice: nothing can be told apart then.
    init?(_ plan: Plan) {
        guard !plan.articles.isEmpty else { return nil }
        text = plan.articles.map { Self.bare($0.text) }.joined(separator: "\n")
    }

    /// The text with `＊` before every phrase that no clause of the notice holds.
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

    /// The text with every phrase marked.
    func allMarked(_ words: String) -> String {
        var none = self
        none.text = ""
        return none.marked(words)
    }

    /// Codes are no words: only phrases with Chinese in them are held against the notice.
    private func mark(_ phrase: String) -> String {
        let isHan = phrase.unicodeScalars.contains { $0.properties.isIdeographic }
        return phrase.count < 2 || !isHan || text.contains(Self.bare(phrase)) ? phrase : OutlineWriter.ownMark + phrase
    }

    private static func bare(_ words: String) -> String { String(words.filter(isWord)) }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "%" }
}

extension OutlineItem {
    /// Sections in which the plan speaks of the notice, not for it.
    private static let remarks: Set<String> = ["open", "notice"]

    /// The item with the plan's own words marked wherever it claims to stand in the notice.
    func marked(_ words: NoticeWords, claims: Bool = false) -> OutlineItem {
        guard !Self.remarks.contains(key) || claims else { return self }
        let claims = clause.map { !ClausePlace.places(in: $0).isEmpty } ?? claims
        var item = self
        if claims, isFree, !isOwn {
            item.text = words.marked(text)
            if !label.isEmpty, item.text != text, item.text == words.allMarked(text) { (item.text, item.isOwn) = (text, true) }
        }
        item.items = isOwn ? items : items.map { $0.marked(words, claims: claims) }
        return item
    }
}
