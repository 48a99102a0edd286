import Foundation
import Testing

/// What the READMEs tell a reader to type is typed here.
@Suite("Every command of the READMEs works", .serialized)
struct ReadmeTests {
    /// Lines of the `sh` blocks of a page.
    private static func commands(in page: String) throws -> [String] {
        let text = try String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
        return text.matches(of: #/(?s)```sh\n(.*?)```/#).flatMap { block in
            block.output.1.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                !$0.isEmpty && !$0.hasPrefix("#")
            }
        }
    }

    @Test("Both READMEs tell the same commands")
    func bothTellTheSame() throws {
        let english = try Self.commands(in: "README.md").filter { $0.hasPrefix("landledger") }
        let chinese = try Self.commands(in: "README.zh.md").filter { $0.hasPrefix("landledger") }

        #expect(english == chinese)
        #expect(english.count >= 7)
    }

    @Test("The commands run in their order, on a small demonstration county, and each succeeds")
    func commandsRun() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readme-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let demo = try await Program.start(
            Program.executable, ["demo", "--home", "\(folder)/demo", "--parcels", "3000", "--patches", "60", "--files-only"], input: nil)
        #expect(demo.code == 0, "\(demo.errors)")

        for command in try Self.commands(in: "README.md") where command.hasPrefix("landledger ") {
            let words = command.split(separator: " ").dropFirst().map {
                $0.replacingOccurrences(of: "var/demo", with: "\(folder)/demo").replacingOccurrences(
                    of: "var/zhoucun", with: "\(folder)/zhoucun")
            }
            let answer = try await Program.start(Program.executable, words, input: nil)
            #expect(answer.code == 0, "\(command): \(answer.errors)")
        }
    }

    @Test("The make targets the pages name exist", arguments: ["README.md", "README.zh.md", "CONTRIBUTING.md", "docs/tutorial.md"])
    func makeTargetsExist(page: String) async throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
        let targets = Set(text.matches(of: #/make ([a-z]+)\b/#).map { String($0.output.1) }).intersection([
            "run", "test", "check", "bless", "bench", "demo",
        ])
        for target in targets.sorted() {
            let answer = try await Program.start(URL(fileURLWithPath: "/usr/bin/make"), ["-n", target], input: nil)
            #expect(answer.code == 0, "make \(target): \(answer.errors)")
        }
        #expect(!targets.isEmpty)
    }

    @Test("Every link of the pages leads somewhere", arguments: ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
    func linksLead(page: String) throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
        for link in text.matches(of: #/\]\(([^)#:]+)\)/#).map({ String($0.output.1) }) {
            #expect(FileManager.default.fileExists(atPath: Program.root.appendingPathComponent(link).path), "\(page): \(link)")
        }
    }
}
