import Foundation
import GeoFiles

extension DemonstrationCounty {
    /// Writes the county as a folder of files such as a bureau receives (示范数据落盘); an existing folder is written over.
    ///
    /// The batches go out byte by byte as made, for no library would write their broken rows; the layers go through `writer`.
    /// - Returns: what was written, also kept as `county.json`.
    @discardableResult
    public func write(to folder: String, with writer: FileWriter) async throws -> CountyManifest {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        for part in ["layers", "batches"] {
            try FileManager.default.createDirectory(at: root.appending(path: part), withIntermediateDirectories: true)
        }
        for layer in layers {
            try await writer.write(layer.table, as: layer.format, to: root.appending(path: layer.file).path(), options: layer.options)
        }
        for batch in batches { try Data(batch.zipped()).write(to: root.appending(path: batch.file)) }
        try alertFile().write(to: root.appending(path: "tower-alerts.json"))
        try Data(clueFile()).write(to: root.appending(path: "clues.csv"))
        try Data(truthFile()).write(to: root.appending(path: "truth.csv"))
        try await writeOldLedger(to: root.appending(path: "old-ledger.xlsx").path())
        let manifest = CountyManifest(self)
        try DemonstrationCounty.encoder.encode(manifest).write(to: root.appending(path: "county.json"))
        return manifest
    }

    /// Off the cooperative pool, for libxlsxwriter blocks.
    private func writeOldLedger(to path: String) async throws {
        let file = OldLedgerFile(oldLedger)
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try file.write(to: path) }) }
        }
    }
}
