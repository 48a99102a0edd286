#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes in which positions stand (坐标字节): a stretch of a mapped file, or memory; let go with the last ground that lies in them.
///
/// Numbers as this machine has them: pairs of eastings and northings, eight bytes each, at any address. A mapped file that is cut
/// short ends the process that looks at it: foreign files are mapped in the reader process alone.
///
/// Sendable although it holds a pointer: the initialiser alone writes.
public final class LentBytes: @unchecked Sendable {
    public let bytes: UnsafeRawBufferPointer
    /// Of the file; 0 for memory.
    public let start: Int
    private let isMapped: Bool

    private static let mapStep = 1 << 16

    /// Maps at least the bytes of `range`, from a little before; nil where the system has no room for it.
    public init?(file descriptor: Int32, _ range: Range<Int>) {
        start = range.lowerBound & ~(LentBytes.mapStep - 1)
        let count = range.upperBound - start
        guard count > 0, let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, off_t(start)), base != MAP_FAILED else {
            return nil
        }
        madvise(base, count, MADV_WILLNEED)
        bytes = UnsafeRawBufferPointer(start: base, count: count)
        isMapped = true
    }

    /// Memory for some positions, all of which `fill` writes.
    init(positions count: Int, fill: (UnsafeMutableBufferPointer<Position>) -> Void) {
        let memory = UnsafeMutableBufferPointer<Position>.allocate(capacity: count)
        memory.initialize(repeating: Position(longitude: 0, latitude: 0))
        fill(memory)
        bytes = UnsafeRawBufferPointer(memory)
        start = 0
        isMapped = false
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }
}
