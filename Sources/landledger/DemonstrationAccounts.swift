import Enforcement
import Foundation
import Site

/// One account for every role of the demonstration county (示范账号), with passwords made for this county alone.
struct DemonstrationAccounts {
    struct Account: Codable {
        var name: String
        var password: String
        var role: Officer.Role
        var unit: UnitID?
        var title: String
    }
    let accounts: [Account]

    static func make(in store: any Store) async throws -> DemonstrationAccounts {
        let town = try await store.units().first { $0.level == .town }
        let accounts = [
            account("zhifa", .enforcement, "执法科"),
            account("zhenjie", .town, "\(town?.title ?? "")国土所", unit: town?.id),
            account("lingdao", .leader, "领导小组办公室"),
            account("jiwei", .audit, "纪检监察室"),
            account("xitong", .administrator, "信息中心"),
        ]
        let passwords = Passwords()
        for account in accounts {
            let officer = Officer(id: OfficerID(account.name), title: account.title, role: account.role, unit: account.unit)
            try await store.save(officer, passwordHash: try await passwords.hash(account.password))
        }
        return DemonstrationAccounts(accounts: accounts)
    }

    private static func account(_ name: String, _ role: Officer.Role, _ title: String, unit: UnitID? = nil) -> Account {
        Account(name: name, password: password(), role: role, unit: unit, title: title)
    }

    /// Fourteen letters and digits that are not mistaken for one another: about 70 bits.
    private static func password() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return String((0..<14).map { _ in letters.randomElement() ?? "a" })
    }

    /// Kept beside the county for its owner alone, so that `make run` can print them again.
    func write(to home: Home) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try Self.keep(encoder.encode(accounts), at: home.folder.appendingPathComponent("accounts.json"))
    }

    static func read(from home: Home) -> DemonstrationAccounts? {
        guard let data = try? Data(contentsOf: home.folder.appendingPathComponent("accounts.json")) else { return nil }
        return (try? JSONDecoder().decode([Account].self, from: data)).map { DemonstrationAccounts(accounts: $0) }
    }

    private static func keep(_ data: Data, at url: URL) throws {
        try? FileManager.default.removeItem(at: url)
        guard FileManager.default.createFile(atPath: url.path, contents: data, attributes: [.posixPermissions: 0o600]) else {
            throw Refusal.fileMustBeWritable(url.path)
        }
    }

    func lines(_ terminal: Terminal) -> [String] {
        [terminal.text("demo.accounts")]
            + accounts.map { "  \($0.name)  \($0.password)  \(terminal.text("role." + $0.role.rawValue))  \($0.title)" }
    }
}
