import LandGeometry

/// A needle (尖刺): a border that runs out to a tip and comes back close beside the way out, wider than a spike of no width.
///
/// Whether it is land or a slip of the hand no rule can say for certain. It is cut off where it holds less than the accuracy of
/// a boundary point can tell (0.1 m wide, 1 m², a hundredth of the shape) and the shape stays valid; a wider one is only told.
struct Needle: Equatable {
    var part: Int
    var ring: Int
    var tip: Int
    var position: PlanePoint
    /// Of the shorter of its two sides, in metres.
    var length: Double
    /// Between the sides at the end of the shorter, in metres.
    var width: Double
    /// Land between its two sides.
    var area: Area

    /// Sine of the angle at the tip below which a corner is a needle: 3°.
    private static let sharpest = 0.052336
    /// Shorter ones are told by nobody on a map, in metres.
    private static let shortest = 5.0
    private static let widest = 0.1
    private static let largest = 1.0

    /// All needles of a shape whose rings neither repeat positions nor stand open.
    static func find(in shape: PlaneShape, _ scale: GroundScale) -> [Needle] {
        var needles: [Needle] = []
        for (part, rings) in shape.polygons.enumerated() {
            for (number, ring) in rings.enumerated() where ring.count > 3 {
                var before = ring[ring.count - 1]
                for index in ring.indices {
                    let after = ring[index + 1 == ring.count ? 0 : index + 1]
                    if let needle = Needle(before, ring[index], after, scale, at: (part, number, index)) { needles.append(needle) }
                    before = ring[index]
                }
            }
        }
        return needles
    }

    private init?(_ before: PlanePoint, _ tip: PlanePoint, _ after: PlanePoint, _ scale: GroundScale, at place: (Int, Int, Int)) {
        let (ax, ay) = ((before.x - tip.x) * scale.x, (before.y - tip.y) * scale.y)
        let (bx, by) = ((after.x - tip.x) * scale.x, (after.y - tip.y) * scale.y)
        guard ax * bx + ay * by > 0 else { return nil }
        let (first, second, cross) = (ax * ax + ay * ay, bx * bx + by * by, abs(ax * by - ay * bx))
        guard cross * cross <= Self.sharpest * Self.sharpest * first * second, min(first, second) >= Self.shortest * Self.shortest else {
            return nil
        }
        (part, ring, self.tip) = place
        position = tip
        length = min(first, second).squareRoot()
        width = cross / max(first, second).squareRoot()
        area = Area(squareMetres: cross / 2)
    }

    /// Whether so little stands in it that no survey could tell it from nothing.
    func isNothing(beside whole: Area) -> Bool {
        width <= Self.widest && area.squareMetres <= Self.largest && area.squareMetres <= whole.squareMetres / 100
    }

    var words: String {
        "\(Self.rounded(width)) m × \(Self.rounded(length)) m at \(position.x), \(position.y)"
    }

    var place: String { "part \(part + 1) ring \(ring + 1)" }

    private static func rounded(_ metres: Double) -> Double { (metres * 100).rounded() / 100 }
}

extension PlaneShape {
    /// Without the tips of these needles.
    func without(_ needles: [Needle]) -> PlaneShape {
        var shape = self
        for needle in needles.sorted(by: { $0.tip > $1.tip }) where shape.polygons[needle.part][needle.ring].count > 3 {
            shape.polygons[needle.part][needle.ring].remove(at: needle.tip)
        }
        return shape
    }
}
