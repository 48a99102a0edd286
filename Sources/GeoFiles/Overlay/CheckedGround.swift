import LandGeometry

/// Rows checked and repaired as an import does it (校验后的图形).
struct CheckedGround: GroundSource {
    private var source: any RowSource
    private var desk: RowDesk
    private let column: Int?
    let description: FileDescription
    private let announced: Int?

    init(_ source: any RowSource, _ file: GroundFile, _ request: ReadRequest) throws(FileError) {
        var source = source
        let proj = ProjContext()
        let sample = try ReadPipeline.sample(&source, request.limits)
        let decision = try CoordinateDecision(source.declared, user: request.coordinates, sample: sample, proj: proj)
        desk = try RowDesk(decision, sample, request, proj, of: source)
        description = ReadPipeline.describe(source, decision, sample, request, desk.standsAbroad)
        column = try source.description.column(of: file.field)
        announced = source.announcedRows
        self.source = source
    }

    mutating func next(into part: inout GroundPart, _ tally: inout GroundTally) throws(FileError) -> Bool {
        guard let raw = try source.next() else {
            try description.mustBeWhole(announced, tally)
            return false
        }
        tally.rows += 1
        let row = try desk.row(raw)
        tally.note(row.remarks, row: row.row)
        guard !row.isRefused, case .area(let shape) = row.ground else {
            if row.isRefused { tally.refused += 1 } else { tally.refuse(RowRemark(.refused, .geometryMustBeAreaOrPoint), row: row.row) }
            return true
        }
        part.ground.add(shape)
        part.rows.append(row.row)
        part.values.append(tally.names.place(of: column.flatMap { row.values[$0] }))
        return true
    }
}

extension FileDescription {
    /// - Throws: `fieldMustExist`.
    func column(of field: String?) throws(FileError) -> Int? {
        guard let field else { return nil }
        guard let column = fields.firstIndex(of: field) else { throw .fieldMustExist(named: field, fields: fields) }
        return column
    }

    /// - Throws: `fileMustBeWhole` when rows have vanished.
    func mustBeWhole(_ announced: Int?, _ tally: GroundTally) throws(FileError) {
        guard let announced, tally.rows < announced else { return }
        throw .fileMustBeWhole(found: "\(announced) rows announced, \(tally.rows) read")
    }
}
