import CZlib
import Foundation

/// A zip file read in memory (压缩包), as workbooks are; refuses bombs, encryption and zip64.
final class ZipArchive {
    private struct Entry {
        var method: Int
        var flags: Int
        var compressed: Int
        var size: Int
        var header: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    /// Bytes that may still be inflated.
    private var budget: Int

    init(path: String, limits: ReadLimits) throws(FileError) {
        bytes = try FileBytes.read(path, limits: limits)
        budget = limits.inflatedBytes
        try readDirectory()
    }

    var names: [String] { entries.keys.sorted() }

    private func number(_ at: Int, _ width: Int) -> Int? {
        guard at >= 0, at + width <= bytes.count else { return nil }
        return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }

    /// The end record stands in the last 64 KiB; the directory before it.
    private func readDirectory() throws(FileError) {
        let damaged = FileError.fileMustBeWhole(found: "zip directory")
        var end = bytes.count - 22
        let least = max(0, end - 65_536)
        while end >= least, number(end, 4) != 0x0605_4B50 { end -= 1 }
        guard end >= least, let count = number(end + 10, 2), var at = number(end + 16, 4) else { throw damaged }
        guard count <= 10_000 else { throw .limitMustHold(limit: "entries", value: "10000") }
        for _ in 0..<count {
            guard number(at, 4) == 0x0201_4B50, let flags = number(at + 8, 2), let method = number(at + 10, 2),
                let compressed = number(at + 20, 4), let size = number(at + 24, 4), let name = number(at + 28, 2),
                let extra = number(at + 30, 2), let comment = number(at + 32, 2), let header = number(at + 42, 4),
                at + 46 + name <= bytes.count
            else { throw damaged }
            let title = String(decoding: bytes[at + 46..<at + 46 + name], as: UTF8.self)
            entries[title] = Entry(method: method, flags: flags, compressed: compressed, size: size, header: header)
            at += 46 + name + extra + comment
        }
    }

    /// Inflates an entry piece by piece; false when there is none of that name.
    func inflate(_ name: String, into consume: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void) throws(FileError) -> Bool {
        guard let entry = entries[name] else { return false }
        guard entry.flags & 1 == 0 else { throw .mustNotBeEncrypted(found: name) }
        guard number(entry.header, 4) == 0x0403_4B50, let nameLength = number(entry.header + 26, 2),
            let extra = number(entry.header + 28, 2)
        else { throw .fileMustBeWhole(found: name) }
        let start = entry.header + 30 + nameLength + extra
        guard entry.compressed <= bytes.count, start + entry.compressed <= bytes.count else { throw .fileMustBeWhole(found: name) }
        let content = bytes[start..<start + entry.compressed]
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
