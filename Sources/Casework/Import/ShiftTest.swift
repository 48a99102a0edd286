import Enforcement
import Foundation
import GeoFiles
import LandGeometry

/// Whether patches in degrees lie as if their coordinates were shifted (加偏检验), by the borders of the ledger's units.
///
/// A shape alone tells nothing: GCJ-02 moves it 300–700 m and leaves it what it is. But a county's patches lie in the county.
/// When some lie outside every unit and most of these come inside once the shift is undone, the coordinates are suspect.
/// Unshifted patches behave the other way round. Patches that all lie far from the borders tell nothing either way.
struct ShiftTest {
    private let units: [MultiPolygon]

    /// Positions looked at, spread over the file.
    private static let sample = 2000
    /// Fewer outside than this may be patches across the border.
    private static let fewest = 3

    init(units: [LayerFeature]) {
        self.units = units.map(\.shape)
    }

    /// Nil when nothing is suspect, or nothing can be known.
    func remark(on all: [Position]) -> RowRemark? {
        let step = max(1, all.count / Self.sample)
        let positions = stride(from: 0, to: all.count, by: step).map { all[$0] }
        let outside = positions.filter { !isInside($0) }
        guard !units.isEmpty, outside.count >= Self.fewest, outside.count < positions.count else { return nil }
        let inside = positions.filter(isInside)
        let left = outside.count { !isInside(ChinaShift.undone($0)) } + inside.count { !isInside(ChinaShift.undone($0)) }
        guard left * 4 <= outside.count else { return nil }
        return RowRemark(
            .noted, .coordinatesMayBeShifted, found: "\(outside.count)/\(positions.count) outside every unit, \(left) when GCJ-02 is undone"
        )
    }

    private func isInside(_ position: Position) -> Bool {
        units.contains { $0.box.contains(position) && $0.contains(position) }
    }
}

extension ImportedRow.Ground {
    /// A point, or the middle of an area's box.
    var middle: Position? {
        switch self {
        case .none: nil
        case .point(let position): position
        case .area(let shape): shape.box.centre
        }
    }
}

/// The shift of public maps in China, GCJ-02 (地图加偏): published nowhere officially, known from map services' own offsets
/// to a few metres. Used to raise a suspicion, never to move land.
enum ChinaShift {
    private static let axis = 6_378_245.0
    private static let eccentricity = 0.006_693_421_622_965_943

    /// The position before the shift, to about 5 m.
    static func undone(_ position: Position) -> Position {
        let offset = offset(position)
        return Position(longitude: position.longitude - offset.longitude, latitude: position.latitude - offset.latitude)
    }

    /// Degrees by which a position is moved.
    static func offset(_ position: Position) -> (longitude: Double, latitude: Double) {
        let (x, y) = (position.longitude - 105, position.latitude - 35)
        let short = waves(x, [(20, 6), (20, 2)])
        let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
        let northWaves = short + waves(y, [(20, 1), (40, 1.0 / 3), (160, 1.0 / 12), (320, 1.0 / 30)])
        let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
        let eastWaves = short + waves(x, [(20, 1), (40, 1.0 / 3), (150, 1.0 / 12), (300, 1.0 / 30)])
        let sine = sin(position.latitude * .pi / 180)
        let magic = 1 - eccentricity * sine * sine
        let metresNorth = axis * (1 - eccentricity) / (magic * magic.squareRoot()) * .pi / 180
        let metresEast = axis / magic.squareRoot() * (1 - sine * sine).squareRoot() * .pi / 180
        return ((east + eastWaves) / metresEast, (north + northWaves) / metresNorth)
    }

    private static func waves(_ value: Double, _ waves: [(amplitude: Double, frequency: Double)]) -> Double {
        waves.reduce(0) { $0 + $1.amplitude * sin($1.frequency * value * .pi) * 2 / 3 }
    }
}
