extension MultiPolygon {
    /// Whether a position lies on the ground of this shape (点在面内).
    ///
    /// By the number of border crossings to the east, odd for inside. A position on a border two neighbours share
    /// belongs to exactly one of them: borders are half open and crossed by the same arithmetic from both sides.
    public func contains(_ position: Position) -> Bool {
        polygons.contains { $0.contains(position) }
    }
}

extension Polygon {
    /// Whether a position lies inside the outer ring and in no hole.
    public func contains(_ position: Position) -> Bool {
        outer.crossings(eastOf: position) != holes.reduce(false) { $0 != $1.crossings(eastOf: position) }
    }
}

extension Ring {
    /// True for an odd number of edges crossed on the way east.
    fileprivate func crossings(eastOf position: Position) -> Bool {
        guard var from = positions.last else { return false }
        var odd = false
        for to in positions {
            if let longitude = Ring.longitude(at: position.latitude, from, to), longitude > position.longitude { odd.toggle() }
            from = to
        }
        return odd
    }

    /// Where the edge crosses a parallel; nil when it does not. Worked from the southern end, whichever way the edge
    /// runs, so that both neighbours of a border get the same number.
    static func longitude(at latitude: Double, _ a: Position, _ b: Position) -> Double? {
        guard (a.latitude > latitude) != (b.latitude > latitude) else { return nil }
        let (south, north) = a.latitude < b.latitude ? (a, b) : (b, a)
        let part = (latitude - south.latitude) / (north.latitude - south.latitude)
        return south.longitude + part * (north.longitude - south.longitude)
    }
}
