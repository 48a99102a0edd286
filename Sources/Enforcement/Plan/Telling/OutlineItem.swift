/// One item of the outline of a plan (提纲条目), with the items below it.
public struct OutlineItem: Sendable, Equatable {
    /// The key or name it stands under in the file; items of lists without names have none.
    public var key: String
    /// What the key means: `责任单位`.
    public var label: String
    public var text: String
    /// Where in the notice it stands.
    public var clause: String?
    /// Units it names.
    public var units: [String] = []
    public var items: [OutlineItem] = []
    /// Its text is the plan's to write, not a word of the language.
    var isFree = false

    init(key: String, label: String, text: String, units: [String] = [], items: [OutlineItem] = [], isFree: Bool = false) {
        self.key = key
        self.label = label
        self.text = text
        self.units = units
        self.items = items
        self.isFree = isFree
    }

    /// Its own words, with the label in front.
    public var line: String {
        if label.isEmpty { return text.isEmpty ? key : text }
        return text.isEmpty ? label : "\(label)：\(text)"
    }
}
