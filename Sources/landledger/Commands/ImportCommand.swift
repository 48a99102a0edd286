import ArgumentParser
import Casework
import Enforcement
import Foundation

/// `landledger import FILE`: reads a file, shows its remarks, keeps it as a batch.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入批次 Import a file of patches, clues or an older ledger.",
        discussion: """
            EXAMPLES
              landledger import 2019Q1.zip --period 2019Q1
              landledger import patches.zip --dry-run
              landledger import xian80.shp --transformation=-12.3,4.5,-6.7,0,0,0,0
              landledger import old.xlsx --kind oldLedger --field number=编号 --area-unit mu
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(
        help: "Shapefile (.shp or .zip), GeoPackage, FileGDB, GeoJSON, KML/KMZ, FlatGeobuf, DXF, boundary-point TXT, CSV, XLSX, XLS, JSON.")
    var file: String
    @Option(help: "patches, clues or oldLedger.") var kind: Batch.Kind = .patches
    @Option(help: "Where it comes from: satellite, tower, drone, patrol, hotline, oldLedger, …") var origin = "satellite"
    @Option(help: "Period of the batch, such as 2019Q1 or 2018.") var period = ""
    @Option(name: .customLong("field"), help: "Which field means what: MEANING=FIELD, repeatable. Remembered for files of this layout.")
    var fieldPairs: [String] = []
    @Option(help: "Unit of the stated area: squareMetres, mu or hectares.") var areaUnit: FieldMapping.AreaUnit?
    @ArgumentParser.Flag(help: "Show the remarks without importing.") var dryRun = false

    func run() async throws {
        try await Terminal.run(common) { casework, officer, terminal in
            let outcome = try await casework.importFile(order(), by: officer, dryRun: dryRun, progress: terminal.progress)
            terminal.show(ImportAnswer(outcome)) { ImportAnswer.lines(outcome, terminal) }
        }
    }

    private func order() throws -> ImportOrder {
        ImportOrder(
            path: file, fileName: URL(fileURLWithPath: file).lastPathComponent, kind: kind, origin: origin, period: period,
            layer: reading.layer,
            coordinates: reading.coordinates, transformation: reading.transformation, encoding: reading.encoding, mapping: try mapping())
    }

    private func mapping() throws -> FieldMapping? {
        guard !fieldPairs.isEmpty || areaUnit != nil else { return nil }
        var mapping = FieldMapping(areaUnit: areaUnit)
        for pair in fieldPairs {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let meaning = PatchField(rawValue: parts[0]) else {
                throw ValidationError(
                    "--field \(pair): MEANING=FIELD, with one of \(PatchField.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            mapping.fields[meaning] = parts[1]
        }
        return mapping
    }
}

/// What `import --json` prints.
struct ImportAnswer: Encodable {
    var batch: BatchID
    var fileName: String
    var stage: BatchState.Stage
    var rows: Int
    var patches: Int
    var refused: Int
    var coordinates: String
    var encoding: String
    var named: String
    var wasKnown: Bool
    var stored: Bool
    var remarks: [Remark]

    init(_ outcome: ImportOutcome) {
        let batch = outcome.batch.batch
        self.batch = batch.id
        fileName = batch.fileName
        stage = outcome.batch.stage
        rows = batch.rows
        patches = batch.patches
        refused = batch.refused
        coordinates = batch.coordinates
        encoding = batch.encoding
        named = batch.named
        wasKnown = outcome.wasKnown
        stored = outcome.stored
        remarks = outcome.remarks
    }

    static func lines(_ outcome: ImportOutcome, _ terminal: Terminal) -> [String] {
        let batch = outcome.batch.batch
        let state = outcome.wasKnown ? "cli.batch-known" : outcome.stored ? "cli.batch-stored" : "cli.batch-dry-run"
        return [
            "\(batch.fileName)  \(terminal.text(state))",
            "  \(terminal.text("batch.id")) \(batch.id.text.prefix(12))  \(terminal.text("batch.rows")) \(batch.rows)  "
                + "\(terminal.text("batch.patches")) \(batch.patches)  \(terminal.text("batch.refused")) \(batch.refused)",
            "  \(terminal.text("batch.coordinates")) \(batch.coordinates)  \(terminal.text("batch.encoding")) \(batch.encoding)"
                + (batch.named.isEmpty ? "" : "  \(terminal.text("batch.named")) \(batch.named)"),
        ] + terminal.remarkLines(outcome.remarks)
    }
}
