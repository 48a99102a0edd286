import Casework
import Enforcement
import Foundation
import GeoFiles
import LedgerSQLite
import Site

/// The folder of one ledger (台账目录): `ledger.gpkg`, `plan.yaml`. The composition root: the only place
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
        return casework(store: try GeoPackageLedger(path: storePath, clock: Self.clock), plan: try Self.plan(at: planPath))
    }

    /// Makes a new ledger with its plan and the operator's account.
    func create(plan source: String, digest: DigestAlgorithm) async throws -> Caseworker {
        guard !FileManager.default.fileExists(atPath: storePath) else { throw Refusal.homeMustBeNew(folder.path) }
        let plan = try Self.plan(at: source)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? FileManager.default.removeItem(atPath: planPath)
        try FileManager.default.copyItem(atPath: source, toPath: planPath)
        // Password hashes and personal data lie in it: its owner alone opens it.
        umask(0o077)
        let store = try GeoPackageLedger(path: storePath, digest: digest, clock: Self.clock)
        let casework = casework(store: store, plan: plan)
        // The operator has no password: he cannot sign in, only act from the command line of this machine.
        try await store.save(Officer(id: OfficerID("operator"), title: "本机操作员", role: .enforcement, unit: nil), passwordHash: "!")
        return casework
    }

    private func casework(store: any Store, plan: Plan) -> Caseworker {
        try? FileManager.default.createDirectory(atPath: preparedPath, withIntermediateDirectories: true)
        return Caseworker(
            store: store, plan: plan, clock: Self.clock, reader: FileReader(executable: Self.executable),
            writer: FileWriter(executable: Self.executable), layerFolder: preparedPath)
    }

    static func plan(at path: String) throws -> Plan {
        let reading = try PlanFile.read(path)
        guard let plan = reading.plan else { throw Refusal.planMustBeReadable(path: path, diagnostics: reading.diagnostics) }
        return plan
    }
}
