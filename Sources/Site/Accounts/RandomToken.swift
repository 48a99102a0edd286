import GeoFiles

/// Unguessable texts (随机令牌): 256 bits of the system's random source, in hexadecimal.
enum RandomToken {
    static func make() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }.hex
    }

    /// Compares in time that does not depend on where the texts differ.
    static func match(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return zip(a.utf8, b.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
