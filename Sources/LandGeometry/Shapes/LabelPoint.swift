extension MultiPolygon {
    /// A position surely inside the shape (标注点), where a label or a symbol may stand; nil for ground without area.
    ///
    /// The middle of the widest piece of land on one of a few parallels, none of which runs through a vertex. Unlike
    /// the centroid it never falls into a hole or beside a bent shape.
    public var labelPoint: Position? {
        let box = box
        guard !box.isEmpty, isFinite else { return nil }
        var best: (width: Double, position: Position)?
        for part in [0.5, 0.25, 0.75, 0.125, 0.875] {
            let wanted = box.south + part * (box.north - box.south)
            guard let latitude = latitudeBetweenVertices(near: wanted), let piece = widestPiece(at: latitude) else { continue }
            if piece.width > best?.width ?? 0, contains(piece.position) { best = piece }
        }
        return best?.position
    }

    /// A latitude half way between the two vertex latitudes around the one wanted; nil where no room is between them.
    private func latitudeBetweenVertices(near wanted: Double) -> Double? {
        var below = -Double.infinity
        var above = Double.infinity
        for position in polygons.lazy.flatMap(\.rings).flatMap(\.positions) {
            if position.latitude <= wanted { below = max(below, position.latitude) } else { above = min(above, position.latitude) }
        }
        let middle = (below + above) / 2
        return middle > below && middle < above ? middle : nil
    }

    private func widestPiece(at latitude: Double) -> (width: Double, position: Position)? {
        var widest: (width: Double, position: Position)?
        for polygon in polygons {
            let crossings = polygon.rings.flatMap { $0.crossings(at: latitude) }.sorted()
            for i in stride(from: 0, to: crossings.count - 1, by: 2) {
                let width = crossings[i + 1] - crossings[i]
                guard width > widest?.width ?? 0 else { continue }
                let middle = crossings[i] + width / 2
                widest = (width, Position(longitude: middle, latitude: latitude))
            }
        }
        return widest
    }
}

extension Ring {
    fileprivate func crossings(at latitude: Double) -> [Double] {
        guard var from = positions.last else { return [] }
        var found: [Double] = []
        for to in positions {
            if let longitude = Ring.longitude(at: latitude, from, to) { found.append(longitude) }
            from = to
        }
        return found
    }
}
