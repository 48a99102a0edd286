import Foundation

/// Frames from a file descriptor, blocking (帧输入): four bytes of length, then the frame.
struct FrameInput: ~Copyable {
    /// A longer frame is no frame of ours.
    static let longest = 1 << 30

    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next frame with its kind; nil at the end or when the bytes make no frame.
    mutating func next() -> (kind: FrameKind, payload: ArraySlice<UInt8>)? {
        guard let head = read(4) else { return nil }
        let length = head.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
        guard (1...Self.longest).contains(length), let frame = read(length), let kind = FrameKind(rawValue: frame[0]) else { return nil }
        return (kind, frame.dropFirst())
    }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), count - filled) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}

/// Frames to a file descriptor, gathered into larger writes (帧输出). When the other end is gone the process ends: nobody reads.
struct FrameOutput: ~Copyable {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func send(_ frame: [UInt8]) {
        withUnsafeBytes(of: UInt32(frame.count).littleEndian) { pending.append(contentsOf: $0) }
        pending.append(contentsOf: frame)
        if pending.count >= 1 << 16 { flush() }
    }

    mutating func send(_ kind: FrameKind, json value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "+", negativeInfinity: "-", nan: "?")
        guard let data = try? encoder.encode(value) else { return }
        send([kind.rawValue] + data)
    }

    mutating func flush() {
        var sent = 0
        while sent < pending.count {
            let wrote = pending.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent) }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { exit(0) }
            sent += wrote
        }
        pending.removeAll(keepingCapacity: true)
    }
}
