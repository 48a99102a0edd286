import LandGeometry

extension MultiPolygon {
    /// A point of the ground to write a name at (注记点): in the largest polygon, the middle of the widest stretch
    /// along the parallel half-way up. Lies inside for every valid polygon; nil for none.
    var labelPlace: Position? {
        guard let polygon = polygons.max(by: { $0.outer.boxSize < $1.outer.boxSize }) else { return nil }
        let box = MultiPolygon([polygon]).box
        guard !box.isEmpty else { return nil }
        // A parallel through a vertex would count its edges twice: move off it by a hair.
        let latitude = box.centre.latitude + (box.north - box.south) * 1e-7
        let crossings = polygon.rings.flatMap { $0.crossings(of: latitude) }.sorted()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return box.centre }
        return Position(longitude: (widest.0 + widest.1) / 2, latitude: latitude)
    }
}

extension Ring {
    /// Longitudes at which the ring crosses a parallel.
    fileprivate func crossings(of latitude: Double) -> [Double] {
        guard var a = positions.last else { return [] }
        var found: [Double] = []
        for b in positions {
            if (a.latitude > latitude) != (b.latitude > latitude) {
                let part = (latitude - a.latitude) / (b.latitude - a.latitude)
                found.append(a.longitude + part * (b.longitude - a.longitude))
            }
            a = b
        }
        return found
    }

    fileprivate var boxSize: Double {
        let box = MultiPolygon([Polygon(outer: self)]).box
        return box.isEmpty ? 0 : (box.east - box.west) * (box.north - box.south)
    }
}
