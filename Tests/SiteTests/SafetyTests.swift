import Enforcement
import GeoFiles
import HTTPTypes
import Testing

@testable import Site

@Suite("Protection of every route")
struct SafetyTests {
    /// Every route of the pages and of the interface, with a real object where it names one.
    static let routes: [String] = (SiteURL.Route.allCases.map(\.rawValue) + APIPath.Route.allCases.map(\.rawValue)).map { pattern in
        pattern.replacing("{number}", with: "E-1").replacing("{batch}", with: "aa11").replacing("{upload}", with: "none")
            .replacing("{job}", with: "none").replacing("{set}", with: "none").replacing("**", with: "none.css")
    }

    @Test("Every answer carries the protecting headers, errors too")
    func headers() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        for route in Self.routes + ["/no-such-page"] {
            let answer = try await browser.get(route)
            #expect(answer.status < 500, "\(route) \(answer.status)")
            #expect(answer.header("Content-Security-Policy")?.contains("frame-ancestors 'none'") == true, "\(route)")
            #expect(answer.header("Content-Security-Policy")?.contains("unsafe") == false, "\(route)")
            #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(route)")
            #expect(answer.header("Referrer-Policy") == "same-origin", "\(route)")
            #expect(answer.header("Cache-Control") != nil, "\(route)")
        }
    }

    @Test(
        "A form without the token of the session changes nothing", arguments: ["/entries/E-1/sign", "/batches/bb22/withdraw", "/sign-out"])
    func missingToken(path: String) async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let before = try await site.store.head()
        #expect(try await browser.post(path, ["reason": "x"], token: "").status == 403)
        #expect(try await browser.post(path, ["reason": "x"], token: String(repeating: "0", count: 64)).status == 403)
        #expect(try await site.store.head() == before)
        #expect(try await browser.get("/ledger").status == 200)
    }

    @Test("Another officer's token does not pass")
    func foreignToken() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let other = try await Browser.signedIn("lingdao", to: site)
        #expect(try await browser.post("/batches/bb22/withdraw", ["reason": "x"], token: other.token).status == 403)
    }

    @Test("A request from a page of another site is refused even with the token")
    func crossSite() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        for header in [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.test"], ["Origin": "null"]] {
            #expect(try await browser.post("/batches/bb22/withdraw", ["reason": "x"], with: header).status == 403)
        }
        let own = ["Sec-Fetch-Site": "same-origin", "Origin": "http://ledger.test"]
        #expect(try await browser.post("/batches/bb22/withdraw", ["reason": "测试"], with: own).status == 303)
    }

    @Test("What people wrote stays text on every page")
    func hostileText() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        for path in ["/", "/ledger", "/entries/E-3", "/batches", "/batches/aa11", "/import", "/system"] {
            let page = try await browser.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(!page.text.contains("<script>alert"), "\(path)")
            #expect(!page.text.unicodeScalars.contains("\"\u{301}onfocus".unicodeScalars), "\(path)")
            #expect(!page.text.contains("\" onmouseover=\""), "\(path)")
        }
    }

    @Test("Assets are kept for good under the digest of their bytes; other names are not found")
    func assets() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        let address = try await browser.get("/sign-in").attribute("href", after: "rel=\"stylesheet\"") ?? ""
        let style = try await browser.get(address)
        #expect(style.status == 200 && style.header("Content-Type") == "text/css; charset=utf-8")
        #expect(style.header("Cache-Control")?.contains("immutable") == true)
        let set = address.split(separator: "/")[1]
        for name in ["../Package.swift", "%2e%2e/Package.swift", "/etc/passwd", "nothing.css"] {
            #expect(try await browser.get("/assets/\(set)/\(name)").status == 404)
        }
    }

    @Test("Upload: too large, nameless and empty files are refused and leave nothing behind")
    func uploads() async throws {
        let site = try await TestSite(uploadLimit: 1000)
        let browser = try await Browser.signedIn("zhifa", to: site)
        func send(_ count: Int, _ headers: [String: String]) async throws -> Answer {
            try await browser.send("/api/uploads", [UInt8](repeating: 7, count: count), with: headers)
        }
        let name = ["X-File-Name": PercentCoding.encode("../二季度.zip")]
        #expect(try await send(2000, name).status == 413)
        #expect(try await send(10, [:]).status == 400)
        #expect(try await send(0, name).status == 400)
        let kept = try await send(900, name)
        #expect(kept.status == 201 && kept.text.contains("\"fileName\":\"二季度.zip\""))
        #expect(try FilesIn(site.workFolder).count == 1)
        let other = try await Browser.signedIn("lingdao", to: site)
        #expect(try await other.send("/api/uploads", [1], with: name).status == 403)
    }
}
