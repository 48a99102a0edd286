import Foundation

/// The central directory of a zip (PKWARE APPNOTE 6.3) (压缩包目录).
enum ArchiveDirectory {
    static func members(in data: Data) throws(FileError) -> [Archive.Member] {
        let bytes = [UInt8](data.suffix(65_557))
        let base = data.count - bytes.count
        guard let end = endRecord(bytes) else { throw .fileMustBeWhole(found: "zip: no directory") }
        let count = Int(word16(bytes, end + 10))
        let size = Int(word32(bytes, end + 12))
        let start = Int(word32(bytes, end + 16))
        guard size != 0xFFFF_FFFF, start != 0xFFFF_FFFF, count != 0xFFFF else { throw .archiveMustBeSafe(found: "zip64") }
        guard start + size <= base + end else { throw .fileMustBeWhole(found: "zip: directory outside the file") }
        let directory = [UInt8](data[(data.startIndex + start)..<(data.startIndex + start + size)])
        var members: [Archive.Member] = []
        var offset = 0
        while offset + 46 <= directory.count, word32(directory, offset) == 0x0201_4B50 {
            let (member, next) = try member(directory, at: offset)
            members.append(member)
            offset = next
            guard members.count <= Archive.memberLimit else { throw .archiveMustBeSafe(found: "more than \(Archive.memberLimit) members") }
        }
        guard members.count == count else { throw .fileMustBeWhole(found: "zip: \(count) members announced, \(members.count) found") }
        return members
    }

    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        return (0...(bytes.count - 22)).reversed().first {
            word32(bytes, $0) == 0x0605_4B50 && $0 + 22 + Int(word16(bytes, $0 + 20)) <= bytes.count
        }
    }

    private static func member(_ bytes: [UInt8], at offset: Int) throws(FileError) -> (Archive.Member, Int) {
        let flags = word16(bytes, offset + 8)
        let nameLength = Int(word16(bytes, offset + 28))
        let next = offset + 46 + nameLength + Int(word16(bytes, offset + 30)) + Int(word16(bytes, offset + 32))
        guard next <= bytes.count else { throw .fileMustBeWhole(found: "zip: directory cut off") }
        let path = name(Array(bytes[(offset + 46)..<(offset + 46 + nameLength)]))
        if flags & 1 != 0 { throw .mustNotBeEncrypted(found: path) }
        let (packed, size, header) = (word32(bytes, offset + 20), word32(bytes, offset + 24), word32(bytes, offset + 42))
        if [packed, size, header].contains(0xFFFF_FFFF) { throw .archiveMustBeSafe(found: "zip64") }
        let isUnix = word16(bytes, offset + 4) >> 8 == 3
        let kind = word32(bytes, offset + 38) >> 28
        if isUnix, kind != 0, kind != 0o10, kind != 0o4 { throw .archiveMustBeSafe(found: "link or device: \(path)") }
        let member = Archive.Member(
            path: path, method: word16(bytes, offset + 10), checksum: word32(bytes, offset + 16), packed: Int(packed), size: Int(size),
            headerOffset: Int(header))
        return (member, next)
    }

    /// Windows tools write GBK names without saying so, and backslashes between folders.
    private static func name(_ raw: [UInt8]) -> String {
        let text = raw.withUnsafeBytes { TextDecoder.decode($0, preferring: .utf8)?.text } ?? String(decoding: raw, as: UTF8.self)
        return text.replacing("\\", with: "/")
    }

    static func word16(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
        UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    }

    static func word32(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        UInt32(word16(bytes, offset)) | UInt32(word16(bytes, offset + 2)) << 16
    }
}
