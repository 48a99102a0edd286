/// Reads `where: { class: [耕地] }`, `{ zone: [允许建设区] }` and `{ until: occupation }` (地类条件读取).
struct ClassReader {
    let layer: PlanLayer
    let notes: PlanNotes

    func choice(_ given: ClassWords) -> ClassChoice? {
        if given.until != nil { return .inTerm }
        let words = given.words + given.zones
        guard !words.isEmpty else {
            notes.report(.keyMustBePresent, at: given.position, found: "class / zone / until")
            return nil
        }
        if let scheme = layer.scheme, let classes = groups(words) { return .classes(classes, scheme: scheme) }
        return .codes(words.flatMap { codes($0, given) })
    }

    /// The classes behind names of groups; nil unless all words are such names.
    private func groups(_ words: [String]) -> Set<LandClass>? {
        guard layer.scheme == "SD3" else { return nil }
        let found = words.map { LandClassGroup.survey[$0] }
        return found.contains(nil) ? nil : found.compactMap { $0 }.reduce(into: Set()) { $0.formUnion($1) }
    }

    private func codes(_ word: String, _ given: ClassWords) -> [String] {
        if let known = layer.classes.first(where: { $0.name == word }) { return known.codes }
        if layer.scheme == "SD3", let code = SurveyClass.codes[word] { return [code] }
        if isCode(word) { return [word] }
        let names =
            layer.classes.map(\.name) + (layer.scheme == "SD3" ? LandClassGroup.survey.keys.sorted() + SurveyClass.codes.keys.sorted() : [])
        notes.report(.classMustBeNamed, at: given.position, found: word, suggestion: Nearest.name(to: word, among: names))
        return []
    }

    private func isCode(_ word: String) -> Bool {
        word.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase || $0 == "*") } && !word.dropLast().contains("*")
    }
}
