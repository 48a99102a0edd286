import Foundation
import Testing

@testable import Enforcement

@Suite("The program knows no plan by name")
struct PlanIndependenceTests {
    private struct Line {
        var path: String
        var number: Int
        var text: String
        var place: String { "\(path):\(number)" }
    }

    /// Every line of the program: sources, page templates, scripts and data that come with it.
    private static let lines: [Line] = {
        let root = Fixtures.root.appending(path: "Sources")
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return paths.filter { [".swift", ".mustache", ".js", ".css", ".csv", ".json", ".html"].contains(where: $0.hasSuffix) }.flatMap {
            path in
            let text = (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
            return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                Line(path: path, number: $0.offset + 1, text: String($0.element))
            }
        }
    }()

    /// The plans as they lie in the folder, so that a new one is held to this without being listed here.
    private static func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Fixtures.root.appending(path: folder).path).filter { $0.hasSuffix(".yaml") }
            .sorted()
    }

    private static func shipped() throws -> [Plan] { try files("plans").map { try Fixtures.plan(String($0.dropLast(5))) } }

    @Test("An id of a plan stands only in the help of a command, as a path to type, and once as the default of the demonstration")
    func ids() throws {
        let ids = try (Self.files("plans") + Self.files("Tests/Fixtures/plans/unseen")).map { String($0.dropLast(5)) }
        #expect(ids.count >= 12 && Self.lines.count > 1000)
        let found = Self.lines.filter { line in ids.contains { line.text.contains($0) } }
        let elsewhere = found.filter { !$0.path.hasPrefix("landledger/") }
        #expect(elsewhere.map(\.place) == [])
        let defaults = found.filter { $0.text.contains("@Option") || $0.text.contains("@Argument") }
        #expect(defaults.map(\.path) == ["landledger/Commands/DemoCommand.swift"])
        for line in found {
            let paths = ids.reduce(line.text) { $0.replacing("plans/\($1).yaml", with: "") }
            #expect(!ids.contains(where: paths.contains), "\(line.place) names a plan other than by its file")
            let decides = [" == ", " != ", "case ", "if ", "guard ", "switch ", "hasPrefix", "hasSuffix", ".contains("].filter(
                line.text.contains)
            #expect(decides.isEmpty, "\(line.place) decides by a plan: \(decides)")
        }
    }

    @Test("No title, issuer or document number of a plan stands in the program")
    func titles() throws {
        for plan in try Self.shipped() {
            let words = [plan.title, plan.notice?.issuer, plan.notice?.number].compactMap { $0 }
            let found = Self.lines.filter { line in words.contains { line.text.contains($0) } }
            #expect(found.map(\.place) == [], "\(plan.id)")
        }
    }

    @Test("No category, fact, route or flag of a plan is asked for by name")
    func names() throws {
        let realms: [Realm] = [.category, .subtype, .fact, .route, .flag, .target, .rung, .procedure, .batch]
        // Words of the language itself, which a plan may use as names too.
        var collector = FormCollector()
        collector.add(Plan.form.shape)
        let words = Set(collector.forms.flatMap { [$0.name] + $0.keys.map(\.key) })
        let ids = Set(try Self.shipped().flatMap { plan in realms.flatMap { plan.names[$0] ?? [] }.map(\.id) })
        let told = ids.filter { $0.contains("-") && !words.contains($0) }
        #expect(told.count > 100)
        let found = Self.lines.filter { line in
            // Comments, and what the rows of the demonstration were made as, which is no fact but the truth behind it.
            let isElse =
                line.text.trimmingCharacters(in: .whitespaces).hasPrefix("//") || line.path == "Casework/Demonstration/Patches/Making.swift"
            return !isElse && line.path.hasSuffix(".swift")
                && line.text.matches(of: #/"([a-z0-9]+-[a-z0-9-]+)"/#).contains { told.contains(String($0.1)) }
        }
        #expect(found.map { "\($0.place) \($0.text)" } == [])
    }
}
