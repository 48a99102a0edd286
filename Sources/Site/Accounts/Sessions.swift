import Enforcement
import GeoFiles

/// What a session is known by inside the server: the digest of the text in the cookie,
/// so that a dump of memory gives no cookie away.
struct SessionKey: Hashable, Sendable {
    fileprivate let digest: String

    init(cookie: String) {
        digest = DigestAlgorithm.sha256.hash(Array(cookie.utf8)).hex
    }
}

/// Who has signed in (会话): kept in memory, so that a restart signs everybody out.
actor Sessions {
    struct Session: Sendable {
        var officer: OfficerID
        var formToken: String
        var began: Instant
        var seen: Instant
    }

    private var sessions: [SessionKey: Session] = [:]
    private let limits: SessionLimits
    private let clock: Clock
    /// Beyond this the longest unused session ends.
    private static let capacity = 10_000

    init(limits: SessionLimits, clock: Clock) {
        self.limits = limits
        self.clock = clock
    }

    /// Begins a session under a new id, which is returned for the cookie and kept nowhere.
    func begin(for officer: OfficerID) -> String {
        dropEnded()
        if sessions.count >= Self.capacity, let oldest = sessions.min(by: { $0.value.seen < $1.value.seen }) {
            sessions[oldest.key] = nil
        }
        let cookie = RandomToken.make()
        let now = clock.now()
        sessions[SessionKey(cookie: cookie)] = Session(officer: officer, formToken: RandomToken.make(), began: now, seen: now)
        return cookie
    }

    /// The session of a request, which thereby counts as used; nil when it has ended or never was.
    func use(_ key: SessionKey) -> Session? {
        guard var session = sessions[key] else { return nil }
        let now = clock.now()
        guard !hasEnded(session, at: now) else {
            sessions[key] = nil
            return nil
        }
        session.seen = now
        sessions[key] = session
        return session
    }

    func end(_ key: SessionKey) {
        sessions[key] = nil
    }

    private func hasEnded(_ session: Session, at now: Instant) -> Bool {
        now.milliseconds - session.seen.milliseconds > Int64(limits.idle) * 1000
            || now.milliseconds - session.began.milliseconds > Int64(limits.absolute) * 1000
    }

    private func dropEnded() {
        let now = clock.now()
        sessions = sessions.filter { !hasEnded($0.value, at: now) }
    }
}
