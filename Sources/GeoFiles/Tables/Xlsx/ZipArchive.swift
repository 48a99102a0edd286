import CZlib
import Foundation

/// A zip file read in memory (压缩包), as workbooks are; refuses bombs and encryption.
final class ZipArchive {
    private let bytes: [UInt8]
    private let entries: [String: Archive.Member]
    /// Bytes that may still be inflated.
    private var budget: Int

    /// A workbook with a picture in every row has thousands.
    private static let memberLimit = 10_000

    init(path: String, limits: ReadLimits) throws(FileError) {
        bytes = try FileBytes.read(path, limits: limits)
        budget = limits.inflatedBytes
        let members = try ArchiveDirectory.members(in: Data(bytes), limit: Self.memberLimit)
        entries = Dictionary(members.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var names: [String] { entries.keys.sorted() }

    private func number(_ at: Int, _ width: Int) -> Int? {
        guard at >= 0, at + width <= bytes.count else { return nil }
        return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }

    /// Inflates an entry piece by piece; false when there is none of that name.
    func inflate(_ name: String, into consume: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void) throws(FileError) -> Bool {
        guard let entry = entries[name] else { return false }
        guard number(entry.headerOffset, 4) == 0x0403_4B50, let nameLength = number(entry.headerOffset + 26, 2),
            let extra = number(entry.headerOffset + 28, 2)
        else { throw .fileMustBeWhole(found: name) }
        let start = entry.headerOffset + 30 + nameLength + extra
        guard entry.packed <= bytes.count, start + entry.packed <= bytes.count else { throw .fileMustBeWhole(found: name) }
        let content = bytes[start..<start + entry.packed]
        switch entry.method {
        case 0: try stored(content, name, consume)
        case 8: try deflated(content, name, consume)
        default: throw .archiveMustBeSafe(found: "\(name): method \(entry.method)")
        }
        return true
    }

    private func stored(
        _ content: ArraySlice<UInt8>, _ name: String, _ consume: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
    ) throws(FileError) {
        try spend(content.count, of: content.count, name)
        let copy = Array(content)
        try ZipArchive.lend(copy, copy.count, consume)
    }

    private static func lend(
        _ bytes: [UInt8], _ count: Int, _ consume: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
    ) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(FileError) in
            try consume(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func deflated(
        _ content: ArraySlice<UInt8>, _ name: String, _ consume: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
    ) throws(FileError) {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .fileMustBeWhole(found: name)
        }
        defer { inflateEnd(&stream) }
        var input = Array(content)
        var output = [UInt8](repeating: 0, count: 128 << 10)
        var status = Z_OK
        var used = 0
        repeat {
            let step = ZipArchive.step(&stream, &input, used, &output)
            (status, used) = (step.status, used + step.used)
            guard status == Z_OK || status == Z_STREAM_END else { throw .fileMustBeWhole(found: name) }
            try spend(step.made, of: content.count, name)
            try ZipArchive.lend(output, step.made, consume)
            if status == Z_OK, step.made == 0, step.used == 0 { throw .fileMustBeWhole(found: name) }
        } while status != Z_STREAM_END
    }

    private static func step(
        _ stream: inout z_stream, _ input: inout [UInt8], _ start: Int, _ output: inout [UInt8]
    ) -> (status: Int32, used: Int, made: Int) {
        let (available, room) = (input.count - start, output.count)
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress?.advanced(by: start)
                stream.avail_in = UInt32(available)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                return CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        return (status, available - Int(stream.avail_in), room - Int(stream.avail_out))
    }

    /// A thousandfold inflation past 64 MiB is a bomb, whatever the limit.
    private func spend(_ count: Int, of compressed: Int, _ name: String) throws(FileError) {
        budget -= count
        guard budget >= 0 else { throw .limitMustHold(limit: "inflatedBytes", value: name) }
        inflated[name, default: 0] += count
        let total = inflated[name] ?? 0
        guard total < 64 << 20 || total / max(1, compressed) < 1000 else { throw .archiveMustBeSafe(found: name) }
    }

    private var inflated: [String: Int] = [:]
}
