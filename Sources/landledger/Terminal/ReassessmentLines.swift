import Casework
import Enforcement
import Site

/// What `judge --dry-run --json` prints.
struct ReassessmentAnswer: Encodable {
    var reassessment: Reassessment
    var transitions: [Reassessment.Transition]
    var same: Int

    init(_ found: Reassessment) {
        reassessment = found
        transitions = found.transitions
        same = found.same
    }
}

extension Terminal {
    /// A reassessment in counts, then entry by entry (重判预演).
    func lines(of found: Reassessment, _ names: Names) -> [String] {
        ReassessmentWords(found, in: language).sentences + changeLines(of: found, limit: .max, names)
    }

    /// From what to what, then entry by entry.
    func changeLines(of found: Reassessment, limit: Int, _ names: Names) -> [String] {
        let transitions = found.transitions.map {
            "  \(verdict($0.before)) → \(verdict($0.after))  \($0.count)  \(mu($0.area))"
                + ($0.signed > 0 ? "  (\(text("reassess.signed")) \($0.signed))" : "")
        }
        let entries = found.changes.prefix(limit).map { change in
            "  \(change.entry)  \(names.unit(change.unit))  \(mu(change.area))  \(standing(change.before, names)) → \(standing(change.after, names))"
                + (change.isSigned ? "  [\(text("reassess.signed"))]" : "")
        }
        return transitions + (entries.isEmpty ? [] : ["", text("reassess.entries")] + entries)
    }

    private func verdict(_ verdict: Verdict?) -> String { verdict.map { text("verdict." + $0.rawValue) } ?? "—" }

    private func standing(_ it: Reassessment.Standing, _ names: Names) -> String {
        ([verdict(it.verdict), it.kind] + it.flags.map { "+" + names.flag($0) }).compactMap { $0 }.joined(separator: " ")
            + it.routes.map { " ⇒ " + $0 }.joined() + (it.open.isEmpty ? "" : " ⇒ " + text("plan.trial.open"))
    }
}
