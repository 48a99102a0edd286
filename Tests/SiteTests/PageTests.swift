import Casework
import Enforcement
import Foundation
import Testing

@testable import Site

@Suite("What the pages say")
struct PageTests {
    @Test("Chinese first; a click turns to English and stays so; the page names its language")
    func language() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let first = try await browser.get("/ledger")
        #expect(first.text.contains("<html lang=\"zh-CN\">") && first.text.contains("一本账"))
        let turned = try await browser.get("/ledger?lang=en")
        #expect(turned.text.contains("<html lang=\"en\">") && turned.text.contains(">Ledger<"))
        #expect(try await browser.get("/").text.contains("<html lang=\"en\">"))
    }

    @Test("The ledger shows what matches, with its number and area")
    func ledger() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let page = try await browser.get("/ledger?stage=proposed&unit=west")
        #expect(page.text.contains(">E-2<") && !page.text.contains(">E-1<"))
        #expect(page.text.contains("<strong>1</strong>") && page.text.contains("20.00"))
        #expect(page.text.contains("13,333.33 m²"))
        #expect(try await browser.get("/ledger?q=nothing").text.contains("没有符合条件的条目"))
    }

    @Test("The desk says which evidence an entry lacks")
    func desk() async throws {
        let page = try await Browser.signedIn("zhifa", to: try await TestSite()).get("/").text
        #expect(page.contains("缺：<span>用地批准文件</span>"))
    }

    @Test("The entry page explains the proposal: rule, clause, facts, missing evidence, history")
    func entry() async throws {
        let site = try await TestSite()
        let page = try await Browser.signedIn("zhifa", to: site).get("/entries/E-3").text
        for words in ["judge[2]", "三、（二）", "占用永久基本农田", "用地批准文件", "永久基本农田 2019", "提出判定建议", "登记入账", "边界线不得自相交", "2.90"] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test("An officer signs; whoever comes second is told and nothing is overwritten")
    func signing() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let form = ["decision": "accept", "version": "2", "key": "first-signature-1"]
        #expect(try await browser.post("/entries/E-1/sign", form).status == 303)
        #expect(try await site.store.entry(EntryNumber("E-1"))?.stage == .judged)
        let second = try await browser.post(
            "/entries/E-1/sign", ["decision": "overrule", "verdict": "legal", "reason": "有批文", "version": "2", "key": "second-signature"])
        #expect(second.status == 409)
        #expect(second.text.contains("已被他人先行更改") && second.text.contains("有批文"))
        #expect(try await site.store.entry(EntryNumber("E-1"))?.signed?.verdict == .illegal)
    }

    @Test("Overruling without a reason is refused and says what to do")
    func reason() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let answer = try await browser.post(
            "/entries/E-1/sign", ["decision": "overrule", "verdict": "legal", "version": "2", "key": "no-reason-given-1"])
        #expect(answer.status == 422 && answer.text.contains("理由"))
        #expect(try await site.store.entry(EntryNumber("E-1"))?.signed == nil)
    }

    @Test("A batch can be withdrawn before it is registered, with a reason, and not after")
    func withdrawal() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        #expect(try await browser.post("/batches/bb22/withdraw", ["reason": ""]).status == 422)
        #expect(try await browser.post("/batches/bb22/withdraw", ["reason": "重复上报"]).status == 303)
        #expect(try await site.store.batch(BatchID("bb22"))?.stage == .withdrawn)
        #expect(try await browser.post("/batches/aa11/withdraw", ["reason": "晚了"]).status == 409)
    }

    @Test("An import that fails says why and keeps the file for another try")
    func failedImport() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let sent = try await browser.send("/api/uploads", [1, 2, 3], with: ["X-File-Name": "a.zip"])
        let id = try #require(sent.text.split(separator: "\"upload\":\"").last?.prefix { $0 != "\"" })
        #expect(try await browser.post("/import/\(id)/start", ["kind": "patches"]).status == 303)
        var page = try await browser.get("/import/\(id)")
        for _ in 0..<200 where page.text.contains("data-poll") {
            try await Task.sleep(for: .milliseconds(20))
            page = try await browser.get("/import/\(id)")
        }
        #expect(page.text.contains("role=\"alert\"") && page.text.contains("开始导入"))
        #expect(try FilesIn(site.workFolder).count == 1)
        #expect(try await browser.post("/import/\(id)/drop").status == 303)
        #expect(try FilesIn(site.workFolder).count == 0)
    }

    @Test("Health tells that the ledger answers, without a session")
    func health() async throws {
        let answer = try await Browser(try await TestSite()).get("/healthz")
        #expect(answer.status == 200 && answer.text.contains("\"status\":\"ok\""))
    }

    @Test("Geometry is GeoJSON with closed rings, longitude first")
    func geometry() async throws {
        let site = try await TestSite()
        let answer = try await Browser.signedIn("zhifa", to: site).get("/api/entries/E-1/geometry")
        #expect(answer.header("Content-Type")?.hasPrefix("application/geo+json") == true)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        let geometry = try #require(object["geometry"] as? [String: Any])
        let areas = try #require(geometry["coordinates"] as? [[[[Double]]]])
        #expect(areas[0][0].count == 5 && areas[0][0].first == areas[0][0].last)
        #expect(areas[0][0][0][0] > 100 && areas[0][0][0][1] < 60)
    }
}
