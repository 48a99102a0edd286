import Foundation

/// Where tiles are clipped and encoded (瓦片工房): a few threads of their own at lower priority than pages,
/// so that a map being dragged about delays nobody's form.
struct TileWorkshop: Sendable {
    private let queue: OperationQueue

    init(width: Int = 2) {
        queue = OperationQueue()
        queue.name = "landledger.tiles"
        queue.maxConcurrentOperationCount = width
        queue.qualityOfService = .utility
    }

    func make<Made: Sendable>(_ work: @escaping @Sendable () -> Made) async -> Made {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
