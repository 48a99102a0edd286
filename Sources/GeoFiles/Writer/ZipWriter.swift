import CZlib
import Foundation

/// Puts files into a zip (打包): deflated, names in UTF-8, a fixed date so that equal content gives equal bytes.
struct ZipWriter: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String
    private var directory: [UInt8] = []
    private var count = 0
    private var offset = 0

    init(path: String) throws(FileError) {
        guard let file = fopen(path, "wb") else { throw .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }
        self.file = file
        self.path = path
    }

    deinit { fclose(file) }

    mutating func add(_ name: String, _ content: [UInt8]) throws(FileError) {
        let packed = try deflated(content)
        guard offset + packed.count < Int(UInt32.max), content.count < Int(UInt32.max), count < 65_535 else {
            throw .limitMustHold(limit: "zip", value: "4 GiB")
        }
        let check = content.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
        var head: [UInt8] = []
        head.little(20, 2)
        head.little(0x0800, 2)
        head.little(8, 2)
        head.little(0x5A21_0000, 4)
        head.little(Int(check), 4)
        head.little(packed.count, 4)
        head.little(content.count, 4)
        head.little(name.utf8.count, 2)
        head.little(0, 2)
        directory += [0x50, 0x4B, 1, 2, 20, 0] + head
        directory.little(0, 10)
        directory.little(offset, 4)
        directory += Array(name.utf8)
        try put([0x50, 0x4B, 3, 4] + head + Array(name.utf8))
        try put(packed)
        count += 1
    }

    mutating func finish() throws(FileError) {
        let start = offset
        try put(directory)
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.little(count, 2)
        end.little(count, 2)
        end.little(directory.count, 4)
        end.little(start, 4)
        end.little(0, 2)
        try put(end)
        guard fflush(file) == 0 else { throw failure() }
    }

    private func failure() -> FileError { .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }

    private mutating func put(_ bytes: [UInt8]) throws(FileError) {
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw failure() }
        offset += bytes.count
    }

    private func deflated(_ content: [UInt8]) throws(FileError) -> [UInt8] {
        var stream = z_stream()
        guard deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .writingMustSucceed(path: path, found: "zlib") }
        defer { deflateEnd(&stream) }
        guard content.count < Int(UInt32.max) else { throw .limitMustHold(limit: "zip", value: "4 GiB") }
        let room = Int(deflateBound(&stream, UInt(content.count)))
        var input = content
        let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, made in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(room)
                made = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
        guard !packed.isEmpty else { throw .writingMustSucceed(path: path, found: "zlib") }
        return packed
    }
}

extension [UInt8] {
    /// `value` in `width` bytes, lowest first.
    fileprivate mutating func little(_ value: Int, _ width: Int) {
        for shift in 0..<width { append(shift < 8 ? UInt8(truncatingIfNeeded: value >> (8 * shift)) : 0) }
    }
}
