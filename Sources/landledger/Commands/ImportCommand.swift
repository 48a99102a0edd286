import ArgumentParser
import Casework
import Enforcement
import Foundation
import Site

/// `landledger import FILE`: reads a file, shows its remarks, keeps it as a batch.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "导入批次", "Import a file of patches, clues or an older ledger.",
        about: Phrase(
            "只接收、不登记；看过备注后再用 batch register 登记。",
            "The file is received, not registered; look at the remarks, then use batch register."),
        examples: [
            "import 2019Q1.zip --period 2019Q1",
            "import patches.zip --dry-run",
            "import xian80.shp --transformation=-12.3,4.5,-6.7,0,0,0,0",
            "import old.xlsx --kind oldLedger --field number=编号 --area-unit mu",
        ],
        more: [.question]
    ).configuration("import")

    @OptionGroup var common: CommonOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(
        help:
            "来件 File: Shapefile (.shp or .zip), GeoPackage, FileGDB, GeoJSON, KML/KMZ, FlatGeobuf, DXF, boundary-point TXT, CSV, XLSX, XLS, JSON."
    )
    var file: String
    @Option(help: "图斑、线索或旧台账 patches, clues, oldLedger.") var kind: Batch.Kind = .patches
    @Option(help: "来源 Where it comes from: satellite, tower, drone, patrol, hotline, oldLedger, …") var origin = "satellite"
    @Option(help: "期次，如 2019Q1、2018 Period of the batch.") var period = ""
    @Option(name: .customLong("field"), help: "字段含义，可重复，程序会记住 Which field means what: MEANING=FIELD; repeatable, remembered.")
    var fieldPairs: [String] = []
    @Option(help: "上报面积的单位 Unit of the stated area: squareMetres, mu, hectares.") var areaUnit: FieldMapping.AreaUnit?
    @ArgumentParser.Flag(help: "只看备注，不接收 Show the remarks without importing.") var dryRun = false

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
                throw Refusal.fieldMustBePaired(pair)
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
