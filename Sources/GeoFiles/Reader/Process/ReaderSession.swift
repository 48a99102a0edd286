import Dispatch
import Foundation
import Synchronization

/// One reading, seen from the parent (读取会话): starts the process when the first message is asked for,
/// reads no further than asked, and ends the process when it is let go.
///
/// `@unchecked Sendable`: `worker` is touched on `queue` alone; the rest is guarded by a mutex.
final class ReaderSession: @unchecked Sendable {
    private let queue = DispatchQueue(label: "landledger.reader")
    private let ready = Mutex<[ReadMessage]>([])
    private let cancelled = Mutex(Cancellation())
    private let worker: SessionWorker

    private struct Cancellation {
        var pid: pid_t?
        var isCancelled = false
    }

    init(executable: String, request: ReadRequest) {
        worker = SessionWorker(executable: executable, request: request)
    }

    deinit {
        cancel()
    }

    /// The next message; nil after the last. The calling task waits; the blocking read stands on `queue`.
    func next() async throws -> ReadMessage? {
        if let message = ready.withLock({ $0.popLast() }) { return message }
        try await fill()
        return ready.withLock { $0.popLast() }
    }

    /// All messages that are here; nil after the last. For readers of many rows, who need not be woken for each.
    func batch() async throws -> [ReadMessage]? {
        if ready.withLock({ $0.isEmpty }) { try await fill() }
        let messages = ready.withLock { ready in
            defer { ready = [] }
            return ready
        }
        return messages.isEmpty ? nil : messages.reversed()
    }

    private func fill() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Void, any Error>) in
                queue.async { waiter.resume(with: Result { try self.refill() }) }
            }
        } onCancel: {
            cancel()
        }
        try Task.checkCancellation()
    }

    private func refill() throws {
        let messages = try worker.messages { pid in
            cancelled.withLock {
                $0.pid = pid
                return !$0.isCancelled
            }
        }
        ready.withLock { $0 = messages.reversed() }
    }

    /// The id is cleared before the process is reaped, so that no stranger's process is hit.
    private func cancel() {
        cancelled.withLock {
            $0.isCancelled = true
            if let pid = $0.pid { kill(pid, SIGKILL) }
        }
    }
}
