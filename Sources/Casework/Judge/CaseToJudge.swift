import Enforcement

/// An entry about to be judged (待判条目), with the patch that is its ground and the layer versions it needs findings of.
struct CaseToJudge: Sendable {
    var number: EntryNumber
    var category: String
    var patch: Patch
    var versions: [LayerVersionID]
    /// Version of the entry as it stands; 0 for one that the same act begins.
    var version = 0
    /// What was found and proposed before.
    var findings: [Finding] = []
    var proposal: Proposal?

    init(number: EntryNumber, category: String, patch: Patch, versions: [LayerVersionID]) {
        self.number = number
        self.category = category
        self.patch = patch
        self.versions = versions
    }

    init(entry: EntryState, patch: Patch, versions: [LayerVersionID]) {
        self.init(number: entry.number, category: entry.category, patch: patch, versions: versions)
        version = entry.version
        findings = entry.findings
        proposal = entry.proposal
    }
}
