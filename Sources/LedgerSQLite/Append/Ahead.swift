import Dispatch
import Synchronization

/// Makes the rows of a long list ready on another thread while those before them are written (边备边写), a chunk ahead.
struct Ahead<Item: Sendable, Ready: Sendable> {
    let items: [Item]
    let prepare: @Sendable (Item) throws -> Ready
    private let chunk = 512

    /// Gives every item with what was made of it, in order.
    func forEach(_ body: (Item, Ready) throws -> Void) throws {
        var coming = start(at: 0)
        for place in stride(from: 0, to: items.count, by: chunk) {
            let ready = coming
            coming = start(at: place + chunk)
            for (item, made) in zip(items[place...], try ready.result()) { try body(item, made) }
        }
    }

    private func start(at place: Int) -> Part {
        let part = Part()
        let some = items[min(place, items.count)..<min(place + chunk, items.count)]
        DispatchQueue.global(qos: .userInitiated).async { part.finish(Result { try some.map(prepare) }) }
        return part
    }

    private final class Part: Sendable {
        private let made = Mutex<Result<[Ready], any Error>?>(nil)
        private let done = DispatchSemaphore(value: 0)

        func finish(_ result: Result<[Ready], any Error>) {
            made.withLock { $0 = result }
            done.signal()
        }

        func result() throws -> [Ready] {
            done.wait()
            return try made.withLock { try $0?.get() ?? [] }
        }
    }
}
