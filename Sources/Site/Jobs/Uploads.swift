import Casework
import Enforcement
import Foundation
import Hummingbird
import NIOCore

/// Names a received file; unguessable.
struct UploadID: TextIdentifier {
    let text: String
    init(_ text: String) { self.text = text }
}

/// A file that was sent and waits to be imported (待导入文件), with what the officer has said about it so far.
struct Upload: Sendable {
    var id: UploadID
    var owner: OfficerID
    var path: String
    var fileName: String
    var byteCount: Int
    var received: Instant
    /// The import under way or last tried.
    var job: JobID?
    var order: ImportOrder
}

/// Received files (收件箱): one folder, names given by the server. A file goes when it is in the ledger, when it is
/// dropped, or after two hours without being touched.
actor Uploads {
    private var uploads: [UploadID: Upload] = [:]
    private let folder: String
    private let limit: Int
    private let clock: Clock
    private static let memory: Int64 = 2 * 3_600_000

    init(folder: String, limit: Int, clock: Clock) throws {
        self.folder = folder
        self.limit = limit
        self.clock = clock
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in try files.contentsOfDirectory(atPath: folder) where name.hasPrefix("upload-") || name.hasPrefix("export-") {
            try files.removeItem(atPath: folder + "/" + name)
        }
    }

    /// Streams a body to disk; nothing stays behind when it is too long or breaks off.
    nonisolated func receive(
        _ request: Request, fileName: String, by officer: Officer, context: SiteContext
    ) async throws -> Upload {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        if let announced, announced > limit { throw SiteError.bodyMustBeUnder(bytes: limit) }
        let id = UploadID(RandomToken.make())
        let path = folder + "/upload-" + id.text + Self.ending(of: fileName)
        let counter = ByteCounter(limit: limit)
        do {
            try await FileIO().writeFile(contents: request.body.map { try counter.pass($0) }, path: path, context: context)
            guard announced.map({ $0 == counter.total }) ?? true, counter.total > 0 else { throw SiteError.uploadMustBeWhole }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            // The writer of the file may wrap what the counter threw.
            throw counter.total > limit ? SiteError.bodyMustBeUnder(bytes: limit) : error
        }
        let upload = Upload(
            id: id, owner: officer.id, path: path, fileName: fileName, byteCount: counter.total, received: clock.now(),
            order: ImportOrder(path: path, fileName: fileName))
        await keep(upload)
        return upload
    }

    func upload(_ id: UploadID, of officer: Officer) throws(SiteError) -> Upload {
        guard let upload = uploads[id], upload.owner == officer.id else { throw .pageMustExist }
        return upload
    }

    /// Keeps or changes what is known of a file, and lets go of files nobody has touched.
    func keep(_ upload: Upload) {
        let now = clock.now()
        for old in uploads.values where now.milliseconds - old.received.milliseconds > Self.memory { drop(old.id) }
        uploads[upload.id] = upload
    }

    /// The file is in the ledger: it goes, and what is known of it stays until the page was seen.
    func spend(_ id: UploadID) {
        guard let upload = uploads[id] else { return }
        try? FileManager.default.removeItem(atPath: upload.path)
    }

    func drop(_ id: UploadID) {
        guard let upload = uploads.removeValue(forKey: id) else { return }
        try? FileManager.default.removeItem(atPath: upload.path)
    }

    /// The ending tells the reader the format; anything unusual is left out.
    private static func ending(of fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: ".") else { return "" }
        let ending = fileName[fileName.index(after: dot)...].lowercased()
        let isPlain = (1...8).contains(ending.utf8.count) && ending.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
        return isPlain ? "." + ending : ""
    }
}
