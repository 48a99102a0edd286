import Foundation

/// The blocking half of a reading (阻塞端). Confined to the queue of its session.
final class SessionWorker {
    private let executable: String
    private let request: ReadRequest
    private var child: ChildProcess?
    private var workFolder: String?
    private var buffer: [UInt8] = []
    private var said: [UInt8] = []
    private var secondsLeft: Double
    private var isOver = false

    init(executable: String, request: ReadRequest) {
        self.executable = executable
        self.request = request
        secondsLeft = request.limits.seconds
    }

    deinit {
        if child != nil {
            child?.kill()
            _ = child?.wait()
        }
        removeWorkFolder()
    }

    /// At least one message, or none at the end. `owns` is told the process id, or nil before the process is reaped;
    /// it answers false when the reading was cancelled meanwhile.
    func messages(owns: (pid_t?) -> Bool) throws -> [ReadMessage] {
        if isOver { return [] }
        if child == nil { try start() }
        guard let pid = child?.pid, owns(pid) else { throw end(CancellationError(), owns) }
        do {
            while true {
                let messages = try takeFrames()
                if case .finished = messages.last { _ = end(CancellationError(), owns) }
                if !messages.isEmpty { return messages }
                guard try receive() else { throw causeOfDeath(owns) }
            }
        } catch {
            throw end(error, owns)
        }
    }

    private func start() throws(FileError) {
        var template = Array((NSTemporaryDirectory() + "/landledger-reader-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .readerMustStart(path: executable, found: "mkdtemp: \(String(cString: strerror(errno)))")
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        workFolder = folder
        child = try ChildProcess(executable: executable)
        let order = ReaderOrder(verb: .read, workFolder: folder, request: request)
        guard let data = try? JSONEncoder().encode(order) else {
            throw .readerMustStart(path: executable, found: "the order cannot be written")
        }
        // A process that died before it took its order is told by how it ended.
        _ = child?.send([FrameKind.order.rawValue] + data)
    }

    /// Ends the process, clears up, and gives back the error to throw.
    private func end(_ error: any Error, _ owns: (pid_t?) -> Bool) -> any Error {
        isOver = true
        _ = owns(nil)
        child?.kill()
        _ = child?.wait()
        child = nil
        removeWorkFolder()
        return error
    }

    private func removeWorkFolder() {
        if let workFolder { try? FileManager.default.removeItem(atPath: workFolder) }
        workFolder = nil
    }

    /// Waits for bytes, and counts only the time waited: a slow importer does not use up the reader's time.
    private func receive() throws(FileError) -> Bool {
        guard let output = child?.output, let trouble = child?.trouble else { return false }
        var waits = [pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: trouble, events: Int16(POLLIN), revents: 0)]
        while true {
            let began = ContinuousClock.now
            let count = poll(&waits, nfds_t(waits.count), Int32(max(0, min(secondsLeft, 3600)) * 1000))
            secondsLeft -= (ContinuousClock.now - began) / .seconds(1)
            if count == 0 || secondsLeft <= 0 { throw .limitMustHold(limit: "seconds", value: "\(request.limits.seconds)") }
            if count < 0, errno != EINTR { return false }
            if waits.count > 1, waits[1].revents != 0, !listen(trouble) { waits.removeLast() }
            if waits[0].revents != 0 { return fill(output) }
        }
    }

    private func fill(_ descriptor: Int32) -> Bool {
        let chunk = 1 << 18
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: old), chunk) }
        buffer.removeLast(chunk - max(0, got))
        return got > 0
    }

    /// Standard error, the first 64 KiB of it.
    private func listen(_ descriptor: Int32) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let got = read(descriptor, &chunk, chunk.count)
        if got > 0, said.count < 1 << 16 { said.append(contentsOf: chunk.prefix(got)) }
        return got > 0
    }

    private func takeFrames() throws -> [ReadMessage] {
        var messages: [ReadMessage] = []
        var offset = 0
        try buffer.withUnsafeBytes { bytes in
            while bytes.count - offset >= 4 {
                let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
                guard (1...FrameInput.longest).contains(length) else {
                    throw FileError.readerMustSurvive(found: "a frame of \(length) bytes")
                }
                guard bytes.count - offset - 4 >= length else { break }
                messages.append(try ReadFrame.decode(UnsafeRawBufferPointer(rebasing: bytes[(offset + 4)..<(offset + 4 + length)])))
                offset += 4 + length
            }
        }
        buffer.removeFirst(offset)
        return messages
    }

    private func causeOfDeath(_ owns: (pid_t?) -> Bool) -> FileError {
        _ = owns(nil)
        let end = child?.wait() ?? .exit(-1)
        child = nil
        if end == .signal(SIGXCPU) { return .limitMustHold(limit: "seconds", value: "\(request.limits.seconds)") }
        let words = String(decoding: said.suffix(400), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return .readerMustSurvive(found: words.isEmpty ? end.words : "\(end.words): \(words)")
    }
}

/// Frames of a reading as messages (读取帧).
enum ReadFrame {
    static func decode(_ frame: UnsafeRawBufferPointer) throws -> ReadMessage {
        let payload = UnsafeRawBufferPointer(rebasing: frame.dropFirst())
        switch frame.first.flatMap(FrameKind.init(rawValue:)) {
        case .description: return .described(try json(payload))
        case .summary: return .finished(try json(payload))
        case .failure: throw try json(payload) as FileError
        case .row:
            if let row = RowFrame.decode(payload) { return .row(row) }
        case .order, .block, .patches, .figures, .progress, nil: break
        }
        throw FileError.readerMustSurvive(found: "a frame that is none")
    }

    private static func json<Value: Decodable>(_ payload: UnsafeRawBufferPointer) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "+", negativeInfinity: "-", nan: "?")
        return try decoder.decode(Value.self, from: Data(payload))
    }
}
