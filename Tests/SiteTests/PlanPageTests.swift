import Casework
import Enforcement
import Foundation
import Testing

@testable import Site

@Suite("The plan's page")
struct PlanPageTests {
    private static let text: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("plans/zhoucun-2019.yaml"), encoding: .utf8)) ?? ""
    }()

    /// Sends a file as the page's script does, and gives the address of its own page.
    private func send(_ text: String, _ browser: Browser, name: String = "zhoucun-2019.yaml") async throws -> String {
        let sent = try await browser.send("/api/uploads", Array(text.utf8), with: ["X-File-Name": name])
        #expect(sent.status == 201)
        let answer = try JSONSerialization.jsonObject(with: Data(sent.bytes)) as? [String: Any]
        return answer?["plan"] as? String ?? ""
    }

    /// The page a job ends in.
    private func finished(_ path: String, _ browser: Browser) async throws -> Answer {
        for _ in 0..<400 {
            let answer = try await browser.get(path)
            if answer.status == 303, let next = answer.header("Location") { return try await browser.get(next) }
            if !answer.text.contains("data-poll") { return answer }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the job at \(path) did not end")
        return try await browser.get(path)
    }

    private func tried(_ text: String, _ browser: Browser) async throws -> Answer {
        let draft = try await send(text, browser)
        let begun = try await browser.post(draft + "/try")
        return try await finished(begun.header("Location") ?? "", browser)
    }

    private func activate(_ trial: Answer, _ browser: Browser, reason: String = "修订") async throws -> Answer {
        let action = trial.attribute("action", after: "id=\"activate\"") ?? ""
        return try await browser.post(action, ["reason": reason])
    }

    @Test("A version goes from the file over its trial into force, and the whole site works by it; nothing changes before")
    func wholeWay() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let size = try await site.store.head().size
        let trial = try await tried(Self.text, browser)
        #expect(trial.status == 200 && trial.text.contains("以下只是试算") && trial.text.contains("共 4 个条目"))
        #expect(try await site.store.head().size == size)
        #expect(try await browser.get("/plan").text.contains("测试方案"))

        let begun = try await activate(trial, browser)
        let done = try await finished(begun.header("Location") ?? "", browser)
        #expect(done.text.contains("已启用"))
        #expect(try await site.store.planInForce()?.activation.plan == "zhoucun-2019")
        let page = try await browser.get("/plan").text
        #expect(page.contains("周村区") && page.contains("岗位zhifa") && page.contains("修订"))
        #expect(try await browser.get("/system").text.contains("方案启用"))

        let digest = try #require(try await site.store.planInForce()).activation.digest
        let file = try await browser.get("/plan/texts/\(digest)")
        #expect(file.text == Self.text && file.header("Content-Disposition")?.hasPrefix("attachment") == true)
        #expect(try await browser.get("/plan/texts/\(String(repeating: "0", count: 64))").status == 404)
    }

    @Test("Every element of the plan stands in the outline under an anchor of its own, with its clause as a link to it")
    func outline() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        _ = try await finished(try await activate(try await tried(Self.text, browser), browser).header("Location") ?? "", browser)
        let page = try await browser.get("/plan").text
        let plan = try #require(Plan.read(Self.text, name: "zhoucun-2019.yaml").plan)
        for row in plan.judge.rows {
            #expect(page.contains("id=\"judge.rows.\(row.id)\""), "\(row.id)")
            #expect(page.contains("href=\"#judge.rows.\(row.id)\""), "\(row.id)")
        }
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted())")
        let targets = page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(targets).subtracting(ids).isEmpty, "\(Set(targets).subtracting(ids).sorted())")
        #expect(page.contains("<svg") && page.contains("<polygon") && page.contains("class=\"plan-table folds\""))
        #expect(!page.contains(" style=\"") && !page.contains("<style"))
    }

    @Test("A plan with errors cannot be tried: line, column, what stands there, rule and remedy come first")
    func errorsFirst() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let draft = try await send(Self.text.replacing("verdict: legal", with: "verdict: lawful"), browser)
        let page = try await browser.get(draft)
        #expect(page.text.contains("不能启用") && page.text.contains("value-must-be-one-of") && page.text.contains("lawful"))
        #expect(page.text.contains(#/zhoucun-2019\.yaml:\d+:\d+/#) && !page.text.contains("/try\""))
        let job = try await browser.post(draft + "/try")
        #expect(try await finished(job.header("Location") ?? "", browser).text.contains("有错误"))
        #expect(try await site.store.planInForce() == nil)
    }

    @Test("Who may not put a plan in force may read it, and nothing else", arguments: ["dongzhen", "lingdao", "jijian", "guanli"])
    func readersOnly(account: String) async throws {
        let site = try await TestSite()
        let sender = try await Browser.signedIn("zhifa", to: site)
        let draft = try await send(Self.text, sender)
        let reader = try await Browser.signedIn(account, to: site)
        let page = try await reader.get("/plan")
        #expect(page.status == 200 && page.text.contains("测试方案") && !page.text.contains("data-becomes=\"plan\""))
        #expect(try await reader.get(draft).status == 403)
        #expect(try await reader.post(draft + "/try").status == 403)
        #expect(try await reader.post("/plan/trials/any/activate", ["reason": "r"]).status == 403)
        #expect(try await site.store.planInForce() == nil)
    }

    @Test("A trial made under a plan that is no longer in force puts nothing in force; no reason, no act")
    func staleTrial() async throws {
        let site = try await TestSite()
        let browser = try await Browser.signedIn("zhifa", to: site)
        let first = try await tried(Self.text, browser)
        let second = try await tried(Self.text.replacing("不能判定, kind: 待举证", with: "不能判定, kind: 待补证"), browser)
        _ = try await finished(try await activate(first, browser).header("Location") ?? "", browser)
        let late = try await activate(second, browser)
        #expect(late.status == 409)
        #expect(try await site.store.planInForce()?.version == 1)

        let third = try await tried(Self.text.replacing("不能判定, kind: 待举证", with: "不能判定, kind: 待补证"), browser)
        #expect(try await activate(third, browser, reason: "").status == 422)
        #expect(try await site.store.planInForce()?.version == 1)
    }
}
