import ArgumentParser
import Casework
import Enforcement

/// `landledger batch …`: received files, from remarks to registration.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandHelp.group(
        "batch", "批次", "Received files: list, remarks, register, withdraw.",
        [List.self, Show.self, Register.self, Withdraw.self], by: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "批次清单", "List batches, newest first.", examples: ["batch list", "batch list --json"]
        ).configuration()
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let batches = try await casework.store.batches()
                terminal.show(batches) { terminal.list(batches.map { Self.line($0, terminal) }) }
            }
        }

        private static func line(_ state: BatchState, _ terminal: Terminal) -> String {
            "\(state.batch.id.text.prefix(12))  \(terminal.text("batch-stage." + state.stage.rawValue))  "
                + "\(terminal.text("batch.patches")) \(state.batch.patches)/\(state.batch.rows)  \(state.batch.fileName)  \(state.receivedAt.text)"
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "批次备注", "Show a batch and its remarks.", examples: ["batch show 2019Q1.zip", "batch show 3f2a9c --lang en"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "批次：文件名，或批次号开头几位 Batch: its file name, or the beginning of its digest.") var batch: String

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let state = try await casework.findBatch(batch)
                let remarks = try await casework.store.remarks(of: state.batch.id, offset: 0, limit: state.batch.remarks)
                let outcome = ImportOutcome(batch: state, wasKnown: true, stored: true, remarks: remarks)
                terminal.show(ImportAnswer(outcome)) { ImportAnswer.lines(outcome, terminal) }
            }
        }
    }

    struct Register: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "登记批次", "Register a batch: entries begin or get another patch, are overlaid and judged.",
            examples: ["batch register 2019Q1.zip"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "批次：文件名，或批次号开头几位 Batch: its file name, or the beginning of its digest.") var batch: String

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                let state = try await casework.findBatch(batch)
                let outcome = try await casework.registerBatch(state.batch.id, by: officer, progress: terminal.progress)
                terminal.show(["created": outcome.created.count, "attached": outcome.attached.count]) {
                    [
                        "\(state.batch.fileName)  \(terminal.text("batch.created")) \(outcome.created.count)  "
                            + "\(terminal.text("batch.attached")) \(outcome.attached.count)"
                    ]
                }
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "撤回批次", "Withdraw a batch before it is registered; it stays on record.",
            examples: ["batch withdraw 2019Q1.zip --reason 来源单位重发"]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "批次：文件名，或批次号开头几位 Batch: its file name, or the beginning of its digest.") var batch: String
        @Option(help: "理由 Why.") var reason: String

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                let state = try await casework.findBatch(batch)
                try await casework.withdrawBatch(state.batch.id, reason: reason, by: officer)
                terminal.show(["withdrawn": state.batch.id.text]) { ["\(state.batch.fileName)  \(terminal.text("batch-stage.withdrawn"))"] }
            }
        }
    }
}

extension Caseworker {
    /// The newest batch with this file name, or the one whose digest begins so.
    func findBatch(_ name: String) async throws -> BatchState {
        let batches = try await store.batches()
        guard let found = batches.first(where: { $0.batch.fileName == name || $0.batch.id.text.hasPrefix(name) }) else {
            throw CaseworkError.batchMustExist(BatchID(name))
        }
        return found
    }
}
