import Foundation
import LandGeometry

/// A file from front to back through a window of the file mapped at a time (顺序读取): nothing is copied, and what nobody holds
/// on to is let go, so that a file larger than memory takes no more than the window and its largest record.
final class ByteStream {
    let size: Int
    private let descriptor: Int32
    /// Where the next byte taken stands in the file.
    private(set) var offset = 0
    private var window: LentBytes?

    private static let leastWindow = 64 << 20

    /// - Throws: `fileMustExist`.
    init(path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var information = stat()
        guard descriptor >= 0, fstat(descriptor, &information) == 0 else { throw .fileMustExist(path: path) }
        size = Int(information.st_size)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Goes to a place of the file.
    func seek(to wanted: Int) {
        offset = max(0, wanted)
    }

    /// The next `count` bytes for the length of `body`; nil when the file ends before, and the bytes that are left stay.
    func take<R>(_ count: Int, _ body: (UnsafeRawBufferPointer) throws(FileError) -> R) throws(FileError) -> R? {
        try lend(count) { (bytes, _) throws(FileError) in try body(bytes) }
    }

    /// The same with what they lie in, for those who hold on to some of them.
    func lend<R>(_ count: Int, _ body: (UnsafeRawBufferPointer, LentBytes) throws(FileError) -> R) throws(FileError) -> R? {
        guard count >= 0, count <= size - offset, size > 0 else { return nil }
        let window = try window(over: offset..<(offset + count))
        let first = offset - window.start
        offset += count
        return try body(UnsafeRawBufferPointer(rebasing: window.bytes[first..<(first + count)]), window)
    }

    private func window(over range: Range<Int>) throws(FileError) -> LentBytes {
        if let window, window.start <= range.lowerBound, range.upperBound <= window.start + window.bytes.count { return window }
        let end = max(range.upperBound, min(size, range.lowerBound + Self.leastWindow))
        guard let opened = LentBytes(file: descriptor, range.lowerBound..<end) else {
            throw .limitMustHold(limit: "memory", value: "\(end - range.lowerBound)")
        }
        window = opened
        return opened
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number; nil when it does not stand within the bytes.
    @inline(__always)
    func number<T: FixedWidthInteger>(at offset: Int, as _: T.Type = T.self) -> T? {
        guard offset >= 0, offset <= count - MemoryLayout<T>.size else { return nil }
        return T(littleEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}
