import Foundation

/// A zip archive judged by its own directory before a byte of it is inflated (压缩包审查).
///
/// Refused as a whole: encryption, more than 2,000 members, more than the inflated bytes allowed, more than 20 times
/// the archive's size (beyond 64 MiB), paths that lead out, links, two members of one name, members that share bytes, zips within.
struct Archive {
    struct Member: Equatable {
        /// With `/` between folders; safe to append to a folder.
        var path: String
        var method: UInt16
        var checksum: UInt32
        var packed: Int
        var size: Int
        var headerOffset: Int
    }
    let members: [Member]
    private let data: Data

    static let memberLimit = 2000
    private static let ratioLimit = 20
    private static let alwaysAllowed = 64 << 20

    static func isArchive(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        let head = (try? handle.read(upToCount: 4)) ?? Data()
        return head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    init(path: String, limits: ReadLimits) throws(FileError) {
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw .fileMustExist(path: path)
        }
        let found = try ArchiveDirectory.members(in: data)
        try Self.judge(found, archiveSize: data.count, limits)
        members = found.filter { !$0.path.hasSuffix("/") && !Self.isLitter($0.path) }
    }

    private static func judge(_ members: [Member], archiveSize: Int, _ limits: ReadLimits) throws(FileError) {
        guard members.count <= memberLimit else { throw .archiveMustBeSafe(found: "\(members.count) members") }
        let total = members.reduce(0) { $0 + $1.size }
        guard total <= limits.inflatedBytes else { throw .limitMustHold(limit: "inflatedBytes", value: "\(limits.inflatedBytes)") }
        guard total <= max(alwaysAllowed, archiveSize * ratioLimit) else {
            throw .archiveMustBeSafe(found: "\(total) bytes out of \(archiveSize)")
        }
        var seen: Set<String> = []
        for member in members {
            try judge(path: member.path)
            guard seen.insert(member.path.lowercased()).inserted else { throw .archiveMustBeSafe(found: "twice: \(member.path)") }
        }
        var end = 0
        for member in members.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            guard member.headerOffset >= end else { throw .archiveMustBeSafe(found: "shared bytes: \(member.path)") }
            guard member.packed <= archiveSize else { throw .fileMustBeWhole(found: "zip: ends before its last member") }
            end = member.headerOffset + 30 + member.packed
        }
        guard end <= archiveSize else { throw .fileMustBeWhole(found: "zip: ends before its last member") }
    }

    private static func judge(path: String) throws(FileError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isBad =
            path.isEmpty || path.hasPrefix("/") || path.contains(":") || parts.contains("..") || parts.contains(".")
            || path.unicodeScalars.contains { $0.value < 32 } || parts.dropLast().contains("") || path.utf8.count > 1000
        if isBad { throw .archiveMustBeSafe(found: "path: \(path)") }
        let nested = ["zip", "rar", "7z", "gz", "tar", "bz2", "xz", "kmz"]
        if nested.contains((path as NSString).pathExtension.lowercased()), !isLitter(path) {
            throw .archiveMustBeSafe(found: "archive within: \(path)")
        }
    }

    private static func isLitter(_ path: String) -> Bool {
        path.hasPrefix("__MACOSX/") || path.hasSuffix(".DS_Store") || path.hasSuffix("Thumbs.db")
    }

    /// Writes every member below `folder`, checking size and checksum.
    func extract(into folder: String) throws(FileError) {
        for member in members {
            let target = folder + "/" + member.path
            let parent = (target as NSString).deletingLastPathComponent
            do {
                try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            } catch {
                throw .archiveMustBeSafe(found: "path: \(member.path)")
            }
            let outcome = data.withUnsafeBytes { bytes in
                Result { () throws(FileError) in try Inflater(bytes).write(member, to: target) }
            }
            try outcome.get()
        }
    }
}
