import Foundation
import GeoFiles

/// The digest by which a received file is known (文件摘要).
///
/// A file of parts (a Shapefile beside its DBF, a FileGDB folder) is known by all of them, in order of name,
/// so that the same Shapefile with another attribute table is another batch.
enum SourceDigest {
    struct Result: Equatable {
        var hex: String
        var byteCount: Int
    }

    static func of(_ path: String) throws(CaseworkError) -> Result {
        let parts = parts(of: path)
        var stream = DigestStream(.sm3)
        var count = 0
        for part in parts {
            if parts.count > 1 { Array(part.name.utf8).withUnsafeBytes { stream.update($0) } }
            count += try feed(part.path, into: &stream)
        }
        return Result(hex: stream.finish().hex, byteCount: count)
    }

    private static func feed(_ path: String, into stream: inout DigestStream) throws(CaseworkError) -> Int {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .fileMustBeReadable(.fileMustExist(path: path)) }
        defer { try? file.close() }
        var count = 0
        while let bytes = try? file.read(upToCount: 1 << 20), !bytes.isEmpty {
            bytes.withUnsafeBytes { stream.update($0) }
            count += bytes.count
        }
        return count
    }

    private static func parts(of path: String) -> [(name: String, path: String)] {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return [("", path)] }
        let url = URL(fileURLWithPath: path)
        if isFolder.boolValue {
            let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
            return names.sorted().map { ($0, url.appendingPathComponent($0).path) }
        }
        guard url.pathExtension.lowercased() == "shp" else { return [("", path)] }
        let stem = url.deletingPathExtension().lastPathComponent
        let folder = url.deletingLastPathComponent()
        let siblings = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        let own = siblings.filter { name in
            let sibling = URL(fileURLWithPath: name)
            return sibling.deletingPathExtension().lastPathComponent == stem
                && ["shp", "shx", "dbf", "prj", "cpg"].contains(sibling.pathExtension.lowercased())
        }
        return own.sorted().map { ($0, folder.appendingPathComponent($0).path) }
    }
}
