import Casework
import Enforcement

/// A reassessment told in sentences, for page and terminal (重判预演用语).
public struct ReassessmentWords {
    public let sentences: [String]

    public init(_ found: Reassessment, in language: Language) {
        func say(_ key: String, _ counts: Int...) -> String {
            Catalogue.fill(Catalogue.text(key, in: language), with: counts.map { Shown.count($0) })
        }
        var told = [say("reassess.counts", found.entries, found.untouched, found.same, found.figuresOnly, found.changes.count)]
        let signed = found.changes.count(where: \.isSigned)
        if signed > 0 { told.append(say("reassess.counts.signed", signed)) }
        sentences = told
    }
}
