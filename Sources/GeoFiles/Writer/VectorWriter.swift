import CGDAL
import Foundation

/// The process's half of writing vector files (矢量写出, 子进程). Called by `ReaderProcess` for the verb `write`.
enum VectorWriter {
    /// - Parameter order: JSON of a `WriteOrder`; the rows are read from standard input, the answer goes to standard output.
    /// - Returns: the exit code.
    static func main(_ order: [UInt8]) -> Int32 {
        guard let order = try? JSONDecoder().decode(WriteOrder.self, from: Data(order)) else { return 64 }
        let answers = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        var output = FrameOutput(answers)
        do throws(FileError) {
            GDAL.start(workFolder: order.workFolder, isFenced: true)
            // The reader takes DBF text as it is; the writer wants it changed to the encoding of the file.
            CPLSetConfigOption("SHAPE_ENCODING", nil)
            let report = try write(order)
            output.send(.summary, json: report)
        } catch {
            output.send(.failure, json: error)
        }
        output.flush()
        return 0
    }

    private static func write(_ order: WriteOrder) throws(FileError) -> WriteReport {
        let layers = try VectorLayers(order)
        var input = FrameInput(STDIN_FILENO)
        var isComplete = false
        var rows = 0
        while let (kind, payload) = input.next() {
            if kind == .summary {
                isComplete = true
                break
            }
            for row in ExportedRows.take(payload) {
                rows += 1
                try layers.add(row, number: rows)
            }
        }
        guard isComplete, rows == order.rows else { throw .writingMustSucceed(path: order.path, found: "\(rows) of \(order.rows) rows") }
        let remarks = try layers.finish()
        return WriteReport(rows: rows, remarks: remarks)
    }
}
