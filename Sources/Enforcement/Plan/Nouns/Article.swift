/// A clause of the notice in its own words (条文), so that what the plan makes of it can be read beside it.
///
/// A plan that prints them is held to them: every place it cites must be there, every clause must be cited by
/// something, and words of the plan that no clause holds are marked in the outline.
public struct Article: Sendable, Equatable {
    /// Where it stands, such as `三（二）1（1）`.
    public var clause = ""
    /// As printed, with offices in the place of persons' names.
    public var text = ""
    /// What is to be known of it: why nothing in the plan rests on it, what was put in the place of a name.
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Article> = Form(
        "article", Gloss("条文", "clause in its own words"), Article(), id: .at(\.clause), at: .at(\.position), short: "text",
        [
            .must("text", \.text, .text, "原文", "as printed, offices in the place of names", .title),
            .may("note", \.note, .text, "说明", "what is to be known of it; with a note nothing need rest on it"),
        ])
}

/// A place in the notice that an element of the plan gives (出处).
struct Citation: Sendable, Equatable {
    var words: String
    var position = SourcePosition(line: 1, column: 1)

    /// What stands in the place of a clause where the plan adds something of its own.
    static let none = "通知未写"

    /// The clauses it names: several joined by 、, rows of a list also as `附件8、9` and `附件13—16`.
    var clauses: [String] {
        var stem = ""
        return words.split(separator: "、").flatMap { part -> [String] in
            let whole = part.first?.isASCII == true ? stem + part : String(part)
            stem = String(whole.prefix { !$0.isASCII })
            return Self.rows(whole)
        }
    }

    private static func rows(_ clause: String) -> [String] {
        guard let match = clause.wholeMatch(of: #/(\D+)(\d+)—(\d+)/#), let first = Int(match.2), let last = Int(match.3), first <= last,
            last - first < 1000
        else { return [clause] }
        return (first...last).map { "\(match.1)\($0)" }
    }

    /// Whether a clause is another or stands within it.
    static func clause(_ clause: String, isWithin other: String) -> Bool {
        guard clause.hasPrefix(other) else { return false }
        guard let next = clause.dropFirst(other.count).first, let last = other.last else { return clause == other }
        return !(next.isNumber && last.isNumber)
    }
}
