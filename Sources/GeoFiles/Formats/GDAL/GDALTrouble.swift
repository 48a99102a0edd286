import CGDAL
import Synchronization

/// What GDAL complains of (GDAL 报错收集). Every message is kept: the drivers report damage here and nowhere else,
/// and then go on as if nothing had happened.
enum GDALTrouble {
    struct Message: Equatable {
        var isFailure: Bool
        var text: String
    }

    /// Messages since `take`, at most `limit`; further ones are only counted.
    private struct Heap {
        var messages: [Message] = []
        var left = 0
    }

    private static let limit = 100
    private static let heap = Mutex(Heap())

    /// Told by the geometry check in its own words, ring by ring.
    private static let checkedByOurselves = ["Non closed ring detected"]

    static func listen() {
        CPLSetErrorHandler { level, _, text in
            guard let text, level == CE_Warning || level == CE_Failure || level == CE_Fatal else { return }
            GDALTrouble.add(Message(isFailure: level != CE_Warning, text: String(cString: text)))
        }
    }

    private static func add(_ message: Message) {
        if checkedByOurselves.contains(where: { message.text.hasPrefix($0) }) { return }
        heap.withLock { heap in
            guard heap.messages.count < limit else {
                heap.left += 1
                return
            }
            if heap.messages.last != message { heap.messages.append(message) }
        }
    }

    /// The messages since the last call.
    static func take() -> [Message] {
        heap.withLock { heap in
            let messages = heap.messages
            heap = Heap()
            return messages
        }
    }
}

extension [GDALTrouble.Message] {
    var hasFailure: Bool { contains { $0.isFailure } }

    /// The first few in one text for a remark or an error.
    var words: String {
        let shown = prefix(3).map { String($0.text.prefix(300)) }
        return shown.joined(separator: " | ") + (count > 3 ? " | …" : "")
    }
}
