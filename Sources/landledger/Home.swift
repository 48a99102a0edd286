import Casework
import Enforcement
import Foundation
import GeoFiles
import LedgerSQLite
import Site

/// What a folder of a ledger lacks (台账目录错误).
enum HomeError: WordedError, Equatable {
    case homeMustExist(String)
    case homeMustBeNew(String)
    case fileMustBeWritable(String)
    case ledgerMustNotBeOverwritten(String)
    case planMustBeReadable(path: String, diagnostics: [PlanDiagnostic])
    case officerMustExist(OfficerID)

    var words: Phrase {
        switch self {
        case .homeMustExist(let path):
            Phrase(
                "\(path) 里没有台账。先用 landledger init 新建，或用 --home 指明目录。",
                "There is no ledger in \(path). Make one with landledger init, or name its folder with --home.")
        case .homeMustBeNew(let path):
            Phrase("\(path) 里已有台账，不会覆盖。请换一个目录。", "There is a ledger in \(path) already; it is never written over. Choose another folder.")
        case .fileMustBeWritable(let path):
            Phrase("\(path) 无法写入。请检查目录权限和磁盘空间。", "\(path) cannot be written. Look at the folder's permissions and the free space.")
        case .ledgerMustNotBeOverwritten(let path):
            Phrase(
                "\(path) 是台账本身的文件，导出不会覆盖它。请换一个文件名。",
                "\(path) is a file of the ledger itself; an export never writes over it. Choose another name.")
        case .planMustBeReadable(let path, let diagnostics):
            Phrase(
                (["工作方案 \(path) 读不出来。"] + diagnostics.map { $0.text(file: path, in: .zh) }).joined(separator: "\n"),
                (["The plan \(path) cannot be read."] + diagnostics.map { $0.text(file: path, in: .en) }).joined(separator: "\n"))
        case .officerMustExist(let id):
            Phrase(
                "台账里没有账号 \(id)。用 --as 指明账号，或用 landledger account add 新建。",
                "The ledger has no account \(id). Name one with --as, or add it with landledger account add.")
        }
    }
}

/// The folder of one ledger (台账目录): `ledger.gpkg`, `plan.yaml`. The composition root: the only place
/// where store, plan, clock and processes meet.
struct Home {
    let folder: URL

    init(_ path: String) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
    }

    var storePath: String { folder.appendingPathComponent("ledger.gpkg").path }
    var planPath: String { folder.appendingPathComponent("plan.yaml").path }

    /// Refuses a path that would write over the ledger itself, by whatever name or link it is reached.
    func mustNotOverwrite(_ path: String) throws {
        let target = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
        let own = [storePath, storePath + "-wal", storePath + "-shm", planPath].map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().path
        }
        if own.contains(target) { throw HomeError.ledgerMustNotBeOverwritten(path) }
    }

    /// The system's clock.
    static let clock = Clock { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }

    /// This program, to be started again as the reader.
    static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    func open() async throws -> Caseworker {
        let size = (try? FileManager.default.attributesOfItem(atPath: storePath))?[.size] as? Int
        guard let size else { throw HomeError.homeMustExist(folder.path) }
        guard size > 0 else { throw LedgerError.storeMustBeOurs(path: storePath, found: "0 bytes") }
        return casework(store: try GeoPackageLedger(path: storePath, clock: Self.clock), plan: try Self.plan(at: planPath))
    }

    /// Makes a new ledger with its plan and the operator's account.
    func create(plan source: String, digest: DigestAlgorithm) async throws -> Caseworker {
        guard !FileManager.default.fileExists(atPath: storePath) else { throw HomeError.homeMustBeNew(folder.path) }
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
        Caseworker(
            store: store, plan: plan, clock: Self.clock, reader: FileReader(executable: Self.executable),
            writer: FileWriter(executable: Self.executable))
    }

    static func plan(at path: String) throws -> Plan {
        let yaml = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let reading = Plan.read(yaml, name: path)
        guard let plan = reading.plan else { throw HomeError.planMustBeReadable(path: path, diagnostics: reading.diagnostics) }
        return plan
    }
}
