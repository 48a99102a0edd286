import LandGeometry

/// Cleaning over all rings of a shape, with one remark per rule (图形清理).
struct ShapeCleaning {
    let scale: GroundScale
    private var open: [String] = []
    private var spiked: [String] = []
    private var flat: [String] = []
    private var repeated = 0

    init(scale: GroundScale) {
        self.scale = scale
    }

    /// Rings of fewer than three corners or without area are dropped; a polygon without its outer ring is dropped whole.
    mutating func clean(_ polygons: [[PlaneRing]]) -> PlaneShape {
        var shape = PlaneShape(polygons: [])
        for (number, rings) in polygons.enumerated() {
            var kept: [PlaneRing] = []
            for (ringNumber, raw) in rings.enumerated() {
                let place = "part \(number + 1) ring \(ringNumber + 1)"
                if let ring = clean(raw, place) {
                    kept.append(ring)
                } else if ringNumber == 0 {
                    break
                }
            }
            if !kept.isEmpty { shape.polygons.append(kept) }
        }
        return shape
    }

    private mutating func clean(_ raw: PlaneRing, _ place: String) -> PlaneRing? {
        let cleaning = RingCleaning(raw, scale: scale)
        if cleaning.wasOpen { open.append(place) }
        if cleaning.spikes > 0 { spiked.append(place) }
        repeated += cleaning.repeated
        // A bow-tie whose lobes cancel has no signed area either, but it has corners off the line: that is for the repair to judge.
        guard cleaning.ring.count >= 3, !Self.isFlat(cleaning.ring, scale) else {
            flat.append(place)
            return nil
        }
        return cleaning.ring
    }

    /// Whether all corners stand on one line, within the width of a spike.
    private static func isFlat(_ ring: PlaneRing, _ scale: GroundScale) -> Bool {
        guard let first = ring.first else { return true }
        var (far, longest) = (first, 0.0)
        for point in ring {
            let distance = scale.distance(first, point)
            if distance > longest { (far, longest) = (point, distance) }
        }
        let (dx, dy) = ((far.x - first.x) * scale.x, (far.y - first.y) * scale.y)
        let length = (dx * dx + dy * dy).squareRoot()
        return ring.allSatisfy { point in
            let (px, py) = ((point.x - first.x) * scale.x, (point.y - first.y) * scale.y)
            return abs(dx * py - dy * px) <= RingCleaning.spikeWidth * length
        }
    }

    /// Nothing left means the row is refused, and the caller says so.
    func remarks(before: Double, after: Double) -> [RowRemark] {
        func remark(_ rule: ReadingRule, _ places: [String]) -> RowRemark? {
            guard let first = places.first else { return nil }
            let place = places.count == 1 ? first : "\(first) (+\(places.count - 1))"
            return RowRemark(.repaired, rule, place: place, areaBefore: scale.area(before), areaAfter: scale.area(after))
        }
        var remarks = [remark(.ringMustClose, open), remark(.ringMustNotSpike, spiked), remark(.ringMustHaveArea, after > 0 ? flat : [])]
        if repeated > 0 {
            let area = scale.area(after)
            remarks.append(
                RowRemark(.repaired, .positionMustNotRepeat, found: "\(repeated)", areaBefore: scale.area(before), areaAfter: area))
        }
        return remarks.compactMap { $0 }
    }
}
