extension FactPartition {
    /// A case of facts in which every condition of `holding` holds and none of `failing` does, within what is `known`.
    ///
    /// Exact: it branches over the cells of one variable at a time and cuts off as soon as a condition is
    /// settled, so it is complete without listing every case. `none` means there is no such case. After
    /// `limit` branches it gives up and says so; callers then take the case as possible.
    func witness(
        holding: [Condition], failing: [Condition], known: @escaping (String) -> FactValue.Value = { _ in .unknown }, limit: Int = 20_000
    ) -> Witness {
        var search = Search(
            partition: self, holding: holding.map { spelledOut($0, known) }, failing: failing.map { spelledOut($0, known) }, known: known,
            left: limit)
        return search.run()
    }

    enum Witness: Equatable {
        case found([String: FactValue.Value])
        case none
        case gaveUp

        var isPossible: Bool { self != .none }
    }
}

private struct Search {
    let partition: FactPartition
    let holding: [Condition]
    let failing: [Condition]
    let known: (String) -> FactValue.Value
    var left: Int
    var assumed: [String: FactValue.Value] = [:]

    mutating func run() -> FactPartition.Witness {
        guard left > 0 else { return .gaveUp }
        left -= 1
        let open: [Condition]
        switch undecided() {
        case .contradiction: return .none
        case .open(let conditions): open = conditions
        }
        guard !open.isEmpty else { return .found(assumed) }
        guard let variable = nextVariable(in: open) else { return .gaveUp }
        return branch(over: variable)
    }

    private enum Standing {
        case contradiction
        case open([Condition])
    }

    private func value(_ fact: String) -> FactValue.Value {
        assumed[fact] ?? known(fact)
    }

    private func undecided() -> Standing {
        var open: [Condition] = []
        for (conditions, refuted) in [(holding, Truth.no), (failing, Truth.yes)] {
            for condition in conditions {
                let truth = condition.truth(value)
                if truth == refuted { return .contradiction }
                if truth == .unknown { open.append(condition) }
            }
        }
        return .open(open)
    }

    private func nextVariable(in open: [Condition]) -> FactPartition.Variable? {
        for condition in open {
            for term in condition.terms where value(term.fact) == .unknown {
                if let index = partition.variableOfFact[term.fact] { return partition.variables[index] }
            }
        }
        return nil
    }

    private mutating func branch(over variable: FactPartition.Variable) -> FactPartition.Witness {
        let before = assumed
        for cell in variable.cells where agrees(cell, variable.facts) {
            for (fact, value) in zip(variable.facts, cell) { assumed[fact] = value }
            let outcome = run()
            if outcome != .none { return outcome }
            assumed = before
        }
        return .none
    }

    /// Whether a cell says of no fact other than what is known of it.
    private func agrees(_ cell: [FactValue.Value], _ facts: [String]) -> Bool {
        zip(facts, cell).allSatisfy { fact, value in
            let standing = self.value(fact)
            return standing == .unknown || standing == value
        }
    }
}
