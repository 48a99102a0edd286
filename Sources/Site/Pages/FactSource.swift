import Enforcement
import Foundation

/// Where the value of a fact comes from, in words (事实来源).
///
/// The rules write sources for the log: `farmland@2018`, `survey@? 2019-03-01`, `TBLX=20`, `answer: zhang`. Layers are
/// named here, fields of the sender stay as they are.
extension PlanWords {
    func source(_ text: String) -> String {
        if let phrase = Catalogue.phrases["fact-source." + text] { return phrase[language] }
        if let number = text.dropping(prefix: "entry ") { return Catalogue.text("fact-source.entry", in: language) + " " + number }
        if let officer = text.dropping(prefix: "answer: ") { return Catalogue.text("fact-source.answer", officer, in: language) }
        if let days = text.dropping(prefix: "before="), let seen = days.range(of: " seen=") {
            let from = days[..<seen.lowerBound]
            return Catalogue.text("fact-source.images", (from.isEmpty ? "…" : from) + " – " + days[seen.upperBound...], in: language)
        }
        guard text.contains("@") else { return text }
        return text.components(separatedBy: " − ").map(version).joined(separator: " − ")
    }

    /// `farmland@2018` is 永久基本农田 2018; `farmland@? 2019-03-01` is a version nobody has for that day.
    private func version(_ text: String) -> String {
        let halves = text.split(separator: "@", maxSplits: 1)
        guard halves.count == 2 else { return text }
        let layer = layer(LayerName(String(halves[0]))).text
        guard let day = String(halves[1]).dropping(prefix: "?") else { return layer + " " + halves[1] }
        let blank = day.trimmingBlanks.isEmpty
        return Catalogue.text("fact-source.no-version", layer, blank ? "—" : day.trimmingBlanks, in: language)
    }
}

extension String {
    /// What follows `prefix`; nil when the text does not begin so.
    fileprivate func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
