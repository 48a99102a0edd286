import ArgumentParser
import Enforcement
import Site

/// The help of a command (命令说明), in one form for all: a title in both languages, what must be known, examples, exit codes.
struct CommandHelp {
    private var title: Phrase
    private var about: Phrase?
    private var examples: [String]
    private var codes: [ExitMeaning]

    /// - Parameter more: exit codes beside 0, 2, 64 and 70, which every command may end with.
    init(_ zh: String, _ en: String, about: Phrase? = nil, examples: [String], more: [ExitMeaning] = []) {
        title = Phrase(zh, en)
        self.about = about
        self.examples = examples
        codes = ([.done, .refused, .usage, .fault] + more).sorted { $0.rawValue < $1.rawValue }
    }

    /// - Parameter name: nil for the type's own name in lower case.
    func configuration(_ name: String? = nil) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: "\(title.zh) \(title.en)", discussion: discussion)
    }

    /// A command that only has subcommands.
    static func group(
        _ name: String, _ zh: String, _ en: String, _ subcommands: [any ParsableCommand.Type], by default: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: "\(zh) \(en)", subcommands: subcommands, defaultSubcommand: `default`)
    }

    private var discussion: String {
        let told = about.map { $0.zh + "\n" + $0.en + "\n\n" } ?? ""
        let shown = examples.map { "  landledger " + $0 }.joined(separator: "\n")
        let ends = codes.map { "  \($0.rawValue) \($0.words.zh) \($0.words.en)" }.joined(separator: "\n")
        return told + "示例 EXAMPLES\n" + shown + "\n\n退出码 EXIT CODES\n" + ends
    }
}
