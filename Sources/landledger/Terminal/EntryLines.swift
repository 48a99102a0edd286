import Enforcement

/// An entry as text: findings, proposal, missing evidence, history.
struct EntryLines {
    let all: [String]

    /// - Parameter disposition: what `plan` asks of the entry.
    init(
        _ entry: EntryState, _ disposition: Disposition?, of plan: Plan, _ history: [RecordedEvent], _ names: Names, _ terminal: Terminal
    ) {
        all =
            Self.heading(entry, names, terminal) + Self.findings(entry, names, terminal) + Self.proposal(entry, terminal)
            + (disposition.map { DispositionLines(plan: plan, terminal: terminal).lines(of: $0) } ?? []) + Self.history(history, terminal)
    }

    private static func heading(_ entry: EntryState, _ names: Names, _ terminal: Terminal) -> [String] {
        [
            "\(entry.number)  \(terminal.text("stage." + entry.stage.rawValue))  \(terminal.mu(entry.area))  \(names.unit(entry.place.unit))  "
                + (entry.place.words ?? "")
        ]
    }

    private static func findings(_ entry: EntryState, _ names: Names, _ terminal: Terminal) -> [String] {
        entry.findings.flatMap { finding in
            finding.areas.map {
                "  \(names.layer(finding.layer)) \(finding.version)  \($0.code.isEmpty ? "·" : $0.code)  \(terminal.mu($0.area))"
            }
        }
    }

    private static func proposal(_ entry: EntryState, _ terminal: Terminal) -> [String] {
        guard let proposal = entry.proposal else { return [] }
        let verdict = terminal.text("verdict." + proposal.verdict.rawValue)
        return ["  \(verdict)  \(proposal.kind ?? "")  \(proposal.title)  \(proposal.clause)  \(proposal.rule)"]
            + proposal.missing.map { "  \(terminal.text("proposal.missing")) \($0.title)" }
    }

    private static func history(_ history: [RecordedEvent], _ terminal: Terminal) -> [String] {
        history.map { "  \($0.version)  \($0.recorded.text)  \(terminal.text("event." + $0.event.name))  \($0.actor)" }
    }
}
