extension LogHead {
    /// `4711:9f…`, size and chain value: what a person writes down and a later `verify --head` takes back (日志头文本).
    public var text: String { "\(size):\(chain)" }

    /// - Returns: nil unless the text is a size and 64 hexadecimal digits.
    public init?(_ text: String, algorithm: String = "") {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let size = Int(parts[0]), size >= 0, parts[1].count == 64,
            parts[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        self.init(size: size, chain: parts[1].lowercased(), algorithm: algorithm)
    }
}

/// How a log stands to a head written down before (日志头比对).
///
/// The chain alone cannot show that events were cut off at its end, or that all of it was made anew;
/// a head kept elsewhere can.
public enum HeadCheck: Equatable, Sendable {
    /// The log goes on from the head.
    case continues
    /// The log ends before the head: events were cut off.
    case shorter(size: Int)
    /// The log has another event, or another history, where the head was taken.
    case differs(chain: String)
}

extension Ledger {
    /// Compares the log with a head printed before. Only with an intact `verify` does `continues` mean what it says.
    public func check(_ earlier: LogHead) async throws -> HeadCheck {
        guard let now = try await head(at: earlier.size) else { return .shorter(size: try await head().size) }
        return now.chain == earlier.chain ? .continues : .differs(chain: now.chain)
    }
}
