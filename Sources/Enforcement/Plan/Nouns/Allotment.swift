import Yams

/// What one unit owes of a target (任务分解): the rows of the annex that divides it.
public struct Allotment: Sendable, Equatable {
    /// As the annex prints the unit: a member of a group need not be declared.
    public var unit: String
    public var amount: Measured
    public var position: SourcePosition
}

extension Kind where Value == [Allotment] {
    /// `{ 甲镇: 120 亩, 乙镇: 80 亩 }`.
    static var allotments: Kind {
        Kind(
            .map(Kind<Measured>.measured.shape()),
            read: { node, reading in
                reading.mapping(node)?.compactMap { pair in
                    Kind<Measured>.measured.read(pair.value, reading).map {
                        Allotment(unit: pair.key.word ?? "", amount: $0, position: pair.key.position)
                    }
                }
            },
            tell: { rows, teller in
                rows.isEmpty
                    ? .nothing : .text(rows.map { "\(teller.title($0.unit, in: .unit)) \($0.amount.words)" }.joined(separator: "、"))
            })
    }
}

extension Kind where Value == [Measured] {
    /// One amount or several: `[356 宗, 14051 亩]`.
    static var measuredList: Kind {
        let one = Kind<Measured>.measured
        return Kind(
            .either([one.shape(), .list(one.shape())]),
            read: { node, reading in reading.oneOrMany(node).compactMap { one.read($0, reading) } },
            tell: { amounts, _ in amounts.isEmpty ? .nothing : .text(amounts.map(\.words).joined(separator: "、")) })
    }
}
