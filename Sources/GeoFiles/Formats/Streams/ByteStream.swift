import Foundation

/// A file from front to back through one buffer (顺序读取): what was read is let go, so that a file larger than memory takes
/// no more than its largest record.
final class ByteStream {
    let size: Int
    private let descriptor: Int32
    private var buffer: [UInt8]
    /// What stands in the buffer and was not yet taken.
    private var filled = 0..<0
    /// Place in the file of the end of `filled`.
    private var place = 0

    private static let leastBuffer = 1 << 20

    /// - Throws: `fileMustExist`.
    init(path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var information = stat()
        guard descriptor >= 0, fstat(descriptor, &information) == 0 else { throw .fileMustExist(path: path) }
        size = Int(information.st_size)
        buffer = [UInt8](repeating: 0, count: Self.leastBuffer)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Where the next byte taken stands in the file.
    var offset: Int { place - filled.count }

    /// Goes to a place of the file; cheap when it is the next or stands in the buffer.
    func seek(to wanted: Int) {
        let ahead = wanted - offset
        if (0...filled.count).contains(ahead) {
            filled = (filled.lowerBound + ahead)..<filled.upperBound
        } else {
            filled = 0..<0
            place = max(0, wanted)
        }
    }

    /// The next `count` bytes for the length of `body`; nil when the file ends before, and the bytes that are left stay.
    func take<R>(_ count: Int, _ body: (UnsafeRawBufferPointer) throws(FileError) -> R) throws(FileError) -> R? {
        guard count >= 0, count <= size - offset else { return nil }
        while filled.count < count {
            guard fill(for: count) else { return nil }
        }
        let taken = filled.lowerBound..<(filled.lowerBound + count)
        filled = taken.upperBound..<filled.upperBound
        let result = buffer.withUnsafeBytes { bytes in
            Result { () throws(FileError) in try body(UnsafeRawBufferPointer(rebasing: bytes[taken])) }
        }
        return try result.get()
    }

    private func fill(for count: Int) -> Bool {
        let left = filled.count
        if buffer.count < count { buffer.append(contentsOf: repeatElement(0, count: count - buffer.count)) }
        let from = filled.lowerBound
        let (file, at) = (descriptor, place)
        let got = buffer.withUnsafeMutableBytes { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            memmove(base, base + from, left)
            while true {
                let got = pread(file, base + left, bytes.count - left, off_t(at))
                if got >= 0 || errno != EINTR { return got }
            }
        }
        guard got > 0 else { return false }
        filled = 0..<(left + got)
        place += got
        return true
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number; nil when it does not stand within the bytes.
    func number<T: FixedWidthInteger>(at offset: Int, as _: T.Type = T.self) -> T? {
        guard offset >= 0, offset <= count - MemoryLayout<T>.size else { return nil }
        return T(littleEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    /// Positions that stand as x, y, x, y …, put apart. The caller has made sure that they are there.
    func splitPositions(at offset: Int, into x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
        guard x.count * 16 <= count - offset, let base = baseAddress else { return }
        let start = base + offset
        for i in x.indices {
            x[i] = Double(bitPattern: UInt64(littleEndian: (start + i * 16).loadUnaligned(as: UInt64.self)))
            y[i] = Double(bitPattern: UInt64(littleEndian: (start + i * 16 + 8).loadUnaligned(as: UInt64.self)))
        }
    }
}
