import CGDAL
import LandGeometry

/// Rings as they are drawn, straight from GDAL (原图图形): neither checked nor repaired, and so as fast as the file is read.
struct DrawnGround: GroundSource {
    private let source: GDALSource
    private let column: Int?
    private let placement: DrawnPlacement?
    private let swapsAxes: Bool
    private let verticesPerFeature: Int
    private var drawn = GroundBatch()
    let description: FileDescription

    init(_ source: GDALSource, _ file: GroundFile, _ request: ReadRequest, _ plane: Plane) throws(FileError) {
        var rows: any RowSource = source
        let proj = ProjContext()
        let sample = try ReadPipeline.sample(&rows, request.limits, atMost: 100)
        let decision = try CoordinateDecision(source.declared, user: request.coordinates, sample: sample, proj: proj)
        swapsAxes = decision.axesAreSwapped
        placement = try DrawnPlacement(decision, request, sample, proj, plane)
        description = ReadPipeline.describe(source, decision, sample, request, false)
        column = try source.description.column(of: file.field)
        verticesPerFeature = request.limits.verticesPerFeature
        self.source = source
        source.ignoreFields(but: column)
    }

    mutating func next(into part: inout GroundPart, _ tally: inout GroundTally) throws(FileError) -> Bool {
        let isThere: Bool? = try source.withNextFeature { (feature, row) throws(FileError) in
            tally.rows += 1
            take(feature, row, into: &part, &tally)
            return true
        }
        if isThere == nil { try description.mustBeWhole(source.announcedRows, tally) }
        return isThere ?? false
    }

    private mutating func take(_ feature: OGRFeatureH, _ row: Int, into part: inout GroundPart, _ tally: inout GroundTally) {
        guard let geometry = OGR_F_GetGeometryRef(feature) else {
            return tally.refuse(RowRemark(.refused, .geometryMustBePresent), row: row)
        }
        drawn.removeAll()
        GDALGeometry.addRings(of: geometry, to: &drawn)
        drawn.endFeature()
        guard !drawn.rings(of: 0).isEmpty else { return tally.refuse(RowRemark(.refused, .geometryMustBeAreaOrPoint), row: row) }
        guard drawn.positionCount <= verticesPerFeature else {
            return tally.refuse(RowRemark(.refused, .vertexLimit, found: "\(drawn.positionCount)"), row: row)
        }
        if swapsAxes { drawn.swapAxes() }
        guard placement?.place(&drawn) ?? true else {
            return tally.refuse(RowRemark(.refused, .coordinateMustBeFinite), row: row)
        }
        var remarks: [RowRemark] = []
        part.ground.add(drawn)
        part.rows.append(row)
        part.values.append(tally.names.place(of: column.flatMap { source.value(of: feature, column: $0, remarks: &remarks) }))
        tally.note(remarks, row: row)
    }
}

/// From the plane of a file to degrees on CGCS2000, ring by ring (原图落地).
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
        let isPlaced = system.isGeographic && !system.needsTransformation && !system.isOfOtherDatum
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

extension ReferenceSystem {
    fileprivate var isOfOtherDatum: Bool {
        if case .other = datum { true } else { false }
    }
}

extension GroundBatch {
    /// Positions put into long edges, as `Densify` does.
    fileprivate func densified() -> GroundBatch {
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

    fileprivate mutating func swapAxes() {
        withCoordinates { x, y in
            for i in x.indices { swap(&x[i], &y[i]) }
        }
    }
}
