#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a prepared layer (索引内存), from the heap or mapped from a file; freed with the last index that uses them.
///
/// Sendable although it holds a pointer: the bytes are written by the one function that makes the memory, on rows no
/// two threads share, and only read from the moment an index holds it.
final class IndexMemory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let byteCount: Int
    private let isMapped: Bool

    /// Zeros. Large memory is mapped, so that pages nobody writes cost nothing.
    init(byteCount: Int) throws(IndexError) {
        self.byteCount = byteCount
        isMapped = byteCount > 1 << 16
        if isMapped {
            base = try IndexMemory.map(byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, "")
        } else {
            base = .allocate(byteCount: byteCount, alignment: 64)
            base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        }
    }

    /// The bytes of a file; written to, they change the file.
    init(of file: borrowing SystemFile, byteCount: Int, writable: Bool) throws(IndexError) {
        self.byteCount = byteCount
        isMapped = true
        base = try IndexMemory.map(byteCount, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, file.descriptor, file.path)
    }

    deinit {
        if isMapped { munmap(base, byteCount) } else { base.deallocate() }
    }

    private static func map(_ count: Int, _ protection: Int32, _ flags: Int32, _ descriptor: Int32, _ path: String) throws(IndexError)
        -> UnsafeMutableRawPointer
    {
        guard let base = mmap(nil, count, protection, flags, descriptor, 0), base != MAP_FAILED else {
            throw .system(call: "mmap", path: path, number: errno)
        }
        return base
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: byteCount) }
}
