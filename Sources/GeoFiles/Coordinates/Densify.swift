/// Points put into long planar edges before they are bent onto the ellipsoid (加密).
///
/// An edge of d > 70 m gets int(d / 70) points, as national-survey software does (`domain.md` 4.1): without them
/// a triangle with 2 km edges is 175 m² off (test vector V3).
enum Densify {
    static let longest = 70.0

    /// The ring without its closing point repeated; the closing edge is filled too.
    static func ring(_ ring: PlaneRing) -> PlaneRing {
        var filled: PlaneRing = []
        filled.reserveCapacity(ring.count)
        for index in ring.indices {
            let from = ring[index]
            let to = ring[index + 1 == ring.count ? 0 : index + 1]
            filled.append(from)
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let distance = (dx * dx + dy * dy).squareRoot()
            guard distance > longest, distance < 1e7 else { continue }
            let parts = Int(distance / longest) + 1
            for part in 1..<parts {
                let share = Double(part) / Double(parts)
                filled.append(PlanePoint(x: from.x + dx * share, y: from.y + dy * share))
            }
        }
        return filled
    }
}
