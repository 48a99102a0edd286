import Foundation
import HTTPTypes

@testable import Site

/// A browser with its cookies: signs in, opens pages, sends forms.
final class Browser {
    let site: TestSite
    var address: String
    private(set) var cookies: [String: String] = [:]
    private(set) var token = ""

    init(_ site: TestSite, address: String = "192.0.2.1") {
        self.site = site
        self.address = address
    }

    /// Signs in as one of the test accounts.
    static func signedIn(_ account: String, to site: TestSite) async throws -> Browser {
        let browser = Browser(site)
        let answer = try await browser.signIn(account, TestSite.password)
        guard answer.status == 303 else { throw Refused(answer: answer) }
        _ = try await browser.get("/")
        return browser
    }

    @discardableResult
    func signIn(_ account: String, _ password: String) async throws -> Answer {
        let page = try await get("/sign-in")
        token = page.attribute("value", after: "action=\"/sign-in\"") ?? ""
        return try await post("/sign-in", ["name": account, "password": password])
    }

    func get(_ path: String) async throws -> Answer {
        let answer = keep(try await site.respond(.get, path, headers: headers([:]), address: address))
        if let found = answer.attribute("content", after: "name=\"form-token\""), !found.isEmpty { token = found }
        return answer
    }

    func post(_ path: String, _ fields: [String: String] = [:], with extra: [String: String] = [:], token given: String? = nil) async throws
        -> Answer
    {
        var form = FormFields(fields.map { FormFields.Pair(name: $0.key, value: $0.value) })
        form.append("token", given ?? token)
        let body = Array(form.encoded.utf8)
        let all = ["Content-Type": "application/x-www-form-urlencoded"].merging(extra) { $1 }
        return keep(try await site.respond(.post, path, headers: headers(all), body: body, address: address))
    }

    func send(_ path: String, _ body: [UInt8], with extra: [String: String]) async throws -> Answer {
        keep(
            try await site.respond(
                .post, path, headers: headers(extra.merging(["X-Form-Token": token]) { $0 + $1 }), body: body, address: address))
    }

    /// Takes another browser's cookie, as a thief would.
    func steal(from other: Browser) { cookies = other.cookies }

    func sessionCookie() -> String? { cookies["landledger"] ?? cookies["__Host-landledger"] }

    private func headers(_ extra: [String: String]) -> HTTPFields {
        var fields = HTTPFields()
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        for (name, value) in extra { if let name = HTTPField.Name(name) { fields[name] = value } }
        return fields
    }

    private func keep(_ answer: Answer) -> Answer {
        for line in answer.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        }
        return answer
    }

    struct Refused: Error { var answer: Answer }
}
