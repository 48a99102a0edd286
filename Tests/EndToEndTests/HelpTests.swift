import Foundation
import Testing

/// What the parser itself says of every command, walked leaf by leaf.
@Suite("Every command explains itself")
struct HelpTests {
    /// One command of the dump; `path` as typed.
    struct Leaf: Sendable, CustomTestStringConvertible {
        var path: [String]
        var abstract: String
        var discussion: String
        var options: Set<String>
        /// What stands beside each option and argument.
        var help: [String: String]
        var testDescription: String { path.joined(separator: " ") }
    }

    private struct Dump: Decodable {
        struct Command: Decodable {
            struct Argument: Decodable {
                struct Name: Decodable { var name: String }
                var names: [Name]?
                var valueName: String?
                var abstract: String?
            }
            var commandName: String
            var abstract: String?
            var discussion: String?
            var arguments: [Argument]?
            var subcommands: [Command]?
            var shouldDisplay: Bool?
        }
        var command: Command
    }

    private static func leaves(_ command: Dump.Command, under path: [String]) -> [Leaf] {
        let children = (command.subcommands ?? []).filter { !["help", "reader"].contains($0.commandName) }
        guard children.isEmpty else { return children.flatMap { leaves($0, under: path + [$0.commandName]) } }
        let arguments = command.arguments ?? []
        let told = arguments.map { ($0.names?.last?.name ?? $0.valueName ?? "", $0.abstract ?? "") }
        return [
            Leaf(
                path: path, abstract: command.abstract ?? "", discussion: command.discussion ?? "",
                options: Set(arguments.flatMap { $0.names ?? [] }.map(\.name)),
                help: Dictionary(told, uniquingKeysWith: { first, _ in first }))
        ]
    }

    private func leaves() async throws -> [Leaf] {
        let answer = try await Program.start(Program.executable, ["--experimental-dump-help"], input: nil)
        let found = Self.leaves(try JSONDecoder().decode(Dump.self, from: Data(answer.output.utf8)).command, under: [])
        #expect(found.count >= 19, "\(found.map(\.testDescription))")
        return found
    }

    private static func isChinese(_ character: Character) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(character) }

    @Test("Every command has --json, an example of itself, its exit codes, and a title in Chinese, then English")
    func everyLeaf() async throws {
        for leaf in try await leaves() {
            #expect(leaf.options.contains("json"), "\(leaf.testDescription)")
            #expect(leaf.discussion.contains("landledger " + leaf.testDescription), "\(leaf.testDescription) has no example")
            for code in ["0", "2", "64", "70"] {
                #expect(leaf.discussion.contains("\n  \(code) "), "\(leaf.testDescription) does not tell exit code \(code)")
            }
            #expect(leaf.abstract.first.map(Self.isChinese) == true, "\(leaf.abstract)")
            #expect(leaf.abstract.contains(/[A-Za-z]{3}.*\.$/), "\(leaf.abstract)")
        }
    }

    @Test("Every option and argument is explained in Chinese first")
    func everyOption() async throws {
        for leaf in try await leaves() {
            for (name, words) in leaf.help where !["help", "version"].contains(name) {
                #expect(words.contains(where: Self.isChinese), "\(leaf.testDescription) \(name): \(words)")
            }
        }
    }

    @Test("The examples of every command are taken by its parser", .timeLimit(.minutes(5)))
    func examplesParse() async throws {
        // No ledger can be made or found below a device, not even by root; making the county first would take minutes.
        for leaf in try await leaves() where leaf.path != ["demo"] {
            let nowhere = leaf.options.contains("home") ? ["--home", "/dev/null/ledger"] : []
            for example in leaf.discussion.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) })
            where example.hasPrefix("landledger ") {
                let answer = try await Program.start(Program.executable, Self.words(of: example) + nowhere, input: "")
                #expect(answer.code != 64, "\(example): \(answer.errors)")
            }
        }
    }

    /// The words a shell would pass; `--home` of the example and what comes from a file left out.
    private static func words(of example: String) -> [String] {
        var words = example.split(separator: " < ")[0].matches(of: #/"([^"]*)"|(\S+)/#).map { String($0.1 ?? $0.2 ?? "") }.dropFirst()[...]
        if let place = words.firstIndex(of: "--home") { words.removeSubrange(place...place + 1) }
        return Array(words)
    }
}
