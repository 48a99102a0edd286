/// What a decision table says of one case of facts (规则表结论).
struct TableDecision {
    enum Outcome: Equatable {
        case row(Int)
        /// Unknown facts leave open which of these rows holds; `gap` when it may also be none.
        case undecided(rows: [Int], gap: Bool)
        case gap
    }
    var outcome: Outcome
    /// Rows looked at, up to the first that surely holds.
    var tried: Int
}

extension DecisionTable {
    /// Finds the first row that holds. An unknown fact never lets a row fall through: as long as the cases it
    /// leaves open end in different verdicts, the table is undecided. Cases that cannot be are left out.
    func decide(_ partition: FactPartition, _ read: @escaping (String) -> FactValue.Value) -> TableDecision {
        var open: [Int] = []
        var end: Int?
        for (index, row) in rows.enumerated() {
            let truth = row.condition.truth(read)
            if truth == .unknown { open.append(index) }
            if truth == .yes {
                end = index
                break
            }
        }
        let tried = (end ?? rows.count - 1) + 1
        if open.isEmpty { return TableDecision(outcome: end.map { .row($0) } ?? .gap, tried: tried) }
        let candidates = (open + [end].compactMap { $0 }).filter { isPossible($0, partition, read) }
        let gap = end == nil && partition.witness(holding: [], failing: rows.map(\.condition), known: read).isPossible
        return TableDecision(outcome: outcome(of: candidates, gap: gap), tried: tried)
    }

    private func outcome(of candidates: [Int], gap: Bool) -> TableDecision.Outcome {
        guard let first = candidates.first else { return .gap }
        let agree = candidates.dropFirst().allSatisfy { rows[$0].agrees(with: rows[first]) }
        return agree && !gap ? .row(first) : .undecided(rows: candidates, gap: gap)
    }

    private func isPossible(_ index: Int, _ partition: FactPartition, _ read: @escaping (String) -> FactValue.Value) -> Bool {
        partition.witness(holding: [rows[index].condition], failing: rows[..<index].map(\.condition), known: read).isPossible
    }
}
