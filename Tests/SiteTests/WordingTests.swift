import Casework
import Enforcement
import Foundation
import GeoFiles
import Testing

@testable import Site

@Suite("Codes and Chinese words are said in the reader's language")
struct WordingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func zhoucun() throws -> Plan {
        let text = try String(contentsOf: root.appending(path: "plans/zhoucun-2019.yaml"), encoding: .utf8)
        return try #require(Plan.read(text, name: "zhoucun-2019.yaml").plan)
    }

    /// Everything of a plan that pages show.
    private static func shown(_ plan: Plan) -> Set<String> {
        var words: [String] = [plan.title, plan.judge.undecided.title, plan.judge.undecided.kind ?? ""]
        words += plan.categories.map(\.title) + plan.layers.map(\.title) + plan.units.map(\.title) + plan.batches.map(\.title)
        words += plan.judge.rows.flatMap { [$0.title, $0.kind ?? ""] + $0.needs } + plan.flags.map(\.title)
        for fact in plan.facts {
            words.append(fact.title)
            if case .asked(let asked) = fact.source { words += asked.evidence + asked.options.map(\.title) }
        }
        return Set(words.filter { $0.hasHan })
    }

    @Test("Every word of the shipped plan that a page shows stands in English, and the English has no Chinese left")
    func planInEnglish() throws {
        let plan = try Self.zhoucun()
        #expect(Self.shown(plan).subtracting(plan.english.keys).isEmpty)
        #expect(plan.english.values.allSatisfy { !$0.hasHan })
    }

    @Test("A word without English is shown in Chinese and marked as such; one put together of two is translated whole")
    func marked() throws {
        let words = PlanWords(units: [:], plan: try Self.zhoucun(), language: .en)
        #expect(words.said("未报即用") == Said("used without applying"))
        #expect(words.said("占用永久基本农田（永久基本农田）") == Said("Occupies permanent basic farmland (Permanent basic farmland)"))
        #expect(words.said("没有译文的词") == Said("没有译文的词", tongue: "zh"))
        #expect(PlanWords(units: [:], plan: words.plan, language: .zh).said("未报即用") == Said("未报即用"))
    }

    @Test("An English page marks the Chinese it keeps")
    func markedOnThePage() async throws {
        let browser = try await Browser.signedIn("zhifa", to: try await TestSite())
        #expect(try await browser.get("/entries/E-1?lang=en").text.contains("<span lang=\"zh\">未报即用</span>"))
        #expect(try await !browser.get("/entries/E-1?lang=zh").text.contains("<span lang=\"zh\">"))
    }

    @Test("Every code of the third survey whose class the rules know has a name, adjustable ones too")
    func classes() {
        #expect(Catalogue.className("0103", scheme: "SD3", in: .zh) == "旱地")
        #expect(Catalogue.className("0103", scheme: "SD3", in: .en) == "dry field")
        #expect(Catalogue.className("0201K", scheme: "SD3", in: .zh) == "可调整果园")
        #expect(Catalogue.className("9999", scheme: "SD3", in: .zh) == nil && Catalogue.className("0103", scheme: nil, in: .zh) == nil)
        let codes = Catalogue.classWords.keys.filter { $0.hasPrefix("class.SD3.") }.map { String($0.dropFirst(10)) }
        #expect(codes.count > 70)
        // 00 湿地 is a group of the list alone: its classes stand under their own codes.
        for code in codes where code != "00" && code.count >= 4 { #expect(LandClass(survey: code) != nil, "\(code)") }
    }

    @Test(
        "Coordinate systems are named",
        arguments: [
            ("EPSG:4527", "CGCS2000 / 3° 带 39（EPSG:4527）", "CGCS2000 / 3° zone 39 (EPSG:4527)"),
            ("EPSG:4548", "CGCS2000 / 3° 带，中央经线 117°（EPSG:4548）", "CGCS2000 / 3° zone, central meridian 117° (EPSG:4548)"),
            ("EPSG:4498", "CGCS2000 / 6° 带 20（EPSG:4498）", "CGCS2000 / 6° zone 20 (EPSG:4498)"),
            ("EPSG:2363", "西安80 / 3° 带 39（EPSG:2363）", "Xi'an 80 / 3° zone 39 (EPSG:2363)"),
            ("EPSG:4490", "CGCS2000 经纬度（EPSG:4490）", "CGCS2000, longitude and latitude (EPSG:4490)"), ("EPSG:9", "EPSG:9", "EPSG:9"),
        ])
    func systems(code: String, chinese: String, english: String) {
        #expect(CoordinateWords.title(of: code, in: .zh) == chinese)
        #expect(CoordinateWords.title(of: code, in: .en) == english)
    }

    @Test("A batch says in which system it was read, and why")
    func reading() {
        #expect(CoordinateWords.reading("EPSG:4527 (file)", in: .zh) == "CGCS2000 / 3° 带 39（EPSG:4527） · 文件声明")
        #expect(CoordinateWords.reading("GB18030 (values)", of: "encoding", in: .en) == "GB18030 · told by the contents")
        #expect(CoordinateWords.reading("", in: .zh) == "—")
    }

    @Test(
        "The source of a fact is said in words",
        arguments: [
            ("farmland@2018", "永久基本农田 2018"), ("survey@? 2019-03-01", "国土调查：没有 2019-03-01 适用的版本"), ("TBLX=20", "TBLX=20"),
            ("entry 370306-2019-00012", "条目 370306-2019-00012"), ("survey@2018 − farmland@2017", "国土调查 2018 − 永久基本农田 2017"),
            ("before= seen=2019-03-18", "前后时相 … – 2019-03-18"), ("not answered", "未答复"),
        ])
    func sources(source: String, words: String) throws {
        #expect(PlanWords(units: [:], plan: try Self.zhoucun(), language: .zh).source(source) == words)
    }
}
