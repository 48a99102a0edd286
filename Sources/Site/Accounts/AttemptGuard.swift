import Enforcement

/// Slows down guessing of passwords (防猜测): after five wrong ones for an account from an address the pair waits,
/// one minute first, doubled with every further failure up to fifteen. An address that fails on many accounts waits too.
///
/// Waiting is per address, so that nobody can lock an officer out from elsewhere.
actor AttemptGuard {
    private struct Record {
        var failures: Int
        var last: Instant
        var until: Instant
    }

    private var records: [String: Record] = [:]
    private let clock: Clock
    private static let free = 5
    private static let freePerAddress = 50
    private static let memory: Int64 = 15 * 60_000
    private static let capacity = 20_000

    init(clock: Clock) {
        self.clock = clock
    }

    /// - Throws: `SiteError.attemptsMustPause` while the account waits for this address.
    func check(_ account: String, from address: String) throws(SiteError) {
        let now = clock.now()
        let until = [pair(account, address), address].compactMap { records[$0]?.until }.max()
        guard let until, now < until else { return }
        throw .attemptsMustPause(seconds: Int((until.milliseconds - now.milliseconds + 999) / 1000))
    }

    func failed(_ account: String, from address: String) {
        forget()
        note(pair(account, address), free: Self.free)
        note(address, free: Self.freePerAddress)
    }

    func succeeded(_ account: String, from address: String) {
        records[pair(account, address)] = nil
    }

    private func note(_ key: String, free: Int) {
        let now = clock.now()
        let failures = (records[key]?.failures ?? 0) + 1
        let minutes = failures < free ? 0 : min(15, 1 << min(failures - free, 4))
        records[key] = Record(failures: failures, last: now, until: Instant(milliseconds: now.milliseconds + Int64(minutes) * 60_000))
    }

    private func forget() {
        let now = clock.now()
        records = records.filter { now.milliseconds - $0.value.last.milliseconds < Self.memory || now < $0.value.until }
        if records.count >= Self.capacity { records = [:] }
    }

    private func pair(_ account: String, _ address: String) -> String { address + " " + account }
}
