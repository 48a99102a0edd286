import Foundation
import Synchronization

/// Writes tables to files (文件写出); vector formats in the reader process, as reading.
public struct FileWriter: Sendable {
    public var executable: String

    public init(executable: String) {
        self.executable = executable
    }

    /// Writes `table` to `path`: a whole file appears or none. A Shapefile is written as a zip of its parts.
    ///
    /// - Returns: what the format could not hold: characters outside GBK (written as 〓) and text cut to the 254 bytes of a
    ///   Shapefile column, at most a hundred of them, all under `.textMustDecode`.
    /// - Throws: `FileError`, or `CancellationError` when the task was cancelled.
    @discardableResult
    public func write(
        _ table: ExportTable, as format: ExportFormat, to path: String, options: ExportOptions = ExportOptions()
    ) async throws -> [RowRemark] {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(
                        with: Result { try blockingWrite(table, as: format, to: path, options: options, cancellation) })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func blockingWrite(
        _ table: ExportTable, as format: ExportFormat, to path: String, options: ExportOptions, _ cancellation: Cancellation
    ) throws -> [RowRemark] {
        let file = AtomicFile(path)
        defer { file.discard() }
        let remarks =
            switch format {
            case .xlsx: try SheetExport(table).write(to: file.temporaryPath, cancellation)
            case .csv: try DelimitedExport(table, encoding: options.encoding).write(to: file.temporaryPath, cancellation)
            case .gpkg, .shp, .geojson:
                try VectorExport(executable: executable, table: table, format: format, options: options)
                    .write(to: file.temporaryPath, cancellation)
            }
        try cancellation.check()
        try file.appear()
        return remarks
    }
}

/// Tells a blocking writer that nobody waits any more.
final class Cancellation: Sendable {
    private let isCancelled = Mutex(false)

    func cancel() { isCancelled.withLock { $0 = true } }

    func check() throws {
        if isCancelled.withLock({ $0 }) { throw CancellationError() }
    }
}
