import LandGeometry

extension EntryQuery {
    /// Whether a state is one the query asks for, as far as the state alone tells: everything but `batch`, `box` and `withoutGround`.
    public func matches(_ state: EntryState) -> Bool {
        (stages.isEmpty || stages.contains(state.stage))
            && (verdicts.isEmpty || state.verdict.map(verdicts.contains) ?? false)
            && (isOfAnyUnit || state.place.unit.map(units.contains) ?? withoutUnit)
            && (categories.isEmpty || categories.contains(state.category))
            && (flags.isEmpty || !flags.isDisjoint(with: state.flags))
            && (searched.map { state.searchText.contains($0) } ?? true)
    }

    /// Whether the unit does not matter.
    public var isOfAnyUnit: Bool { units.isEmpty && !withoutUnit }

    /// The text that is searched for, in the form of `EntryState.searchText`; nil when none is.
    public var searched: String? {
        text.flatMap { $0.isEmpty ? nil : $0.lowercased() }
    }

    /// Whether `a` comes before `b` in the order asked for. Equal ones follow their numbers, both ways round.
    public func places(_ a: EntryState, before b: EntryState) -> Bool {
        let (first, second) = descending ? (b, a) : (a, b)
        switch order {
        case .number: return first.number < second.number
        case .area: return (first.area.hundredths, first.number) < (second.area.hundredths, second.number)
        case .changed: return (first.changedAt, first.number) < (second.changedAt, second.number)
        case .unit: return (first.place.unit?.text ?? "", first.number) < (second.place.unit?.text ?? "", second.number)
        }
    }
}

extension EntryState {
    /// Marks of the plan that hold, as the present proposal has them (标记).
    public var flags: [String] { proposal?.flags ?? [] }

    /// What a text search looks through: numbers and words of the place, in lower case, a line each.
    public var searchText: String {
        ([number.text, sourceNumber, place.words] + attached.map(\.sourceNumber)).compactMap { $0 }.joined(separator: "\n").lowercased()
    }

    /// The groups the entry counts under.
    public func groups(_ grouping: EntryGrouping) -> [String] {
        switch grouping {
        case .stage: [stage.rawValue]
        case .verdict: [verdict?.rawValue ?? ""]
        case .unit: [place.unit?.text ?? ""]
        case .category: [category]
        case .flag: Set(flags).sorted()
        }
    }
}

extension EntryNumber {
    /// The running number after `prefix`, with or without a hyphen between; nil when something else follows.
    public func running(under prefix: String) -> Int? {
        guard text.hasPrefix(prefix) else { return nil }
        let rest = text.dropFirst(prefix.count)
        let digits = rest.hasPrefix("-") ? rest.dropFirst() : rest
        return digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }
}

extension Area {
    /// The area of record in 0.01 m², a whole number, so that sums do not depend on their order.
    public var hundredths: Int {
        Int(exactly: (squareMetres * 100).rounded(.toNearestOrAwayFromZero)) ?? .max
    }

    public init(hundredths: Int) {
        self.init(squareMetres: Double(hundredths) / 100)
    }
}
