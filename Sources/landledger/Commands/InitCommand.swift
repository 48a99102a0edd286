import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import Site

/// `landledger init`: makes a new ledger.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "新建台账", "Make a new ledger folder with its plan.", examples: ["init --home var/ledger --plan plans/zhoucun-2019.yaml"]
    ).configuration("init")
    @OptionGroup var common: CommonOptions
    @Option(help: "工作方案，会复制到台账目录 Plan file; it is copied into the ledger's folder.") var plan: String
    @Option(help: "日志散列算法，选定后不能改 Hash of the log, chosen once: SM3, SHA-256.") var digest: DigestAlgorithm = .sm3

    func run() async throws {
        let terminal = Terminal(common.speech)
        do {
            _ = try await Home(common.home).create(plan: plan, digest: digest)
            terminal.show(["home": common.home]) { ["\(common.home)  \(digest.rawValue)"] }
        } catch {
            throw terminal.failure(error)
        }
    }
}

extension DigestAlgorithm: ExpressibleByArgument {}

/// `landledger account add`: an account that can sign in.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandHelp.group("account", "账号", "Accounts: add, list.", [Add.self, List.self], by: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "新建账号", "Add an account; the password is read from standard input.",
            about: Phrase("口令从标准输入读取，至少 10 位。", "The password is read from standard input: at least 10 characters."),
            examples: [
                "account add zhifa --title 执法科 --role enforcement < password.txt",
                "account add zhenjie --title 国土所 --role town --unit 990101101 < password.txt",
            ]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @Argument(help: "账号 Account name.") var name: String
        @Option(help: "页面上显示的科室或姓名 Office shown on pages.") var title: String
        @Option(help: "角色 Role: enforcement, town, leader, audit, administrator.") var role: Officer.Role
        private static let leastPassword = 10
        @Option(help: "镇街账号的单位 Unit of a town officer.") var unit: String?

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                guard let password = readLine(strippingNewline: true), password.count >= Self.leastPassword else {
                    throw Refusal.passwordMustBeLong(least: Self.leastPassword)
                }
                let officer = Officer(id: OfficerID(name), title: title, role: role, unit: unit.map { UnitID($0) })
                try await casework.store.save(officer, passwordHash: try await Passwords().hash(password))
                terminal.show(officer) { ["\(name)  \(terminal.text("role." + role.rawValue))"] }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandHelp("账号清单", "List accounts.", examples: ["account list", "account list --json"]).configuration()
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let officers = try await casework.store.officers()
                terminal.show(officers) {
                    officers.map { "\($0.id)  \(terminal.text("role." + $0.role.rawValue))  \($0.unit?.text ?? "")  \($0.title)" }
                }
            }
        }
    }
}
