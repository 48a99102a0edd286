/// What a row of a plan asks of the facts (条件): `{ approved: yes, supplied: no }`.
public indirect enum Condition: Equatable, Sendable {
    /// The `else` row.
    case always
    case term(Term)
    case all([Condition])
    case any([Condition])
    case none([Condition])

    /// One fact compared with the values wanted (条件项).
    public struct Term: Equatable, Sendable {
        public var fact: String
        /// Any of these will do.
        public var wanted: [FactValue.Value]

        public init(fact: String, wanted: [FactValue.Value]) {
            self.fact = fact
            self.wanted = wanted
        }

        func truth(of found: FactValue.Value) -> Truth {
            found == .unknown ? .unknown : Truth(wanted.contains(found))
        }
    }

    /// The truth under the values `read` gives, read from left to right and no further than needed.
    public func truth(_ read: (String) -> FactValue.Value) -> Truth {
        switch self {
        case .always: .yes
        case .term(let term): term.truth(of: read(term.fact))
        case .all(let parts): Truth.all(parts) { $0.truth(read) }
        case .any(let parts): Truth.any(parts) { $0.truth(read) }
        case .none(let parts): Truth.any(parts) { $0.truth(read) }.negated
        }
    }

    /// The terms in the order they stand.
    public var terms: [Term] {
        switch self {
        case .always: []
        case .term(let term): [term]
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.terms)
        }
    }
}
