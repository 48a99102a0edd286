import LandGeometry

/// From the plane of a file to degrees on CGCS2000, as drawn (原图落地): long edges filled, positions transformed.
struct DrawnPlacement {
    private let transform: GroundTransform
    private let fillsLongEdges: Bool

    /// Nil when coordinates are right as they stand: in degrees, or wanted in the file's plane.
    /// - Throws: `coordinatesMustFitValues` when a plane is wanted and the file is in degrees.
    init?(
        _ decision: CoordinateDecision, _ request: ReadRequest, _ sample: CoordinateSample, _ proj: ProjContext, _ plane: Plane
    ) throws(FileError) {
        guard let system = decision.system else { return nil }
        if plane == .asGiven {
            guard system.isGeographic else { return nil }
            throw .coordinatesMustFitValues(named: system.name, found: sample.words, candidates: [])
        }
        let isPlaced = system.isGeographic && [.cgcs2000, .wgs84].contains(system.datum)
        if isPlaced, (request.transformation ?? "").isEmpty { return nil }
        transform = try GroundTransform(
            system, named: request.transformation, sample: decision.axesAreSwapped ? sample.swapped : sample, proj)
        fillsLongEdges = !system.isGeographic
    }

    /// False when a position has no place on the ground.
    func place(_ drawn: inout GroundBatch) -> Bool {
        if fillsLongEdges { drawn = drawn.densified() }
        return drawn.withCoordinates { transform.apply($0, $1) }
    }
}

extension GroundBatch {
    /// Positions put into long edges, as `Densify` does.
    private func densified() -> GroundBatch {
        var filled = GroundBatch()
        for feature in 0..<featureCount {
            for ring in rings(of: feature) {
                let bent = Densify.ring(positions(of: ring).map { PlanePoint(x: x[$0], y: y[$0]) })
                filled.addRing(isHole: isHole(ring), count: bent.count) { x, y in
                    for (i, point) in bent.enumerated() { (x[i], y[i]) = (point.x, point.y) }
                }
            }
            filled.endFeature()
        }
        return filled
    }

    /// Exchanges eastings and northings.
    mutating func swapAxes() {
        withCoordinates { x, y in
            for i in x.indices { swap(&x[i], &y[i]) }
        }
    }
}
