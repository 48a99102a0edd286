import Foundation
import LandGeometry

/// The parent's half of writing vector files (矢量写出, 父进程): starts the process, sends the rows, waits for the answer.
struct VectorExport {
    let executable: String
    let table: ExportTable
    let format: ExportFormat
    let options: ExportOptions

    func write(to path: String, _ cancellation: Cancellation) throws -> [RowRemark] {
        let folder = NSTemporaryDirectory() + "/landledger-writer-" + UUID().uuidString
        guard mkdir(folder, 0o700) == 0 else { throw FileError.writingMustSucceed(path: folder, found: String(cString: strerror(errno))) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let child = try ChildProcess(executable: executable)
        do {
            let isSent = try send(to: child, order(path: path, folder: folder), cancellation)
            let report = try answer(of: child, isSent: isSent)
            _ = child.wait()
            return report.remarks
        } catch {
            child.kill()
            _ = child.wait()
            throw error
        }
    }

    private func order(path: String, folder: String) -> WriteOrder {
        WriteOrder(
            workFolder: folder, path: path, format: format, options: options, name: table.name, description: table.heading,
            columns: table.columns, textWidths: textWidths, hasShapes: table.rows.contains { !($0.shape?.isEmpty ?? true) },
            hasPoints: table.rows.contains { ($0.shape?.isEmpty ?? true) && $0.point != nil },
            hasBare: table.rows.contains { ($0.shape?.isEmpty ?? true) && $0.point == nil }, rows: table.rows.count)
    }

    private var textWidths: [Int] {
        let isGBK = TextFitting(encoding: options.encoding).isGBK
        var widths = [Int](repeating: 0, count: table.columns.count)
        for row in table.rows {
            for (column, cell) in row.cells.prefix(widths.count).enumerated() {
                guard case .text(let text) = cell else { continue }
                let width = isGBK ? text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } : text.utf8.count
                widths[column] = max(widths[column], width)
            }
        }
        return widths
    }

    /// False when the process is gone before all was sent; its answer says why.
    private func send(to child: borrowing ChildProcess, _ order: WriteOrder, _ cancellation: Cancellation) throws -> Bool {
        let json = try JSONEncoder().encode(order)
        guard child.send([FrameKind.order.rawValue] + json) else { return false }
        var frame = FrameWriter(.block)
        for row in table.rows {
            ExportedRows.put(row, into: &frame)
            guard frame.bytes.count >= ExportedRows.frameBytes else { continue }
            try cancellation.check()
            guard child.send(frame.bytes) else { return false }
            frame = FrameWriter(.block)
        }
        guard child.send(frame.bytes) else { return false }
        return child.send([FrameKind.summary.rawValue])
    }

    private func answer(of child: borrowing ChildProcess, isSent: Bool) throws -> WriteReport {
        var input = FrameInput(child.output)
        guard let (kind, payload) = input.next() else {
            throw FileError.readerMustSurvive(found: child.wait().words)
        }
        switch kind {
        case .summary where isSent: return try JSONDecoder().decode(WriteReport.self, from: Data(payload))
        case .failure: throw try JSONDecoder().decode(FileError.self, from: Data(payload))
        default: throw FileError.readerMustSurvive(found: "a frame that is none")
        }
    }
}
