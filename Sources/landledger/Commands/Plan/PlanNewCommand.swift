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
                "逐项询问标题、文号、日期、单位、类别、期限，写出可检查的方案文件；空行表示通知没有写，看不懂的答复会再问一次。中途按 Ctrl-D 不写文件。不会覆盖已有文件。",
                "Asks for title, number, day, units, categories and due dates and writes a plan that can be checked; an empty line says that the "
                    + "notice does not tell, an answer that cannot be read is asked for again. Ctrl-D on the way writes nothing. A file is never "
                    + "written over."),
            examples: ["plan new my-plans/zibo-2026.yaml"]
        ).configuration()
        @OptionGroup var speech: SpeechOptions
        @Argument(help: "新方案文件，以 .yaml 结尾 File to write, ending in .yaml.") var file: String

        func run() async throws {
            let terminal = Terminal(speech)
            do {
                let path = file.hasSuffix(".yaml") ? file : file + ".yaml"
                try Self.mustBeWritable(path)
                let id = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
                let text = try Self.ask(PlanSketch(id: id), terminal).yaml
                guard (try? text.write(toFile: path, atomically: true, encoding: .utf8)) != nil else {
                    throw Refusal.fileMustBeWritable(path)
                }
                let reading = Plan.read(text, name: path)
                terminal.show(PlanAnswer(path, reading, speech.lang)) {
                    PlanAnswer.lines(path, reading, terminal) + Self.nextSteps(path, text, terminal)
                }
            } catch {
                throw terminal.failure(error)
            }
        }

        /// Before anything is asked: nobody answers a dozen questions for a file that cannot be written.
        private static func mustBeWritable(_ path: String) throws {
            let files = FileManager.default
            guard !files.fileExists(atPath: path) else { throw Refusal.planMustBeNew(path) }
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard files.isWritableFile(atPath: folder) else { throw Refusal.fileMustBeWritable(path) }
        }

        private static func ask(_ start: PlanSketch, _ terminal: Terminal) throws -> PlanSketch {
            var sketch = start
            while let question = sketch.next {
                let all = sketch.questions
                let number = (all.firstIndex(of: question) ?? 0) + 1
                let gloss = sketch.gloss(of: question)
                say("\(number)/\(all.count) \(terminal.text(gloss.zh, gloss.en))\(terminal.text("：", ": "))")
                guard let words = readLine() else {
                    say("\n")
                    throw Refusal.questionsMustBeAnswered
                }
                if let trouble = sketch.answer(question, words) { say("    \(terminal.text(trouble.gloss.zh, trouble.gloss.en))\n") }
            }
            return sketch
        }

        private static func say(_ words: String) {
            FileHandle.standardError.write(Data(words.utf8))
        }

        /// What remains to be done with a plan just begun.
        private static func nextSteps(_ path: String, _ text: String, _ terminal: Terminal) -> [String] {
            let blanks = text.components(separatedBy: PlanSketch.blankClause).count - 1
            let left = blanks == 0 ? "" : terminal.text("填上 \(blanks) 处“待填”的出处，", "write \(blanks) clauses marked 待填, ")
            return [
                terminal.text(
                    "下一步：打开 \(path)，\(left)逐句补上分类处置、步骤、任务和督办；随时用 landledger plan check 检查，用 landledger plan explain 对照通知。",
                    "Next: open \(path), \(left)add routes, steps, tasks and supervision sentence by sentence; landledger plan check checks it, "
                        + "landledger plan explain tells it in the order of the notice.")
            ]
        }
    }
}
