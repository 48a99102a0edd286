import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import Site

/// `landledger init`: makes a new ledger.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "新建台账 Make a new ledger folder with its plan.",
        discussion: "EXAMPLE\n  landledger init --home var/ledger --plan plans/zhoucun-2019.yaml")
    @OptionGroup var common: CommonOptions
    @Option(help: "Plan file of the campaign; it is copied into the ledger's folder.") var plan: String
    @Option(help: "Hash of the log: SM3 or SHA-256. Chosen once.") var digest: DigestAlgorithm = .sm3

    func run() async throws {
        let terminal = Terminal(common)
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
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "账号 Accounts.", subcommands: [Add.self, List.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "新建账号 Add an account; the password is read from standard input.",
            discussion: "EXAMPLE\n  echo -n \"$PASSWORD\" | landledger account add zhifa --title 执法科 --role enforcement")
        @OptionGroup var common: CommonOptions
        @Argument(help: "Account name.") var name: String
        @Option(help: "Office shown on pages.") var title: String
        @Option(help: "enforcement, town, leader, audit or administrator.") var role: Officer.Role
        @Option(help: "Unit of a town officer.") var unit: String?

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                guard let password = readLine(strippingNewline: true), password.count >= 10 else {
                    throw ValidationError("the password on standard input must have at least 10 characters")
                }
                let officer = Officer(id: OfficerID(name), title: title, role: role, unit: unit.map { UnitID($0) })
                try await casework.store.save(officer, passwordHash: try await Passwords().hash(password))
                terminal.show(officer) { ["\(name)  \(terminal.text("role." + role.rawValue))"] }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "账号清单 List accounts.")
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
