/// A moment (时刻): milliseconds since 1970-01-01T00:00:00Z.
///
/// Stored and compared as a number; shown in Asia/Shanghai. China has had no summer time since 1992,
/// so instants of record lie at UTC+8.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// The day in Asia/Shanghai this moment falls on.
    public var day: Day { Day(number: Int((milliseconds + 8 * 3_600_000).flooredQuotient(86_400_000))) }

    /// The moment as `2019-05-01 08:30:00`, Asia/Shanghai.
    public var text: String {
        let local = milliseconds + 8 * 3_600_000
        let second = Int(local.flooredQuotient(1000) - local.flooredQuotient(86_400_000) * 86_400)
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return day.text + " " + parts.joined(separator: ":")
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// Tells the time (时钟). Tests pass a fixed one.
public struct Clock: Sendable {
    public var now: @Sendable () -> Instant

    public init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }
}
