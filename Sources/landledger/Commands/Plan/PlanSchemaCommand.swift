import ArgumentParser
import Enforcement
import Foundation
import Site

extension PlanCommand {
    /// `landledger plan schema`: the JSON Schema of the plan language.
    struct Schema: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "方案语言的 JSON Schema", "Print the JSON Schema of plan files, for editors that complete and check.",
            about: Phrase(
                "编辑器据此补全和校验；--manual 打印全部键的说明（Markdown）。",
                "Editors complete and check by it; --manual prints every key with its meaning, as Markdown."),
            examples: ["plan schema", "plan schema --manual"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @ArgumentParser.Flag(help: "打印全部键的说明 Print the manual of all keys.") var manual = false

        func run() async throws {
            // A schema is JSON already.
            print(manual && !speech.json ? PlanLanguage.manual : PlanLanguage.schema, terminator: "")
        }
    }
}
