import Casework
import Enforcement

extension Workplace {
    /// Checks name and password and begins a session (登录).
    ///
    /// An unknown name takes as long as a wrong password, and both get the same answer.
    /// - Returns: the cookie of the new session.
    func signIn(name: String, password: String, from address: String) async throws -> String {
        try await attempts.check(name, from: address)
        let id = OfficerID(name)
        let stored = try await casework.store.passwordHash(of: id).flatMap { $0.isEmpty ? nil : $0 }
        let matches = try await passwords.verify(password, against: stored ?? unknownPassword)
        guard matches, stored != nil, try await casework.store.officer(id) != nil else {
            await attempts.failed(name, from: address)
            throw SiteError.passwordMustMatch
        }
        await attempts.succeeded(name, from: address)
        return await sessions.begin(for: id)
    }

    /// The officer behind a session, as his account stands now: a right taken away is gone with the next request.
    func visitor(cookie: String) async throws -> Visitor? {
        let key = SessionKey(cookie: cookie)
        guard let session = await sessions.use(key) else { return nil }
        guard let officer = try await casework.store.officer(session.officer) else {
            await sessions.end(key)
            return nil
        }
        return Visitor(officer: officer, session: key, formToken: session.formToken)
    }
}
