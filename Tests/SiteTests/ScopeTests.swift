import Enforcement
import Foundation
import Testing

@testable import Site

@Suite("Whose entries an officer sees")
struct ScopeTests {
    @Test("A town officer's own entry is there, another town's does not exist: page, interface, geometry, signature")
    func otherUnit() async throws {
        let site = try await TestSite()
        let town = try await Browser.signedIn("dongzhen", to: site)
        for path in ["/entries/E-1", "/api/entries/E-1", "/api/entries/E-1/geometry"] {
            #expect(try await town.get(path).status == 200, "\(path)")
        }
        for path in ["/entries/E-2", "/api/entries/E-2", "/api/entries/E-2/geometry", "/batches/aa11", "/api/batches/aa11"] {
            let answer = try await town.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(!answer.text.contains("西镇"), "\(path)")
        }
        #expect(try await town.post("/entries/E-1/sign", ["decision": "accept"]).status == 403)
    }

    @Test("Lists, counts and the desk of a town officer hold only his unit's entries, whatever he asks for")
    func lists() async throws {
        let site = try await TestSite()
        let town = try await Browser.signedIn("dongzhen", to: site)
        for path in ["/", "/ledger", "/ledger?unit=east,west", "/api/entries", "/system"] {
            #expect(try await !town.get(path).text.contains("E-2"), "\(path)")
        }
        #expect(try await town.get("/api/entries").text.contains("\"total\":3"))
        #expect(try await town.get("/api/entries?unit=west").text.contains("\"total\":0"))
        #expect(try await !town.get("/api/counts?by=unit").text.contains("west"))
    }

    @Test("Export asks for its permission, and is not given to towns")
    func export() async throws {
        let site = try await TestSite()
        #expect(try await Browser.signedIn("dongzhen", to: site).get("/ledger/export?format=csv").status == 403)
        #expect(try await Browser.signedIn("guanli", to: site).get("/ledger/export?format=csv").status == 403)
    }

    @Test("An administrator handles no entries")
    func administrator() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("guanli", to: site)
        #expect(try await browser.get("/ledger").status == 403)
        #expect(try await browser.get("/entries/E-1").status == 404)
        #expect(try await browser.get("/layers").status == 200)
        #expect(try await !browser.get("/").text.contains("href=\"/ledger\""))
    }

    @Test("A right taken away is gone with the next request")
    func rightTaken() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        #expect(try await browser.get("/import").status == 200)
        let hash = try await site.store.passwordHash(of: OfficerID("zhifa")) ?? ""
        try await site.store.save(Officer(id: OfficerID("zhifa"), title: "调离", role: .leader, unit: nil), passwordHash: hash)
        #expect(try await browser.get("/import").status == 403)
    }

    @Test("Jobs and received files of one officer do not exist for another")
    func others() async throws {
        let site = try await TestSite()
        let sender = try await Browser.signedIn("zhifa", to: site)
        let sent = try await sender.send("/api/uploads", [1, 2, 3], with: ["X-File-Name": "a.zip"])
        let answer = try JSONDecoder().decode([String: Either].self, from: Data(sent.bytes))
        guard case .text(let next) = answer["next"] else { throw Missing() }
        #expect(try await sender.get(next).status == 200)
        let again = try await Browser.signedIn("guanli", to: site)
        #expect(try await again.get(next).status == 403)
    }

    private struct Missing: Error {}
    private enum Either: Decodable {
        case text(String)
        case number(Int)
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .number(try container.decode(Int.self))
            }
        }
    }
}
