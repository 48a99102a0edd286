import Casework
import Enforcement
import Foundation
import Testing

@testable import Site

@Suite("What an address asks wrongly is said, not guessed")
struct RefusalTests {
    @Test(
        "An unknown filter is answered 400 with what stands there and what is allowed, on pages",
        arguments: [
            ("/ledger?stage=nonsense", "proposed（待判定）"), ("/map?verdict=maybe", "falseChange（实地伪变化）"),
            ("/ledger?unit=north", "west（西镇）"), ("/ledger?category=gold", "construction"), ("/ledger?flag=none", "serious"),
            ("/ledger?colour=red", "stage、verdict、unit"), ("/ledger?batch=zz99", "已接收批次的标识"), ("/ledger?page=two", "从 1 起的整数"),
            ("/ledger/export?format=doc", "xlsx（Excel"), ("/map/list?stage=nonsense", "closed（非违法办结）"),
        ])
    func pages(path: String, allowed: String) async throws {
        let answer = try await Browser.signedIn("zhifa", to: try await TestSite()).get(path)
        #expect(answer.status == 400 && answer.text.contains("role=\"alert\""), "\(path)")
        let found = path.split(separator: "=").last.map { String($0) } ?? ""
        #expect(answer.text.contains(allowed) && (found == "red" || answer.text.contains("“\(found)”")), "\(answer.text)")
    }

    @Test("Programs are told the same in fields of their own")
    func programs() async throws {
        let browser = try await Browser.signedIn("zhifa", to: try await TestSite())
        for path in ["/api/entries?stage=nonsense", "/api/counts?by=stage&stage=nonsense"] {
            let answer = try await browser.get(path)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
            #expect(answer.status == 400 && object["rule"] as? String == "valueMustBeAllowed")
            #expect(object["parameter"] as? String == "stage" && object["found"] as? String == "nonsense")
            #expect(object["allowed"] as? [String] == ["registered", "proposed", "judged", "doubtful", "closed"])
        }
        #expect(try await browser.get("/tiles/entries/0/0/0.mvt?stage=nonsense").status == 400)
    }

    @Test("The refusal leads back to the page without a filter")
    func wayBack() async throws {
        let answer = try await Browser.signedIn("zhifa", to: try await TestSite()).get("/ledger?stage=nonsense")
        #expect(answer.text.contains("href=\"/ledger\">打开未筛选的页面"))
    }

    @Test("Entries without a responsible unit and without ground have addresses, and a town is given none of them")
    func without() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        #expect(try await browser.get("/api/entries?unit=none").text.contains("\"total\":0"))
        #expect(try await browser.get("/api/entries?unit=none,west").text.contains("\"total\":1"))
        #expect(try await browser.get("/api/entries?ground=none").text.contains("\"total\":0"))
        #expect(try await browser.get("/ledger").text.contains("<option value=\"none\">无责任单位</option>"))
        #expect(try await browser.get("/ledger?ground=none").text.contains("只看无图形的条目"))
        let town = try await Browser.signedIn("dongzhen", to: site)
        #expect(try await town.get("/api/entries?unit=none").text.contains("\"total\":0"))
        #expect(try await town.get("/api/entries?unit=none,east").text.contains("\"total\":3"))
    }

    @Test("What a form says of a file is kept, a blank field takes it back, a field that is not there changes nothing")
    func order() throws {
        var order = ImportOrder(path: "p", fileName: "f.zip", kind: .patches, origin: "satellite", period: "2019Q1")
        order.take(try #require(FormFields(encoded: "coordinates=4527&transformation=1,2,3&area-unit=mu")))
        #expect(order.coordinates == "EPSG:4527" && order.transformation == "1,2,3" && order.mapping == FieldMapping(areaUnit: .mu))
        order.take(try #require(FormFields(encoded: "transformation=&encoding=GBK")))
        #expect(order.coordinates == "EPSG:4527" && order.transformation == nil && order.encoding == "GBK")
        order.take(try #require(FormFields(encoded: "area-unit=")))
        #expect(order.mapping == nil)
    }
}
