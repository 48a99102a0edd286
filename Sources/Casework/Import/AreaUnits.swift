import Enforcement
import LandGeometry

/// Which unit a stated area is in (面积单位), when its field's name does not tell: the ground decides, and a remark says so.
enum AreaUnits {
    static func squareMetres(per unit: FieldMapping.AreaUnit) -> Double {
        switch unit {
        case .squareMetres: 1
        case .mu: Area.squareMetresPerMu
        case .hectares: 10_000
        }
    }

    static func area(_ value: Double, in unit: FieldMapping.AreaUnit) -> Area {
        Area(squareMetres: value * squareMetres(per: unit))
    }

    /// The unit in which most stated areas are within 10 % of the ground; nil when none is.
    static func inferred(from pairs: [(stated: Double, ground: Area)]) -> FieldMapping.AreaUnit? {
        let usable = pairs.filter { $0.stated > 0 && $0.ground.squareMetres > 100 }
        guard !usable.isEmpty else { return nil }
        return FieldMapping.AreaUnit.allCases.first { unit in
            let agreeing = usable.filter { abs(area($0.stated, in: unit).squareMetres / $0.ground.squareMetres - 1) < 0.1 }
            return agreeing.count * 2 > usable.count
        }
    }
}
