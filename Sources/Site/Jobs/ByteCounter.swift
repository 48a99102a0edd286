import NIOCore
import Synchronization

/// Counts the bytes of a body as they pass and stops at a limit (字节计数).
final class ByteCounter: Sendable {
    private let limit: Int
    private let count = Atomic<Int>(0)

    init(limit: Int) {
        self.limit = limit
    }

    var total: Int { count.load(ordering: .relaxed) }

    func pass(_ buffer: ByteBuffer) throws(SiteError) -> ByteBuffer {
        let total = count.add(buffer.readableBytes, ordering: .relaxed).newValue
        guard total <= limit else { throw .bodyMustBeUnder(bytes: limit) }
        return buffer
    }
}
