import ArgumentParser
import Enforcement
import Foundation
import Site

extension PlanCommand {
    /// `landledger plan new`: starts a plan by asking.
    struct New: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "新建方案", "Start a plan file by asking for what every notice has.",
            about: Phrase(
                "逐项询问标题、文号、日期、单位、类别、期限，写出可检查的方案文件；空行表示通知没有写。不会覆盖已有文件。",
                "Asks for title, number, day, units, categories and due dates and writes a plan that can be checked; an empty line says that the "
                    + "notice does not tell. A file is never written over."),
            examples: ["plan new my-plans/zibo-2026.yaml"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @Argument(help: "新方案文件 File to write.") var file: String

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                guard !FileManager.default.fileExists(atPath: file) else { throw Refusal.planMustBeNew(file) }
                let id = file.split(separator: "/").last.map { String($0.split(separator: ".").first ?? "plan") } ?? "plan"
                var outline = PlanSketch(id: id)
                for question in PlanSketch.questions {
                    FileHandle.standardError.write(Data((terminal.text(question.gloss.zh, question.gloss.en) + "：").utf8))
                    outline.answer(question, readLine() ?? "")
                }
                let text = outline.yaml
                guard (try? text.write(toFile: file, atomically: true, encoding: .utf8)) != nil else {
                    throw Refusal.fileMustBeWritable(file)
                }
                let reading = Plan.read(text, name: file)
                terminal.show(PlanAnswer(file, reading, speech.lang)) { PlanAnswer.lines(file, reading, terminal) }
            } catch {
                throw terminal.failure(error)
            }
        }
    }
}
