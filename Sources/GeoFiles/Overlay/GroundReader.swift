import Foundation
import LandGeometry

/// Features of a file in file order, some hundred at a time (图形分块).
struct GroundPart: Sendable {
    var ground = GroundBatch()
    /// From 1; one for each feature.
    var rows: [Int] = []
    /// For each feature the place of its value among the file's names.
    var values: [Int32] = []
    /// What takes the coordinates to degrees; nil when they are right as they stand.
    var pool: PlacementPool?
}

/// Rows of a file as ground and one value (图形来源). Confined to the thread that opened the file.
protocol GroundSource {
    var description: FileDescription { get }
    /// Adds the next row to `part` when it has ground, and counts it.
    /// - Returns: false after the last row.
    mutating func next(into part: inout GroundPart, _ tally: inout GroundTally) throws(FileError) -> Bool
}

/// What was seen of a file so far (读取计数).
struct GroundTally {
    var rows = 0
    var refused = 0
    var names = ValueNames()
    private(set) var remarks: [FileOverlaySummary.Remark] = []

    /// More remarks than this are not kept.
    private static let remarkLimit = 100

    mutating func note(_ some: [RowRemark], row: Int) {
        for remark in some where remarks.count < Self.remarkLimit { remarks.append(.init(row: row, remark: remark)) }
    }

    mutating func refuse(_ remark: RowRemark, row: Int) {
        refused += 1
        note([remark], row: row)
    }
}

/// One file of an overlay, read part by part (图形读取).
struct GroundReader {
    private var source: any GroundSource
    private var tally = GroundTally()
    private var positions = 0
    private let limits: ReadLimits
    private let stagingRemarks: [RowRemark]

    /// Features and positions after which a part is full: about a millisecond of overlay.
    private static let partFeatures = 256
    private static let partPositions = 32_768

    init(_ file: GroundFile, _ order: FileOverlayOrder, _ staged: StagedInput) throws(FileError) {
        let request = file.request(order.limits)
        let rows = try SourceChooser(request, staged, workFolder: staged.workFolder).open()
        if let drawing = rows as? GDALSource, order.handling == .asDrawn || order.plane == .asGiven {
            source = try DrawnGround(drawing, file, request, order)
        } else {
            guard order.plane == .equalArea else { throw .formatMustBeKnown(found: rows.description.format) }
            source = try CheckedGround(rows, file, request)
        }
        limits = order.limits
        stagingRemarks = staged.remarks
    }

    var rows: Int { tally.rows }
    var names: [String] { tally.names.all }
    var systemName: String? { source.description.coordinates }

    /// Nil after the last row.
    mutating func next() throws(FileError) -> GroundPart? {
        var part = GroundPart()
        var isOver = false
        while !isOver, part.ground.featureCount < Self.partFeatures, part.ground.positionCount < Self.partPositions {
            isOver = try !source.next(into: &part, &tally)
        }
        positions += part.ground.positionCount
        guard tally.rows <= limits.features else { throw .limitMustHold(limit: "features", value: "\(limits.features)") }
        guard positions <= limits.vertices else { throw .limitMustHold(limit: "vertices", value: "\(limits.vertices)") }
        return isOver && part.rows.isEmpty ? nil : part
    }

    /// Rows that had no place on the ground, found after they were read.
    mutating func leaveOut(_ rows: [Int]) {
        for row in rows { tally.refuse(RowRemark(.refused, .coordinateMustBeFinite, found: "no place on the ground"), row: row) }
    }

    func summary(withClasses: Bool) -> FileOverlaySummary.File {
        var description = source.description
        description.remarks += stagingRemarks
        return FileOverlaySummary.File(
            description: description, rows: tally.rows, refused: tally.refused, positions: positions,
            classes: withClasses ? names : [], remarks: tally.remarks)
    }
}
