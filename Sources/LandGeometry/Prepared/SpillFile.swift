/// Where rings wait on disk while a layer comes in (溢出文件): positions one after the other, in a file without a name.
struct SpillFile: ~Copyable, RingKeeper, Sendable {
    private static let bufferCount = 1 << 16
    private let file: SystemFile
    private var buffer: [Position] = []
    private var count = 0

    init(beside path: String) throws(IndexError) {
        file = try SystemFile(creating: TemporaryFile.name(beside: path))
        SystemFile.remove(file.path)
        buffer.reserveCapacity(SpillFile.bufferCount)
    }

    /// Returns the number of positions before the ring.
    mutating func keep(_ ring: Ring) throws(IndexError) -> Int {
        let place = count
        if buffer.count + ring.positions.count > SpillFile.bufferCount { try flush() }
        buffer.append(contentsOf: ring.positions)
        count += ring.positions.count
        return place
    }

    private mutating func flush() throws(IndexError) {
        var failure: IndexError?
        buffer.withUnsafeBytes { bytes in
            do throws(IndexError) { try file.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        buffer.removeAll(keepingCapacity: true)
    }

    /// All that was spilled, mapped.
    mutating func read() throws(IndexError) -> KeptRings {
        try flush()
        guard count > 0 else { return .held([]) }
        return .spilled(try IndexMemory(of: file, byteCount: count * MemoryLayout<Position>.stride, writable: false))
    }
}
