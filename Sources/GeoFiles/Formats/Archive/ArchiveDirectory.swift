import Foundation

/// The central directory of a zip (PKWARE APPNOTE 6.3), with the wide numbers of zip64 (4.5.3, 4.3.14) (压缩包目录).
enum ArchiveDirectory {
    /// Number of members, length and start of the directory.
    private struct Extent {
        var count: Int
        var size: Int
        var start: Int
    }

    private static let damaged = FileError.fileMustBeWhole(found: "zip: no directory")

    static func members(in data: Data, limit: Int = Archive.memberLimit) throws(FileError) -> [Archive.Member] {
        let bytes = [UInt8](data.suffix(65_557 + 20))
        let base = data.count - bytes.count
        guard let end = endRecord(bytes) else { throw damaged }
        let extent = try extent(bytes, end: end, base: base, data)
        guard extent.start >= 0, extent.size >= 0, extent.size <= base + end, extent.start <= base + end - extent.size else {
            throw .fileMustBeWhole(found: "zip: directory outside the file")
        }
        let directory = [UInt8](data[(data.startIndex + extent.start)..<(data.startIndex + extent.start + extent.size)])
        var members: [Archive.Member] = []
        var offset = 0
        while offset + 46 <= directory.count, word32(directory, offset) == 0x0201_4B50 {
            let (member, next) = try member(directory, at: offset)
            members.append(member)
            offset = next
            guard members.count <= limit else { throw .archiveMustBeSafe(found: "more than \(limit) members") }
        }
        guard members.count == extent.count else {
            throw .fileMustBeWhole(found: "zip: \(extent.count) members announced, \(members.count) found")
        }
        return members
    }

    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        return (0...(bytes.count - 22)).reversed().first {
            word32(bytes, $0) == 0x0605_4B50 && $0 + 22 + Int(word16(bytes, $0 + 20)) <= bytes.count
        }
    }

    /// From the end record; where its numbers are all ones, from the zip64 record that the locator before it names.
    private static func extent(_ bytes: [UInt8], end: Int, base: Int, _ data: Data) throws(FileError) -> Extent {
        let (count, size, start) = (word16(bytes, end + 10), word32(bytes, end + 12), word32(bytes, end + 16))
        guard size == .max || start == .max || count == .max else { return Extent(count: Int(count), size: Int(size), start: Int(start)) }
        guard end >= 20, word32(bytes, end - 20) == 0x0706_4B50, let place = word64(bytes, end - 20 + 8), place <= base + end - 56 else {
            throw damaged
        }
        let record = [UInt8](data[(data.startIndex + place)..<(data.startIndex + place + 56)])
        guard word32(record, 0) == 0x0606_4B50, let count = word64(record, 32), let size = word64(record, 40),
            let start = word64(record, 48)
        else { throw damaged }
        return Extent(count: count, size: size, start: start)
    }

    private static func member(_ bytes: [UInt8], at offset: Int) throws(FileError) -> (Archive.Member, Int) {
        let flags = word16(bytes, offset + 8)
        let nameLength = Int(word16(bytes, offset + 28))
        let extras = offset + 46 + nameLength
        let extrasEnd = extras + Int(word16(bytes, offset + 30))
        let next = extrasEnd + Int(word16(bytes, offset + 32))
        guard next <= bytes.count else { throw .fileMustBeWhole(found: "zip: directory cut off") }
        let path = name(Array(bytes[(offset + 46)..<extras]))
        if flags & 1 != 0 { throw .mustNotBeEncrypted(found: path) }
        let narrow = [word32(bytes, offset + 24), word32(bytes, offset + 20), word32(bytes, offset + 42)]
        guard let numbers = wide(narrow, Array(bytes[extras..<extrasEnd])) else { throw .fileMustBeWhole(found: "zip: \(path)") }
        let isUnix = word16(bytes, offset + 4) >> 8 == 3
        let kind = word32(bytes, offset + 38) >> 28
        if isUnix, kind != 0, kind != 0o10, kind != 0o4 { throw .archiveMustBeSafe(found: "link or device: \(path)") }
        let member = Archive.Member(
            path: path, method: word16(bytes, offset + 10), checksum: word32(bytes, offset + 16), packed: numbers[1], size: numbers[0],
            headerOffset: numbers[2])
        return (member, next)
    }

    /// Size, packed size and offset; those that are all ones stand in the extra field 0x0001, in this order.
    private static func wide(_ narrow: [UInt32], _ extras: [UInt8]) -> [Int]? {
        guard narrow.contains(.max) else { return narrow.map { Int($0) } }
        var at = 0
        while at + 4 <= extras.count, word16(extras, at) != 1 { at += 4 + Int(word16(extras, at + 2)) }
        guard at + 4 <= extras.count else { return nil }
        at += 4
        var numbers: [Int] = []
        for number in narrow {
            guard number == .max else {
                numbers.append(Int(number))
                continue
            }
            guard let value = word64(extras, at), value < 1 << 48 else { return nil }
            numbers.append(value)
            at += 8
        }
        return numbers
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

    /// Nil when the bytes are not there, or the number is beyond every file.
    private static func word64(_ bytes: [UInt8], _ offset: Int) -> Int? {
        guard offset >= 0, offset + 8 <= bytes.count else { return nil }
        return Int(exactly: UInt64(word32(bytes, offset)) | UInt64(word32(bytes, offset + 4)) << 32)
    }
}
