/// Words for one thing of the plan language in both languages (双语词).
public struct Gloss: Sendable, Equatable {
    public var zh: String
    public var en: String

    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }
}

/// A fixed word that may stand under a key of a plan (取值词), with what it means.
public protocol PlanWord: RawRepresentable, CaseIterable, Sendable, Equatable where RawValue == String {
    var gloss: Gloss { get }
}
