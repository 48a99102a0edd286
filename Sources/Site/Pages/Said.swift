/// Words of the plan or of the county on a page (所示用语), marked where they stand in another language than the page.
///
/// Shown by the partial `said`: readers of screens then pronounce them rightly, and nobody takes Chinese on an English
/// page for an oversight.
struct Said: Equatable {
    var text: String
    /// BCP 47 tag of a language that is not the page's; nil where it is.
    var tongue: String?

    init(_ text: String, tongue: String? = nil) {
        self.text = text
        self.tongue = tongue
    }
}

extension String {
    /// Whether the text has Chinese characters.
    var hasHan: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }
}
