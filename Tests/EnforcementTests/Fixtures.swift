import Enforcement
import Foundation
import Testing

/// Files of the repository that tests read.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The shipped plan, read once.
    static let zhoucun = try? readPlan("zhoucun-2019")

    static func plan(_ id: String) throws -> Plan {
        id == "zhoucun-2019" ? try #require(zhoucun) : try readPlan(id)
    }

    private static func readPlan(_ id: String) throws -> Plan {
        let reading = Plan.read(try text("plans/\(id).yaml"), name: "\(id).yaml")
        let wrong = reading.diagnostics.filter { $0.severity == .error }.map { $0.text(file: id, in: .en) }
        return try #require(reading.plan, "\(wrong)")
    }

    /// Compares with a golden file; with `BLESS=1` writes it.
    static func expect(_ text: String, matches path: String) throws {
        let file = root.appending(path: path)
        if ProcessInfo.processInfo.environment["BLESS"] == "1" { try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(path) differs; make bless rewrites it")
    }
}
