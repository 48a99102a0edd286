import Testing

@testable import Enforcement

@Suite("Slips an officer makes")
struct OfficerSlipTests {
    /// A plan with one line of the officer's own.
    private func suggestions(_ line: String) -> [String] {
        let text = """
            plan: small
            title: 小方案
            area: "370306"
            notice: { issuer: 某区, issued: 2020-08-07 }
            units: { bureau: { title: 市自然资源局, jurisdiction: whole }, towns: { title: 各镇街, every: town } }
            layers: { redline: { title: 生态保护红线 } }
            facts: { in-redline: { title: 占用红线, layer: redline, area: "> 0" } }
            routes: { demolish: { title: 拆除, clause: 一, done: [拆除] } }
            \(line)
            """
        return Plan.read(text, name: "small.yaml").diagnostics.filter { $0.line >= 9 }.compactMap(\.suggestion)
    }

    @Test(
        "What was meant is proposed in the spelling that can be copied",
        arguments: [
            ("标题: 某方案", "title"), ("督办与问责: {}", "supervision"), ("ｔａｒｇｅｔｓ: []", "targets"),
            ("quantities: { q: { title: 面积, unit: 平方, by: bureau } }", "亩 / 平方米"),
            ("lists: { w: { title: 单, kind: 白名单 } }", "white"), ("roles: { r: { title: 角, clause: 一, units: 市自然资源局 } }", "bureau"),
            ("tags: { t: { title: 标, when: { 占用红线: 是 } } }", "in-redline"), ("tags: { t: { title: 标, when: { in-redline: 是 } } }", "yes"),
            ("phases: { p: { title: 段, clause: 一, from: 2020.13.40 } }", "2019-05-01"),
            ("targets: [ { target: t, title: 标, clause: 一, reach: { 年底前: 100％ } } ]", "100%"),
            ("targets: [ { target: t, title: 标, clause: 一, metric: 面积, reach: { 年底前: 100% } } ]", "area"),
            ("targets: [ { target: t, title: 标, clause: 一, keep: 不超过5％ } ]", "<= 5%"),
            ("targets: [ { target: t, title: 标, clause: 一, keep: 十五亩以上 } ]", ">= 15亩"),
            ("targets: [ { target: t, title: 标, clause: 一, reach: [ { by: 年底前, amount: 500 } ] } ]", "500 亩 / 500 宗"),
            ("tasks: [ { task: t, title: 事, clause: 一, due: 每月底前 } ]", "repeat"),
            ("tasks: [ { task: t, title: 事, clause: 一, each: 是 } ]", "yes"),
            ("returns: { r: { title: 报, clause: 一, from: towns, due: 月底 } }", "last"),
            ("returns: { r: { title: 报, clause: 一, from: towns, due: 25日 } }", "25"),
            (
                "judge: { undecided: { title: 疑, clause: 一 }, rows: [ { rule: a, title: 甲, clause: 一, else: yes, verdict: 违法 } ] }",
                "illegal"
            ),
        ])
    func meant(line: String, proposal: String) {
        #expect(suggestions(line).contains { $0.contains(proposal) }, "\(suggestions(line))")
    }

    @Test(
        "Words of dates and bounds are turned into what the language takes",
        arguments: [
            (Repair.day("2020年7月3日"), "2020-07-03"), (Repair.day("二〇二〇年七月三日"), "2020-07-03"), (Repair.day("2020.7.3"), "2020-07-03"),
            (Repair.dateBound("2020年7月3日以后"), ">= 2020-07-03"), (Repair.dateBound("2020年7月3日前"), "< 2020-07-03"),
            (Repair.limit("≥15％"), ">= 15%"), (Repair.limit("五亩以上"), ">= 5亩"), (Repair.limit("不足60分"), "< 60分"),
            (Repair.limit("超过２万吨"), "> 2万吨"),
        ])
    func repairs(found: String?, wanted: String) {
        #expect(found == wanted)
    }

    @Test("A full-width colon, a Chinese comma or a Chinese quote is told at its line")
    func punctuation() {
        for text in [
            "plan： small\ntitle: 甲\n", "plan: small\ntitle：甲\narea: \"1\"\n", "plan: small\nnotice: { issuer: 甲，issued: 2020-01-01 }\n",
        ] {
            let first = Plan.read(text, name: "small.yaml").diagnostics.first { $0.severity == .error }
            #expect(first != nil && (first?.line ?? 0) <= 3)
        }
        let colon = Plan.read("plan: small\ntitle：甲\narea: \"1\"\n", name: "small.yaml").diagnostics.first
        #expect(colon?.line == 2 && colon?.message(in: .zh).contains("半角") == true)
    }
}
