import Dispatch
import Foundation
import LandGeometry
import Synchronization

/// Lays files over each other in the reader process (文件套合): reading, projecting and overlay all happen there,
/// and only figures come back, so that foreign bytes stay out of this process however they look.
public struct FileOverlay: Sendable {
    /// Path of the `landledger` executable, which is started again as `landledger reader`.
    public var executable: String

    public init(executable: String) {
        self.executable = executable
    }

    /// - Parameter progress: features read so far, over all files.
    /// - Throws: `FileError`, or `CancellationError` when the task was cancelled; the process is then gone.
    public func table(_ order: FileOverlayOrder, progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> FileOverlayTable {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(with: Result { try blockingTable(order, cancellation, progress) })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func blockingTable(
        _ order: FileOverlayOrder, _ cancellation: Cancellation, _ progress: (Int) -> Void
    ) throws -> FileOverlayTable {
        let folder = NSTemporaryDirectory() + "/landledger-overlay-" + UUID().uuidString
        guard mkdir(folder, 0o700) == 0 else { throw FileError.readerMustStart(path: folder, found: String(cString: strerror(errno))) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let child = try ChildProcess(executable: executable)
        do {
            let json = try JSONEncoder().encode(ReaderOrder(verb: .overlay, workFolder: folder, overlay: order))
            _ = child.send([FrameKind.order.rawValue] + json)
            let table = try answer(of: child, order.limits, cancellation, progress)
            _ = child.wait()
            return table
        } catch {
            child.kill()
            _ = child.wait()
            throw error
        }
    }

    private func answer(
        of child: borrowing ChildProcess, _ limits: ReadLimits, _ cancellation: Cancellation, _ progress: (Int) -> Void
    ) throws -> FileOverlayTable {
        var input = FrameInput(child.output)
        var watch = ChildWatch(seconds: limits.seconds)
        var frames = OverlayFrames()
        while true {
            try watch.wait(for: child, cancellation)
            guard let (kind, payload) = input.next() else { throw watch.causeOfDeath(child.wait(), limits) }
            switch kind {
            case .progress: progress(try OverlayFrames.count(payload))
            case .summary: return try frames.table(payload)
            case .failure: throw try JSONDecoder().decode(FileError.self, from: Data(payload))
            default: try frames.take(kind, payload)
            }
        }
    }
}

/// Keeps the clock of a child process and hears what it says on standard error (子进程看守).
struct ChildWatch {
    private let end: ContinuousClock.Instant
    private var said: [UInt8] = []

    init(seconds: Double) {
        end = .now + .seconds(seconds)
    }

    /// Returns when the child has written something, or is gone.
    mutating func wait(for child: borrowing ChildProcess, _ cancellation: Cancellation) throws {
        var waits = [
            pollfd(fd: child.output, events: Int16(POLLIN), revents: 0), pollfd(fd: child.trouble, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            try cancellation.check()
            guard ContinuousClock.now < end else { throw FileError.limitMustHold(limit: "seconds", value: "") }
            let count = poll(&waits, nfds_t(waits.count), 200)
            if count < 0, errno != EINTR { return }
            if count > 0, waits.count > 1, waits[1].revents != 0, !listen(child.trouble) { waits.removeLast() }
            if count > 0, waits[0].revents != 0 { return }
        }
    }

    private mutating func listen(_ descriptor: Int32) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let got = read(descriptor, &chunk, chunk.count)
        if got > 0, said.count < 1 << 16 { said.append(contentsOf: chunk.prefix(got)) }
        return got > 0
    }

    func causeOfDeath(_ end: ProcessEnd, _ limits: ReadLimits) -> FileError {
        if end == .signal(SIGXCPU) { return .limitMustHold(limit: "seconds", value: "\(limits.seconds)") }
        let words = String(decoding: said.suffix(400), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return .readerMustSurvive(found: words.isEmpty ? end.words : "\(end.words): \(words)")
    }
}
