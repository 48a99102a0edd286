import CZlib
import Foundation

/// Files of this package and, when it is there, of the large shared corpus.
enum SharedData {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

    static func fixture(_ path: String) -> URL { package.appending(path: "Tests/Fixtures/geometry/\(path)") }

    /// A file of the corpus at `LANDLEDGER_SHARED` or beside the package; nil, with a printed line, when absent.
    static func corpus(_ path: String) -> URL? {
        let root = ProcessInfo.processInfo.environment["LANDLEDGER_SHARED"].map { URL(filePath: $0) }
        let file = (root ?? package.appending(path: "../shared").standardizedFileURL).appending(path: "data/\(path)")
        if FileManager.default.fileExists(atPath: file.path) { return file }
        print("skipped: \(file.path) is absent; set LANDLEDGER_SHARED to the shared data")
        return nil
    }

    /// The lines of a gzip file.
    static func unpackedLines(of file: URL) -> [Substring] {
        guard let handle = gzopen(file.path, "rb") else { return [] }
        defer { gzclose(handle) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while case let read = gzread(handle, &buffer, UInt32(buffer.count)), read > 0 { bytes += buffer.prefix(Int(read)) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
