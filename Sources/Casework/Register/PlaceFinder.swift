import Enforcement
import LandGeometry

/// Finds the unit that owes an entry, from the `units` layer (属地单位).
///
/// A development zone goes before the town it lies in: its share alone decides when it is the larger;
/// every other unit touched by more than a sliver is named, for then the owner is an officer's choice.
struct PlaceFinder {
    private let index: LayerIndex
    private let codes: [String]
    private let features: [LayerFeature]

    /// Ground below which touching a unit is a drawing difference, not a claim.
    private static let sliver = Area(squareMetres: 10)

    init(_ features: [LayerFeature]) {
        self.features = features
        codes = features.map(\.code)
        index = LayerIndex(
            features.enumerated().map { LayerShape(feature: $0.offset, classNumber: $0.offset, shape: $0.element.shape) })
    }

    func place(of patch: Patch) -> Place {
        var place = Place(division: patch.division, words: patch.placeWords)
        let units = units(of: patch)
        place.unit = units.first
        place.alsoTouches = Array(units.dropFirst())
        if place.division == nil { place.division = features.first { $0.code == place.unit?.text }?.division }
        return place
    }

    /// Units under the patch, the largest share first.
    private func units(of patch: Patch) -> [UnitID] {
        if let shape = patch.shape {
            let overlaps = index.overlaps(with: shape).filter { $0.area > Self.sliver || patch.area < Self.sliver }
            return overlaps.sorted { $0.area > $1.area }.map { UnitID(codes[$0.feature]) }
        }
        if let point = patch.point {
            return features.filter { $0.shape.contains(point) }.map { UnitID($0.code) }
        }
        return named(in: patch.placeWords)
    }

    /// A clue without ground names its town in words.
    private func named(in words: String?) -> [UnitID] {
        guard let words else { return [] }
        return features.filter { feature in feature.name.map { words.contains($0) } ?? false }.prefix(1).map { UnitID($0.code) }
    }
}

extension LayerFeature {
    /// The division code a feature of the units layer states.
    var division: String? {
        attributes.first { ["XZQDM", "DIVISION"].contains($0.name.uppercased()) }?.value
    }
}
