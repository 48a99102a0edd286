import CArgon2
import Dispatch
import Synchronization

/// Hashes and checks passwords by Argon2id (口令散列, RFC 9106): 3 passes over 64 MiB.
///
/// Each takes some 100 ms of a core and 64 MiB, so the work runs on two threads of its own, never on an event loop,
/// and beyond 64 waiting the next is turned away.
public struct Passwords: Sendable {
    private static let passes: UInt32 = 3
    private static let kibibytes: UInt32 = 64 << 10
    private static let saltLength = 16
    private static let hashLength = 32
    private static let waitingLimit = 64

    private let lanes: [DispatchQueue]
    private let waiting = Waiting()

    public init() {
        lanes = (0..<2).map { DispatchQueue(label: "landledger.password.\($0)") }
    }

    /// The encoded form, `$argon2id$v=19$m=65536,t=3,p=1$…`, with a fresh salt.
    public func hash(_ password: String) async throws -> String {
        try await run { Self.encode(password) }
    }

    /// Whether `password` is the one `encoded` was made from; false for a text that is no such hash.
    public func verify(_ password: String, against encoded: String) async throws -> Bool {
        let bytes = Array(password.utf8)
        return try await run { argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue }
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
        let place = waiting.count.add(1, ordering: .relaxed).newValue
        defer { waiting.count.subtract(1, ordering: .relaxed) }
        guard place <= Self.waitingLimit else { throw SiteError.workMustFit("passwords") }
        let lane = lanes[waiting.turn.add(1, ordering: .relaxed).newValue % lanes.count]
        return await withCheckedContinuation { continuation in
            lane.async { continuation.resume(returning: work()) }
        }
    }

    private static func encode(_ password: String) -> String {
        var source = SystemRandomNumberGenerator()
        let salt = (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        let bytes = Array(password.utf8)
        var encoded = [CChar](
            repeating: 0, count: argon2_encodedlen(passes, kibibytes, 1, UInt32(saltLength), UInt32(hashLength), Argon2_id))
        let code = argon2id_hash_encoded(
            passes, kibibytes, 1, bytes, bytes.count, salt, salt.count, hashLength, &encoded, encoded.count)
        precondition(code == ARGON2_OK.rawValue, "Argon2 takes the figures named here as long as there is memory")
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Counters shared by the copies of a hasher.
    private final class Waiting: Sendable {
        let count = Atomic<Int>(0)
        let turn = Atomic<Int>(0)
    }
}
