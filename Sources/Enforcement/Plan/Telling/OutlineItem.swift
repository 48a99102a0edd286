/// One item of the outline of a plan (提纲条目), with the items below it.
public struct OutlineItem: Sendable, Equatable {
    /// The key or name it stands under in the file; items of lists without names have none.
    public var key: String
    /// What the key means: `责任单位`.
    public var label: String
    public var text: String
    /// The label in both languages; nil where there is none.
    public var gloss: Gloss?
    /// Where in the notice it stands.
    public var clause: String?
    /// Units it names.
    public var units: [String] = []
    public var items: [OutlineItem] = []
    /// The plan's own words, which the notice does not have (方案所加).
    public var isOwn = false
    /// Its text is the plan's to write, not a word of the language.
    var isFree = false

    init(key: String, label: String, text: String, units: [String] = [], items: [OutlineItem] = []) {
        self.key = key
        self.label = label
        self.text = text
        self.units = units
        self.items = items
    }

    /// Its own words, with the label in front.
    public var line: String {
        if label.isEmpty { return text.isEmpty ? key : text }
        return text.isEmpty ? label : "\(label)：\(text)"
    }

    /// A group without words of its own, such as the scope of a target.
    var isBare: Bool { text.isEmpty && label.isEmpty && clause == nil }
}
