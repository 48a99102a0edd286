import Enforcement
import LandGeometry

/// A text in both languages (词条). There is no way to give one without the other.
public struct Phrase: Sendable, Equatable {
    public var zh: String
    public var en: String

    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    public subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

/// Every text the program says to people (文案目录), for pages and commands alike.
///
/// Keys are `topic.word`; words of an enumeration stand under its topic and raw value: `stage.proposed`.
/// Values are put in at `{}` in their order.
public enum Catalogue {
    static let topics: [[String: Phrase]] = [
        commonWords, pageWords, deskWords, ledgerWords, entryWords, intakeWords, layerWords, systemWords, vocabularyWords, eventWords,
        readingRules, patchRules, errorWords, exportWords, mapWords, classWords, layerNames, planPageWords, planTrialWords,
    ]

    static let phrases: [String: Phrase] = topics.reduce(into: [:]) { all, topic in all.merge(topic) { first, _ in first } }

    /// The text under `key`; the key itself when there is none, as for words a plan brings along.
    public static func text(_ key: String, in language: Language) -> String {
        phrases[key]?[language] ?? key
    }

    /// The text under `key` with values put in at each `{}`.
    static func text(_ key: String, _ first: String, _ rest: String..., in language: Language) -> String {
        fill(text(key, in: language), with: [first] + rest)
    }

    /// An area with its unit: `12.50 亩`.
    public static func mu(_ area: Area, in language: Language) -> String {
        Shown.decimal(area.mu, places: 2) + " " + text("unit-of-area.mu", in: language)
    }

    /// Square metres as recorded, with two decimals: `8333.33 m²`.
    public static func squareMetres(_ area: Area) -> String { Shown.decimal(area.squareMetres, places: 2) + " m²" }

    public static func fill(_ pattern: String, with values: [String]) -> String {
        var filled = ""
        var rest = values.makeIterator()
        for (index, piece) in pattern.split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { filled += rest.next() ?? "" }
            filled += piece
        }
        return filled
    }
}

extension Officer.Role {
    var phrase: Phrase { Catalogue.phrases["role." + rawValue] ?? Phrase(rawValue, rawValue) }
}
