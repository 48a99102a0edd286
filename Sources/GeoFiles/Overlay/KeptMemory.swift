import Foundation

/// Tells the C library to keep freed memory for the next part instead of giving it back to the system (内存复用): parts come
/// and go by the thousand, and every page asked for anew is cleared first.
enum KeptMemory {
    private typealias Option = @convention(c) (Int32, Int32) -> Int32
    // Of `malloc.h`.
    private static let trimThreshold: Int32 = -1
    private static let mapThreshold: Int32 = -3

    static func use() {
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let set = unsafeBitCast(symbol, to: Option.self)
        _ = set(mapThreshold, 32 << 20)
        _ = set(trimThreshold, 256 << 20)
    }
}
