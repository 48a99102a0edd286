/// The parts of a geometry by what they are (部分归类).
struct SortedParts: Equatable {
    private(set) var polygons: [[PlaneRing]] = []
    private(set) var lines: [[PlanePoint]] = []
    private(set) var points: [PlanePoint] = []

    init(_ geometry: RawGeometry) {
        add(geometry)
    }

    private mutating func add(_ geometry: RawGeometry) {
        switch geometry {
        case .point(let point): if let point { points.append(point) }
        case .line(let line): if !line.isEmpty { lines.append(line) }
        case .polygon(let rings): if rings.contains(where: { !$0.isEmpty }) { polygons.append(rings) }
        case .collection(let parts): for part in parts { add(part) }
        }
    }

    /// Closed lines become areas, as drawings mean them.
    mutating func takeClosedLinesAsAreas() -> Int {
        let closed = lines.filter { $0.count >= 4 && $0.first == $0.last }
        lines.removeAll { $0.count >= 4 && $0.first == $0.last }
        polygons += closed.map { [$0] }
        return closed.count
    }

    var isFinite: Bool {
        points.allSatisfy(\.isFinite) && lines.allSatisfy(Self.isFinite) && polygons.allSatisfy { $0.allSatisfy(Self.isFinite) }
    }

    /// A sum is finite only if no term of it is NaN or infinite; one that overflows is looked at term by term.
    private static func isFinite(_ points: [PlanePoint]) -> Bool {
        var sum = 0.0
        for point in points { sum += abs(point.x) + abs(point.y) }
        return sum.isFinite || points.allSatisfy(\.isFinite)
    }

    var isEmpty: Bool { polygons.isEmpty && lines.isEmpty && points.isEmpty }

    /// What is neither the areas nor the one point, in words.
    func words(withPoints: Bool) -> String? {
        var words: [String] = []
        if !lines.isEmpty { words.append("\(lines.count) line\(lines.count == 1 ? "" : "s")") }
        if withPoints, !points.isEmpty { words.append("\(points.count) point\(points.count == 1 ? "" : "s")") }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
