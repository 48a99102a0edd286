import Casework
import Enforcement
import Foundation
import GeoFiles
import LedgerSQLite
import Site

/// The folder of one ledger (台账目录): `ledger.gpkg`. The composition root: the only place
/// where store, plan, clock and processes meet.
struct Home {
    let folder: URL

    init(_ path: String) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
    }

    var storePath: String { folder.appendingPathComponent("ledger.gpkg").path }
    var accountsPath: String { folder.appendingPathComponent("accounts.json").path }
    /// Layers ready for overlay; safe to delete.
    var preparedPath: String { folder.appendingPathComponent("work/overlay").path }
    /// Where ledgers made before the plan stood in the log have theirs.
    var planPath: String { folder.appendingPathComponent("plan.yaml").path }

    /// Refuses a path that would write over the ledger itself, by whatever name or link it is reached.
    func mustNotOverwrite(_ path: String) throws {
        let target = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
        let own = [storePath, storePath + "-wal", storePath + "-shm", planPath, accountsPath].map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().path
        }
        if own.contains(target) { throw Refusal.ledgerMustNotBeOverwritten(path) }
    }

    /// The system's clock.
    static let clock = Clock { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }

    /// This program, to be started again as the reader.
    static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    func open() async throws -> Caseworker {
        let size = (try? FileManager.default.attributesOfItem(atPath: storePath))?[.size] as? Int
        guard let size else { throw Refusal.homeMustExist(folder.path) }
        guard size > 0 else { throw LedgerError.storeMustBeOurs(path: storePath, found: "0 bytes") }
        let store = try GeoPackageLedger(path: storePath, clock: Self.clock)
        if let inForce = try await Caseworker.planInForce(of: store) { return casework(store: store, inForce) }
        return try await adoptFirst(try PlanFile.bytes(planPath), in: store)
    }

    /// The ledger with another plan than its own, for the one command that must work when its own can no longer be used.
    func open(under plan: Plan) throws -> Caseworker {
        casework(store: try GeoPackageLedger(path: storePath, clock: Self.clock), PlanInForce(plan))
    }

    /// Makes a new ledger with its plan and the operator's account.
    func create(plan source: String, digest: DigestAlgorithm) async throws -> Caseworker {
        guard !FileManager.default.fileExists(atPath: storePath) else { throw Refusal.homeMustBeNew(folder.path) }
        let text = try PlanFile.bytes(source)
        _ = try Self.plan(at: source)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Password hashes and personal data lie in it: its owner alone opens it.
        umask(0o077)
        let store = try GeoPackageLedger(path: storePath, digest: digest, clock: Self.clock)
        // The operator has no password: he cannot sign in, only act from the command line of this machine.
        try await store.save(Officer(id: OfficerID("operator"), title: "本机操作员", role: .enforcement, unit: nil), passwordHash: "!")
        return try await adoptFirst(text, in: store)
    }

    /// The first plan of a ledger comes into force by an act like every later one, under the name plans have: `<id>.yaml`.
    /// Another process may have been quicker.
    private func adoptFirst(_ text: [UInt8], in store: any Store) async throws -> Caseworker {
        let reading = Plan.read(bytes: text, name: "plan.yaml")
        guard let plan = reading.plan else { throw Refusal.planMustBeReadable(path: planPath, diagnostics: reading.diagnostics) }
        let name = "\(plan.id).yaml"
        let casework = casework(store: store, PlanInForce(plan))
        guard let first = try await store.officer(OfficerID("operator")) else { throw Refusal.officerMustExist(OfficerID("operator")) }
        do {
            try await casework.activatePlan(
                PlanOrder(bytes: text, fileName: name, reason: nil, expectedVersion: 0, key: IdempotencyKey("plan/first")), by: first)
        } catch CaseworkError.ledger(.versionMustBeCurrent), CaseworkError.ledger(.keyMustNotBeReused) {}
        guard let inForce = try await Caseworker.planInForce(of: store) else { return casework }
        return self.casework(store: store, inForce)
    }

    private func casework(store: any Store, _ inForce: PlanInForce) -> Caseworker {
        try? FileManager.default.createDirectory(atPath: preparedPath, withIntermediateDirectories: true)
        return Caseworker(
            store: store, inForce: inForce, clock: Self.clock, reader: FileReader(executable: Self.executable),
            writer: FileWriter(executable: Self.executable), layerFolder: preparedPath)
    }

    static func plan(at path: String) throws -> Plan {
        let reading = try PlanFile.read(path)
        guard let plan = reading.plan else { throw Refusal.planMustBeReadable(path: path, diagnostics: reading.diagnostics) }
        return plan
    }
}
