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

/// A place in the notice that an element of the plan gives (出处), and where it gives it.
struct Citation: Sendable, Equatable {
    var words: String
    var position: SourcePosition
}
