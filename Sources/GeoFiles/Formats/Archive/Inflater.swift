import CZlib
import Foundation

/// Inflates one member of a zip to a file (解压): never a byte more than the directory says, checksum compared.
struct Inflater {
    private let archive: UnsafeRawBufferPointer

    init(_ archive: UnsafeRawBufferPointer) {
        self.archive = archive
    }

    func write(_ member: Archive.Member, to path: String) throws(FileError) {
        let packed = try packedBytes(member)
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw .archiveMustBeSafe(found: "path: \(member.path)")
        }
        defer { try? file.close() }
        var sum = (size: 0, checksum: crc32(0, nil, 0))
        func put(_ chunk: UnsafeRawBufferPointer) throws(FileError) {
            sum.size += chunk.count
            guard sum.size <= member.size else { throw .archiveMustBeSafe(found: "larger than it says: \(member.path)") }
            sum.checksum = crc32(sum.checksum, chunk.bindMemory(to: Bytef.self).baseAddress, uInt(chunk.count))
            do { try file.write(contentsOf: Data(chunk)) } catch { throw .limitMustHold(limit: "inflatedBytes", value: "\(error)") }
        }
        switch member.method {
        case 0: try put(packed)
        case 8: try inflate(packed, member.path, put)
        default: throw .formatMustBeKnown(found: "zip method \(member.method): \(member.path)")
        }
        guard sum.size == member.size, UInt32(sum.checksum) == member.checksum else { throw .fileMustBeWhole(found: "zip: \(member.path)") }
    }

    private func packedBytes(_ member: Archive.Member) throws(FileError) -> UnsafeRawBufferPointer {
        let start = member.headerOffset
        guard start + 30 <= archive.count, archive[start] == 0x50, archive[start + 1] == 0x4B, archive[start + 2] == 3 else {
            throw .fileMustBeWhole(found: "zip: \(member.path)")
        }
        let length = { (offset: Int) in Int(archive[start + offset]) | Int(archive[start + offset + 1]) << 8 }
        let from = start + 30 + length(26) + length(28)
        guard from + member.packed <= archive.count else { throw .fileMustBeWhole(found: "zip: \(member.path)") }
        return UnsafeRawBufferPointer(rebasing: archive[from..<(from + member.packed)])
    }

    private func inflate(
        _ packed: UnsafeRawBufferPointer, _ name: String, _ put: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .limitMustHold(limit: "memory", value: "zlib")
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.bindMemory(to: Bytef.self).baseAddress)
        stream.avail_in = uInt(packed.count)
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        defer { chunk.deallocate() }
        var state = Z_OK
        while state == Z_OK {
            stream.next_out = chunk.bindMemory(to: Bytef.self).baseAddress
            stream.avail_out = uInt(chunk.count)
            state = CZlib.inflate(&stream, Z_NO_FLUSH)
            try put(UnsafeRawBufferPointer(rebasing: chunk[..<(chunk.count - Int(stream.avail_out))]))
        }
        guard state == Z_STREAM_END else { throw .fileMustBeWhole(found: "zip: \(name)") }
    }
}
