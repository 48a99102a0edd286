/// What may stand under a key (值的形状), as far as a schema can say it.
///
/// The reader knows more: names must be declared, amounts must suit their measure, words of dates must be readable.
indirect enum Shape: Sendable {
    case text
    case integer
    case yesNo
    /// Text of a certain pattern, with an example.
    case pattern(String, example: String)
    case words([(word: String, gloss: Gloss)])
    case name(Realm)
    case either([Shape])
    case list(Shape)
    /// A mapping whose keys the plan chooses.
    case map(Shape)
    /// A mapping with the keys of a noun.
    case noun(FormShape)
    /// Conditions and example facts: mappings from facts to their values.
    case condition, given
}

/// A noun of the language as the schema and the manual see it (词条形状).
struct FormShape: Sendable {
    struct Key: Sendable {
        var key: String
        var gloss: Gloss
        var isRequired: Bool
        var shape: @Sendable () -> Shape
    }
    var name: String
    var gloss: Gloss
    /// Key whose value may stand alone for the whole noun.
    var short: String?
    /// Key that names the noun where it stands in a list; in a mapping the mapping's key names it.
    var idKey: String?
    var keys: [Key]
}
