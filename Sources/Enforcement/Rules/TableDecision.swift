/// What a decision table says of one case of facts (规则表结论).
struct TableDecision {
    enum Outcome: Equatable {
        case row(Int)
        /// Several rows that all count, under the policy `collect`.
        case rows([Int])
        /// Unknown facts leave open which of these rows holds; `gap` when it may also be none.
        case undecided(rows: [Int], gap: Bool)
        case gap
    }
    var outcome: Outcome
    /// Rows looked at, up to the first that surely holds.
    var tried: Int
}

extension DecisionTable {
    func decide(_ partition: FactPartition, _ read: @escaping (String) -> FactValue.Value) -> TableDecision {
        TableRuling(rows: rows, partition: partition, read: read).first
    }
}

extension RouteTable {
    func decide(_ partition: FactPartition, _ read: @escaping (String) -> FactValue.Value) -> TableDecision {
        let ruling = TableRuling(rows: rows, partition: partition, read: read)
        switch policy {
        case .first, .unique: return ruling.first
        case .strictest: return ruling.strictest { order.firstIndex(of: rows[$0].route) ?? order.count }
        case .collect: return ruling.collected
        }
    }
}

/// Reads a table of rows against facts of which some may be unknown (规则表判读).
///
/// An unknown fact never lets a row fall through: as long as the cases it leaves open end differently, the table is
/// undecided. Cases that cannot be are left out.
struct TableRuling<Row: TableRow> {
    let rows: [Row]
    let partition: FactPartition
    let read: (String) -> FactValue.Value

    /// The first row that holds.
    var first: TableDecision {
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
        let candidates = (open + [end].compactMap { $0 }).filter { isPossible($0, above: rows[..<$0]) }
        return TableDecision(outcome: outcome(of: candidates, gap: end == nil && mayBeNone), tried: tried)
    }

    private func outcome(of candidates: [Int], gap: Bool) -> TableDecision.Outcome {
        guard let first = candidates.first else { return .gap }
        let agree = candidates.dropFirst().allSatisfy { rows[$0].agrees(with: rows[first]) }
        return agree && !gap ? .row(first) : .undecided(rows: candidates, gap: gap)
    }

    /// Of the rows that hold, the one of least rank; the `else` row only where no other does.
    func strictest(_ rank: (Int) -> Int) -> TableDecision {
        let standing = standing
        let best = standing.hold.min { (rank($0), $0) < (rank($1), $1) }
        let stricter = standing.open.filter { open in best.map { rank(open) < rank($0) } ?? true }
        if !stricter.isEmpty {
            return TableDecision(
                outcome: .undecided(
                    rows: (stricter + [best ?? fallback].compactMap { $0 }).sorted(), gap: best == nil && fallback == nil && mayBeNone),
                tried: rows.count)
        }
        return TableDecision(outcome: (best ?? fallback).map { .row($0) } ?? .gap, tried: rows.count)
    }

    /// Every row that holds; the `else` row only where no other does.
    var collected: TableDecision {
        let standing = standing
        let outcome: TableDecision.Outcome
        if !standing.open.isEmpty {
            outcome = .undecided(rows: (standing.hold + standing.open).sorted(), gap: standing.hold.isEmpty && fallback == nil && mayBeNone)
        } else if !standing.hold.isEmpty {
            outcome = .rows(standing.hold)
        } else {
            outcome = fallback.map { .rows([$0]) } ?? .gap
        }
        return TableDecision(outcome: outcome, tried: rows.count)
    }

    private var fallback: Int? { rows.firstIndex { $0.condition == .always } }

    private var standing: (hold: [Int], open: [Int]) {
        var hold: [Int] = []
        var open: [Int] = []
        for (index, row) in rows.enumerated() where row.condition != .always {
            switch row.condition.truth(read) {
            case .yes: hold.append(index)
            case .unknown: if isPossible(index, above: []) { open.append(index) }
            case .no: break
            }
        }
        return (hold, open)
    }

    private var mayBeNone: Bool {
        partition.witness(holding: [], failing: rows.map(\.condition), known: read).isPossible
    }

    private func isPossible(_ index: Int, above: ArraySlice<Row>) -> Bool {
        partition.witness(holding: [rows[index].condition], failing: above.map(\.condition), known: read).isPossible
    }
}
