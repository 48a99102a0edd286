import Testing

@testable import Site

@Suite("Signing in and out")
struct SignInTests {
    @Test("Without a session every page sends the visitor to the sign-in page, and programs get 401")
    func closedWithoutSession() async throws {
        let site = try await TestSite()
        let page = try await Browser(site).get("/ledger?stage=proposed")
        #expect(page.status == 303)
        #expect(page.header("Location") == "/sign-in?next=%2Fledger%3Fstage%3Dproposed")
        #expect(try await Browser(site).get("/api/entries").status == 401)
    }

    @Test("The right password opens a new session; signing out ends it for good")
    func signInAndOut() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        #expect(try await browser.get("/").text.contains("岗位zhifa"))
        let thief = Browser(site)
        thief.steal(from: browser)
        #expect(try await thief.get("/ledger").status == 200)
        #expect(try await browser.post("/sign-out").status == 303)
        #expect(try await thief.get("/ledger").status == 303)
    }

    @Test("Signing in again gives a new session id and ends the old one")
    func renewal() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let first = browser.sessionCookie()
        let thief = Browser(site)
        thief.steal(from: browser)
        #expect(try await browser.signIn("zhifa", TestSite.password).status == 303)
        #expect(browser.sessionCookie() != first)
        #expect(try await thief.get("/").status == 303)
    }

    @Test("A wrong password and an unknown account get the same answer")
    func sameAnswer() async throws {
        let site = try await TestSite()
        let wrong = try await Browser(site).signIn("zhifa", "wrong password")
        let unknown = try await Browser(site).signIn("nobody", "wrong password")
        #expect(wrong.status == 401 && unknown.status == 401)
        func words(_ answer: Answer) -> String? { answer.text.split(separator: "role=\"alert\">").last.map { String($0.prefix(20)) } }
        #expect(words(wrong) == words(unknown))
    }

    @Test("After five wrong passwords the account waits for that address, not for others")
    func guessing() async throws {
        let site = try await TestSite()
        let guesser = Browser(site, address: "198.51.100.7")
        for _ in 0..<5 { #expect(try await guesser.signIn("zhifa", "guess").status == 401) }
        #expect(try await guesser.signIn("zhifa", TestSite.password).status == 429)
        #expect(try await Browser(site).signIn("zhifa", TestSite.password).status == 303)
        site.clock.advance(seconds: 61)
        #expect(try await guesser.signIn("zhifa", TestSite.password).status == 303)
    }

    @Test("A session ends after its idle time and after its whole time")
    func limits() async throws {
        let site = try await TestSite(sessionLimits: SessionLimits(idle: 100, absolute: 250))
        let idle = try await Browser.signedIn("zhifa", to: site)
        let busy = try await Browser.signedIn("lingdao", to: site)
        for _ in 0..<3 {
            site.clock.advance(seconds: 80)
            #expect(try await busy.get("/ledger").status == 200)
        }
        #expect(try await idle.get("/ledger").status == 303)
        site.clock.advance(seconds: 20)
        #expect(try await busy.get("/ledger").status == 303)
    }

    @Test("The session cookie is out of reach of scripts, and bound to HTTPS where the site is served by it")
    func cookies() async throws {
        let plain = try await Browser(try await TestSite()).signIn("zhifa", TestSite.password)
        #expect(plain.header("Set-Cookie")?.contains("HttpOnly; SameSite=Lax") == true)
        let secure = try await Browser(try await TestSite(isSecure: true)).signIn("zhifa", TestSite.password)
        let cookie = secure.header("Set-Cookie") ?? ""
        #expect(cookie.hasPrefix("__Host-landledger=") && cookie.hasSuffix("; Secure") && cookie.contains("Path=/"))
        #expect(secure.header("Strict-Transport-Security") != nil)
    }

    @Test(
        "Only addresses of this site are gone back to", arguments: ["//evil.test/", "https://evil.test/", "/\\evil.test", "javascript:x"])
    func openRedirect(path: String) {
        #expect(Workplace.safeReturn(path) == "/")
        #expect(Workplace.safeReturn("/ledger?stage=proposed") == "/ledger?stage=proposed")
    }
}
