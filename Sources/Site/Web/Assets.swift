import Foundation
import GeoFiles
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load (静态文件): our own from the bundle, those of third parties from the vendor folder.
///
/// All are read once at start, so a request can name nothing on the disk. The address carries the digest of all
/// files together: browsers keep them for good, a new version has a new address, and modules import each other relatively.
struct Assets: Sendable {
    struct File: Sendable {
        var bytes: ByteBuffer
        var type: String
    }

    private let files: [String: File]
    let set: String

    /// Files of a vendor folder appear under `vendor/`.
    init(vendorFolder: String?) throws {
        var files: [String: File] = [:]
        if let folder = Bundle.module.url(forResource: "Public", withExtension: nil)?.path {
            try Self.read(folder, under: "", into: &files)
        }
        if let vendorFolder { try Self.read(vendorFolder, under: "vendor/", into: &files) }
        self.files = files
        set = Self.digest(of: files)
    }

    func url(_ name: String) -> String { SiteURL.asset(set: set, name: name).path }

    func has(_ name: String) -> Bool { files[name] != nil }

    func answer(set: String, name: String) throws(SiteError) -> Response {
        guard set == self.set, let file = files[name] else { throw .pageMustExist }
        return Response(
            status: .ok, headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: file.bytes))
    }

    private static func read(_ folder: String, under prefix: String, into files: inout [String: File]) throws {
        for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
            guard let type = types[String(path.split(separator: ".").last ?? "")] else { continue }
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
            files[prefix + path] = File(bytes: ByteBuffer(bytes: data), type: type)
        }
    }

    private static func digest(of files: [String: File]) -> String {
        var stream = DigestStream(.sha256)
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            Array(name.utf8).withUnsafeBytes { stream.update($0) }
            file.bytes.withUnsafeReadableBytes { stream.update($0) }
        }
        return String(stream.finish().hex.prefix(12))
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "json": "application/json", "woff2": "font/woff2", "webmanifest": "application/manifest+json",
    ]
}
