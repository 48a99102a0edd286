/// The first positions of a file's rows, looked at before its coordinates are believed (坐标抽样).
struct CoordinateSample: Equatable {
    private(set) var points: [PlanePoint] = []
    private(set) var hasHeight = false

    static let limit = 1000

    mutating func add(_ geometry: DecodedGeometry) {
        if geometry.hasHeight { hasHeight = true }
        if let point = geometry.geometry.firstPoint, point.isFinite { points.append(point) }
    }

    var isEmpty: Bool { points.isEmpty }

    /// The same with x and y exchanged.
    var swapped: CoordinateSample {
        var other = self
        other.points = points.map { PlanePoint(x: $0.y, y: $0.x) }
        return other
    }

    /// The values in words, for questions to the user.
    var words: String {
        guard let first = points.first else { return "" }
        return "x \(first.x), y \(first.y)"
    }

    /// More than half of the positions: one row gone astray does not decide for the file.
    func mostly(_ holds: (PlanePoint) -> Bool) -> Bool {
        points.count { holds($0) } * 2 > points.count
    }

    /// The number that leads the eight-digit eastings of most positions.
    var zonePrefix: Int? {
        let zones = points.filter { China.northings.contains($0.y) && $0.x >= 13e6 && $0.x < 46e6 }.map { Int($0.x / 1e6) }
        let counts = Dictionary(zones.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 2 > points.count else { return nil }
        return most.key
    }
}

extension RawGeometry {
    var firstPoint: PlanePoint? {
        switch self {
        case .point(let point): point
        case .line(let points): points.first
        case .polygon(let rings): rings.first?.first
        case .collection(let parts): parts.lazy.compactMap(\.firstPoint).first
        }
    }
}

extension ReferenceSystem {
    /// Whether a position written in this system can be meant seriously.
    func holds(_ point: PlanePoint) -> Bool {
        guard point.isFinite else { return false }
        switch plane {
        case .geographic:
            if isChinese { return China.holds(longitude: point.x, latitude: point.y) }
            return abs(point.x) <= 180.000001 && abs(point.y) <= 90.000001
        case .gauss(_, let falseEasting):
            return abs(point.x - falseEasting) <= China.halfWidth && (!isChinese || China.northings.contains(point.y))
        case .utm: return (100_000...900_000).contains(point.x) && (-1e4...9.4e6).contains(point.y)
        case .webMercator: return !Self.looksLikeDegrees(point) && max(abs(point.x), abs(point.y)) <= 20_037_508.4
        case .projected: return !Self.looksLikeDegrees(point) && max(abs(point.x), abs(point.y)) < 1e9
        }
    }

    private static func looksLikeDegrees(_ point: PlanePoint) -> Bool {
        abs(point.x) <= 180 && abs(point.y) <= 90 && (point.x != 0 || point.y != 0)
    }
}

/// The systems that fit a file's values (候选坐标系), likeliest first. Never taken without asking.
enum CoordinateCandidates {
    static func fitting(_ sample: CoordinateSample, near declared: ReferenceSystem? = nil) -> [String] {
        if sample.isEmpty { return [] }
        let fits = all(sample).filter { sample.mostly($0.holds) }
        let turned = fits.isEmpty ? all(sample.swapped).filter { sample.swapped.mostly($0.holds) } : []
        return (fits + turned).sorted { rank($0, declared) < rank($1, declared) }.map(\.name)
    }

    private static func all(_ sample: CoordinateSample) -> [ReferenceSystem] {
        let geographic = [4490, 4326, 4610, 4214].compactMap(ChineseSystems.system(epsg:)).filter {
            _ in sample.mostly { China.holds(longitude: $0.x, latitude: $0.y) }
        }
        if let zone = sample.zonePrefix, let width = ChineseSystems.width(ofZone: zone) {
            return [ReferenceSystem.Datum.cgcs2000, .xian80, .beijing54].compactMap {
                ChineseSystems.system($0, width: width, zone: zone, isPrefixed: true)
            }
        }
        let central = ChineseSystems.families.filter { $0.datum == .cgcs2000 && !$0.isPrefixed }.flatMap { family in
            family.zones.map(family.system)
        }
        let mercator = ChineseSystems.system(epsg: 3857).map { [$0] } ?? []
        let inChina = mercator.filter { _ in sample.mostly { (8.0e6...15.2e6).contains($0.x) && (2.2e5...7.3e6).contains($0.y) } }
        return geographic + central + inChina
    }

    /// Same meridian as the declared system first, then same datum, then 3° before 6°.
    private static func rank(_ system: ReferenceSystem, _ declared: ReferenceSystem?) -> Int {
        var rank = system.datum == .cgcs2000 ? 0 : 1
        guard let declared else { return rank }
        if declared.datum != system.datum { rank += 2 }
        if case .gauss(let wanted, _) = declared.plane, case .gauss(let meridian, _) = system.plane, wanted != meridian { rank += 4 }
        return rank
    }
}
