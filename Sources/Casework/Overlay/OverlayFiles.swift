import Enforcement
import GeoFiles
import LandGeometry

/// Lays patches over control layers straight from files (文件套合): for a question of the moment, without a ledger.
///
/// Nothing is recorded, nothing judged; the figures are those a ledger would get from the same files.
public struct OverlayFiles: Sendable {
    public var overlay: FileOverlay
    public var writer: FileWriter

    public init(overlay: FileOverlay, writer: FileWriter) {
        self.overlay = overlay
        self.writer = writer
    }

    /// - Throws: `CaseworkError.fileMustBeReadable`, or `CancellationError`.
    public func table(_ order: FileOverlayOrder, progress: @escaping ProgressReport = { _ in }) async throws -> FileOverlayTable {
        do {
            return try await overlay.table(order) { progress(Progress(.overlaying, done: $0)) }
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error)
        }
    }

    /// Writes a row for each patch and class that share ground, and one for a patch that shares none.
    /// - Parameter words: texts of the column titles, by catalogue key.
    public func write(
        _ table: FileOverlayTable, of order: FileOverlayOrder, as format: ExportFormat, to path: String, words: @escaping Words
    ) async throws {
        do {
            try await writer.write(OverlaySheet(table, order, words).exported, as: format, to: path)
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error)
        }
    }
}

/// The figures as a table to be written (套合表).
struct OverlaySheet {
    private let table: FileOverlayTable
    private let order: FileOverlayOrder
    private let words: Words

    init(_ table: FileOverlayTable, _ order: FileOverlayOrder, _ words: @escaping Words) {
        self.table = table
        self.order = order
        self.words = words
    }

    var exported: ExportTable {
        var byPatch = [[Int]](repeating: [], count: table.patches.count)
        for (place, figure) in table.figures.enumerated() { byPatch[figure.patch].append(place) }
        let rows = table.patches.indices.flatMap { patch in
            byPatch[patch].isEmpty ? [row(table.patches[patch], nil)] : byPatch[patch].map { row(table.patches[patch], table.figures[$0]) }
        }
        return ExportTable(name: "overlay", heading: words("export.overlay-heading"), columns: columns, rows: rows)
    }

    private var columns: [ExportTable.Column] {
        [
            column("overlay-row", "ROW", .integer), column("overlay-patch", "PATCH", .text, 18),
            column("overlay-patch-m2", "PATCH_M2", .real),
            column("overlay-layer", "LAYER", .text, 18), column("overlay-class", "CLASS", .text), column("overlay-m2", "M2", .real),
            column("overlay-mu", "MU", .real), column("overlay-share", "SHARE", .real), column("overlay-pieces", "PIECES", .integer),
        ]
    }

    private func column(_ key: String, _ short: String, _ type: ExportTable.ColumnType, _ width: Int = 14) -> ExportTable.Column {
        ExportTable.Column(title: words("column." + key), shortName: short, type: type, width: width)
    }

    private func row(_ patch: FileOverlayTable.Patch, _ figure: FileOverlayTable.Figure?) -> ExportTable.Row {
        let head: [ExportTable.Cell] = [
            .integer(patch.row), patch.key.map { .text($0) } ?? .blank, .real(patch.area.recorded.squareMetres),
        ]
        guard let figure else { return ExportTable.Row(cells: head + Array(repeating: .blank, count: 6), shape: nil) }
        let layer = table.summary.files[figure.layer + 1]
        let cells: [ExportTable.Cell] =
            [.text(order.layers[figure.layer].name)]
            + .overlay(class: layer.classes[figure.classNumber], figure.area, of: patch.area, pieces: figure.pieces)
        return ExportTable.Row(cells: head + cells, shape: nil)
    }
}
