import CGDAL
import LandGeometry

/// Rings as they are drawn (原图图形): neither checked nor repaired, and so as fast as the file is read; straight from the
/// bytes of the formats large layers come in, through GDAL otherwise.
struct DrawnGround: GroundSource {
    private let source: GDALSource
    private var stream: (any RingStream)?
    private let column: Int?
    /// For coordinates that are not in degrees yet; shared with the threads that place them.
    private let pool: PlacementPool?
    private let swapsAxes: Bool
    private let verticesPerFeature: Int
    private var drawn = GroundBatch()
    private var row = 0
    let description: FileDescription

    /// The first rows tell whether the declared coordinates can be true.
    private static let sampledRows = 100

    init(_ source: GDALSource, _ file: GroundFile, _ request: ReadRequest, _ order: FileOverlayOrder) throws(FileError) {
        var rows: any RowSource = source
        let proj = ProjContext()
        let sample = try ReadPipeline.sample(&rows, request.limits, atMost: Self.sampledRows)
        let decision = try CoordinateDecision(source.declared, user: request.coordinates, sample: sample, proj: proj)
        swapsAxes = decision.axesAreSwapped
        pool = try PlacementPool(decision, request, sample, order.plane, threads: order.threads)
        description = ReadPipeline.describe(source, decision, sample, request, false)
        column = try source.description.column(of: file.field)
        verticesPerFeature = request.limits.verticesPerFeature
        self.source = source
        source.ignoreFields(but: column)
        stream = try source.ringStream(column: column)
    }

    mutating func next(into part: inout GroundPart, _ tally: inout GroundTally) throws(FileError) -> Bool {
        drawn.removeAll()
        var value: Int32 = 0
        guard try read(&value, &tally) else {
            try description.mustBeWhole(source.announcedRows, tally)
            return false
        }
        tally.rows += 1
        row += 1
        take(value, into: &part, &tally)
        return true
    }

    /// Fills `drawn` with the next feature; false after the last.
    private mutating func read(_ value: inout Int32, _ tally: inout GroundTally) throws(FileError) -> Bool {
        guard stream != nil else { return try readThroughGDAL(&value, &tally) }
        let (source, column) = (source, column)
        var remarks: [RowRemark] = []
        let record = try stream?.next(into: &drawn) { bytes in
            value = tally.names.place(ofBytes: bytes) { bytes in
                column.flatMap { source.text(bytes, column: $0, remarks: &remarks) }
            }
        }
        tally.note(remarks, row: row + 1)
        switch record {
        case .taken: return true
        case .unsure(let number):
            _ = source.withFeature(number) { addRings(of: $0) }
            return true
        case .end, nil: return false
        }
    }

    private mutating func readThroughGDAL(_ value: inout Int32, _ tally: inout GroundTally) throws(FileError) -> Bool {
        let isThere: Bool? = try source.withNextFeature { (feature, row) throws(FileError) in
            var remarks: [RowRemark] = []
            value = tally.names.place(of: column.flatMap { source.value(of: feature, column: $0, remarks: &remarks) })
            tally.note(remarks, row: row)
            addRings(of: feature)
            return true
        }
        return isThere ?? false
    }

    private mutating func addRings(of feature: OGRFeatureH) {
        if let geometry = OGR_F_GetGeometryRef(feature) { GDALGeometry.addRings(of: geometry, to: &drawn) }
        drawn.endFeature()
    }

    private mutating func take(_ value: Int32, into part: inout GroundPart, _ tally: inout GroundTally) {
        guard !drawn.rings(of: 0).isEmpty else { return tally.refuse(RowRemark(.refused, .geometryMustBeAreaOrPoint), row: row) }
        guard drawn.positionCount <= verticesPerFeature else {
            return tally.refuse(RowRemark(.refused, .vertexLimit, found: "\(drawn.positionCount)"), row: row)
        }
        part.pool = pool
        part.ground.add(0, of: swapsAxes ? drawn.swappingAxes : drawn)
        part.rows.append(row)
        part.values.append(value)
    }
}
