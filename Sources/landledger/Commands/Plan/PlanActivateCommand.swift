import ArgumentParser
import Casework
import Enforcement
import Foundation
import Site

extension PlanCommand {
    /// `landledger plan activate FILE`: puts a version of the plan in force.
    struct Activate: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "启用方案", "Put a version of the plan in force.",
            about: Phrase(
                "先看 --dry-run：列出会变化的判定建议、处置方式、标记和期限，不写入任何东西。启用是一次操作，方案原文随之存档；"
                    + "随后按新版重判未签署的条目，已签署的不变。正在运行的服务自动换用新版，不必重启。",
                "Look at --dry-run first: it lists the proposals, dispositions, marks and due dates that would change, and writes nothing. "
                    + "The activation is one act that keeps the text; after it entries nobody has signed are judged anew. A running "
                    + "server takes the new version up by itself."),
            examples: [
                "plan activate plans/zhoucun-2019.yaml --dry-run", "plan activate new.yaml --reason 区政府第3次专题会议修订 --as zhifa",
                "plan activate new.yaml --dry-run --json",
            ]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "方案文件 Plan file.") var file: String
        @Option(help: "理由，替换现行方案时必填 Reason, needed to replace the plan in force.") var reason: String?
        @Option(help: "列出的条目数 Entries that are listed.") var list = 20
        @ArgumentParser.Flag(help: "试算：列出变动，不写入 Show what would change, and write nothing.") var dryRun = false

        func run() async throws {
            let terminal = Terminal(common.speech)
            do {
                let bytes = try PlanFile.bytes(file)
                let name = URL(fileURLWithPath: file).lastPathComponent
                let casework = try await open(Plan.read(bytes: bytes, name: name))
                let id = OfficerID(common.officer)
                guard let officer = try await casework.store.officer(id) else { throw Refusal.officerMustExist(id) }
                let draft = await casework.draft(bytes, fileName: name)
                if dryRun {
                    let trial = try await casework.tryPlan(draft, by: officer, progress: terminal.progress)
                    let names = try await Names(casework)
                    return terminal.show(TrialAnswer(trial)) { lines(of: trial, names, terminal) }
                }
                let order = PlanOrder(
                    bytes: bytes, fileName: name, reason: reason, expectedVersion: try await casework.store.planInForce()?.version ?? 0,
                    key: IdempotencyKey("plan/\(UUID().uuidString)"))
                let inForce = try await casework.activatePlan(order, by: officer)
                let judged = try await casework.judgeUnderPlan(by: officer, progress: terminal.progress)
                terminal.show(ActivationAnswer(inForce, judged: judged)) {
                    [Catalogue.fill(terminal.text("job.plan-activated"), with: [inForce.plan.version, "\(judged)"])]
                }
            } catch {
                terminal.bar.finish()
                throw terminal.failure(error)
            }
        }

        /// A ledger whose own plan this program can no longer use is opened under the one it is to get.
        private func open(_ reading: PlanReading) async throws -> Caseworker {
            do {
                return try await Home(common.home).open()
            } catch CaseworkError.planMustBeUsable(let name, let wrong) {
                guard let plan = reading.plan, !dryRun else { throw CaseworkError.planMustBeUsable(name: name, wrong) }
                return try Home(common.home).open(under: plan)
            }
        }

        private func lines(of trial: PlanTrial, _ names: Names, _ terminal: Terminal) -> [String] {
            let found = trial.reassessment
            let changes = terminal.changeLines(of: found, limit: max(0, list), names)
            let dues = trial.dues.map { due in
                "  \(due.line.title)〔\(due.line.clause)〕 \(due.before.joined(separator: "；")) → \(due.after.joined(separator: "；"))"
            }
            return PlanTrialWords(trial, in: terminal.language).sentences + changes
                + (dues.isEmpty ? [] : ["", terminal.text("plan.trial.dues-title")] + dues)
        }
    }

    /// `landledger plan history`: which plan was in force when.
    struct History: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "方案沿革", "List every version of the plan that was ever in force; print or save the text of one.",
            examples: ["plan history", "plan history --json", "plan history --text 1"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Option(help: "打印第几次启用的方案原文 Print the text of this activation.") var text: Int?

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let history = try await casework.planHistory()
                if let text { return try await Self.print(text, of: history, casework.store) }
                terminal.show(history) {
                    terminal.list(
                        history.map {
                            let it = $0.activation
                            return "\($0.version)  \($0.activatedAt.text)  \($0.activatedBy)  \(it.plan) \(it.planVersion)  \(it.title)  "
                                + "\(it.digest.prefix(12))  \(it.reason ?? "")"
                        })
                }
            }
        }

        private static func print(_ number: Int, of history: [PlanState], _ store: any Store) async throws {
            guard let state = history.first(where: { $0.version == number }),
                let text = try await store.planText(state.activation.digest)
            else { throw Refusal.planVersionMustExist(number, count: history.count) }
            FileHandle.standardOutput.write(Data(text))
        }
    }
}

/// What `plan activate --dry-run --json` prints.
private struct TrialAnswer: Encodable {
    struct Due: Encodable {
        var title: String
        var clause: String
        var before: [String]
        var after: [String]
    }
    var plan: String
    var planVersion: String
    var reassessment: ReassessmentAnswer
    var pending: Int
    var dues: [Due]
    var differences: Int

    init(_ trial: PlanTrial) {
        plan = trial.plan.id
        planVersion = trial.plan.version
        reassessment = ReassessmentAnswer(trial.reassessment)
        pending = trial.reassessment.pending.count
        dues = trial.dues.map { Due(title: $0.line.title, clause: $0.line.clause, before: $0.before, after: $0.after) }
        differences = trial.diff.items.count
    }
}

/// What `plan activate --json` prints.
private struct ActivationAnswer: Encodable {
    var state: PlanState?
    /// Entries that got another proposal.
    var judged: Int

    init(_ inForce: PlanInForce, judged: Int) {
        state = inForce.state
        self.judged = judged
    }
}
