/// The way of a foreign file's rows through the reader process (读取流程):
/// sample, decide the coordinates, describe, then row by row check, repair and place; at the end the count.
struct ReadPipeline {
    private var source: any RowSource
    private let request: ReadRequest
    private let description: FileDescription
    private var desk: RowDesk
    private let announced: Int?

    /// Rows an inspection shows.
    private static let inspectedRows = 20

    /// `remarks` are those of the staging.
    init(_ source: any RowSource, _ request: ReadRequest, remarks: [RowRemark] = []) throws(FileError) {
        self.source = source
        self.request = request
        announced = source.announcedRows
        let proj = ProjContext()
        let sample = try Self.sample(&self.source, request.limits)
        let decision = try CoordinateDecision(source.declared, user: request.coordinates, sample: sample, proj: proj)
        desk = try RowDesk(decision, sample, request, proj, of: source)
        var description = Self.describe(source, decision, sample, request, desk.standsAbroad)
        description.remarks += remarks
        self.description = description
    }

    /// Writes description, rows and summary.
    mutating func run(into output: inout FrameOutput) throws(FileError) {
        output.send(.description, json: description)
        output.flush()
        var summary = ReadSummary(rows: 0, good: 0, refused: 0)
        let most = request.purpose == .inspect ? Self.inspectedRows : request.limits.features
        while let raw = try source.next() {
            if summary.rows == most {
                if request.purpose == .inspect { break }
                throw .limitMustHold(limit: "features", value: "\(most)")
            }
            let row = try desk.row(raw)
            summary.rows += 1
            if row.isRefused { summary.refused += 1 } else { summary.good += 1 }
            output.send(RowFrame.encode(row))
        }
        try checkWhole(&summary)
        output.send(.summary, json: summary)
    }

    private func checkWhole(_ summary: inout ReadSummary) throws(FileError) {
        guard request.purpose == .read else { return }
        if let announced, summary.rows < announced {
            throw .fileMustBeWhole(found: "\(announced) rows announced, \(summary.rows) read")
        }
        if summary.rows == 0 { throw .fileMustHoldRows(found: emptyWords) }
    }

    /// `CSV “patches”: JCBH, JCMJ`: what there is instead of rows.
    private var emptyWords: String {
        let fields = description.fields.prefix(8).joined(separator: ", ") + (description.fields.count > 8 ? " …" : "")
        return "\(description.format) “\(description.layer)”" + (fields.isEmpty ? "" : ": \(fields)")
    }

    static func sample(
        _ source: inout any RowSource, _ limits: ReadLimits, atMost most: Int = CoordinateSample.limit
    ) throws(FileError) -> CoordinateSample {
        var sample = CoordinateSample()
        var read = 0
        while read < most, let raw = try source.next() {
            read += 1
            guard let bytes = raw.stroked ?? raw.geometry, let decoded = WKB.decodeRaw(bytes) else { continue }
            sample.add(decoded)
        }
        try source.rewind()
        return sample
    }

    static func describe(
        _ source: any RowSource, _ decision: CoordinateDecision, _ sample: CoordinateSample, _ request: ReadRequest, _ standsAbroad: Bool
    ) -> FileDescription {
        var description = source.description
        description.coordinates = decision.system?.name
        description.coordinatesBasis = decision.basis
        description.remarks += decision.remarks
        if sample.hasHeight { description.remarks.append(RowRemark(.noted, .heightIsLeftOut)) }
        if standsAbroad { description.remarks.append(RowRemark(.noted, .positionMustLieInChina, found: sample.words)) }
        let isGeographic = decision.system?.isGeographic ?? false
        if let word = ShiftSuspicion.word(in: description, path: request.path, isGeographic: isGeographic) {
            description.remarks.append(RowRemark(.noted, .coordinatesMayBeShifted, found: word))
        }
        return description
    }
}
