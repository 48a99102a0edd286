/// What notices count in (计量单位): areas, volumes, masses, lengths, money, pieces, households, persons, points, shares.
public enum MeasureUnit: String, CaseIterable, Sendable {
    case mu, squareMetre = "m2", hectare = "ha", squareKilometre = "km2"
    case cubicMetre = "m3", tonne = "t", metre = "m", kilometre = "km"
    case yuan, piece, household, person, point, share

    /// What can be compared with each other (量纲).
    public enum Dimension: Sendable {
        case area, volume, mass, length, money, pieces, households, persons, points, share
    }

    public var dimension: Dimension {
        switch self {
        case .mu, .squareMetre, .hectare, .squareKilometre: .area
        case .cubicMetre: .volume
        case .tonne: .mass
        case .metre, .kilometre: .length
        case .yuan: .money
        case .piece: .pieces
        case .household: .households
        case .person: .persons
        case .point: .points
        case .share: .share
        }
    }

    /// How many of the smallest unit of its dimension: square metres, metres, yuan; a share is 0…1.
    var factor: Double {
        switch self {
        case .mu: 2000.0 / 3
        case .hectare: 10_000
        case .squareKilometre: 1_000_000
        case .kilometre: 1000
        case .share: 0.01
        default: 1
        }
    }

    /// The ways notices write it; the first is the usual one.
    var spellings: [String] {
        switch self {
        case .mu: ["亩", "mu"]
        case .squareMetre: ["平方米", "m2", "m²", "㎡", "平米"]
        case .hectare: ["公顷", "ha", "hm2", "hm²"]
        case .squareKilometre: ["平方公里", "km2", "km²", "平方千米"]
        case .cubicMetre: ["立方米", "m3", "m³", "方"]
        case .tonne: ["吨", "t"]
        case .metre: ["米", "m"]
        case .kilometre: ["公里", "km", "千米"]
        case .yuan: ["元", "yuan"]
        case .piece: ["宗", "起", "件", "个", "处", "块", "座", "次", "家", "条", "期", "名次", "栋"]
        case .household: ["户"]
        case .person: ["人", "名"]
        case .point: ["分"]
        case .share: ["%", "％", "个百分点"]
        }
    }

    /// By the way it is written.
    init?(spelled word: String) {
        guard let unit = Self.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
        self = unit
    }
}
