import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// Writes a row for each entry, layer version and class that share ground, and one for a version that shares none.
    /// - Parameter words: texts of the column titles and of the record's states, by catalogue key.
    public func write(_ overlays: [EntryOverlay], as format: ExportFormat, to path: String, words: @escaping Words) async throws {
        do {
            try await writer.write(EntryOverlaySheet(overlays: overlays, words: words).exported, as: format, to: path)
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error)
        }
    }
}

/// The overlay of entries as a table to be written (条目套合表).
struct EntryOverlaySheet {
    let overlays: [EntryOverlay]
    let words: Words

    var exported: ExportTable {
        let rows = overlays.flatMap { entry in
            entry.layers.flatMap { layer in
                layer.shares.isEmpty ? [row(entry, layer, nil)] : layer.shares.map { row(entry, layer, $0) }
            }
        }
        return ExportTable(name: "overlay", heading: words("export.overlay-heading"), columns: columns, rows: rows)
    }

    private var columns: [ExportTable.Column] {
        [
            column("number", "NUMBER", .text, 22), column("area-m2", "ENTRY_M2", .real),
            column("overlay-layer", "LAYER", .text, 22), column("overlay-class", "CLASS", .text), column("overlay-m2", "M2", .real),
            column("overlay-mu", "MU", .real), column("overlay-share", "SHARE", .real), column("overlay-pieces", "PIECES", .integer),
            column("overlay-record", "RECORD", .text, 18),
        ]
    }

    private func column(_ key: String, _ short: String, _ type: ExportTable.ColumnType, _ width: Int = 14) -> ExportTable.Column {
        ExportTable.Column(title: words("column." + key), shortName: short, type: type, width: width)
    }

    private func row(_ entry: EntryOverlay, _ layer: EntryOverlay.Layer, _ share: EntryOverlay.Share?) -> ExportTable.Row {
        let head: [ExportTable.Cell] = [
            .text(entry.entry.text), .real(entry.area.recorded.squareMetres), .text(layer.finding.version.text),
        ]
        let ground: [ExportTable.Cell] =
            share.map { .overlay(class: $0.code, $0.area, of: entry.area, pieces: $0.count) } ?? Array(repeating: .blank, count: 5)
        return ExportTable.Row(cells: head + ground + [.text(words("overlay.record." + layer.record.rawValue))], shape: nil)
    }
}

extension [ExportTable.Cell] {
    /// What two kinds of overlay table say of one class: code, square metres, mu, share of the whole, features.
    static func overlay(class code: String, _ area: Area, of whole: Area, pieces: Int) -> Self {
        [
            .text(code), .real(area.recorded.squareMetres), .real(area.muRecorded),
            area.share(of: whole).map { .real(($0 * 1e6).rounded() / 1e6) } ?? .blank, .integer(pieces),
        ]
    }
}
