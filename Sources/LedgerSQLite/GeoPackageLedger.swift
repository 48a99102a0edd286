import Dispatch
import Enforcement
import Foundation
import GRDB
import GeoFiles

/// The store of a county (台账库): one GeoPackage file, which QGIS and GDAL open while the server writes.
///
/// One writer at a time, any number of readers, each on a consistent snapshot (WAL). What an act was acknowledged for is
/// on the disk: `synchronous` is FULL, and the store refuses to open when it is not. Several processes may have the same
/// file open; the file must lie on a local disk.
public final class GeoPackageLedger: Ledger, BatchArchive, LayerArchive, PlanArchive, Directory {
    public let digest: LogDigest
    public let path: String
    let pool: DatabasePool
    let clock: Clock
    let shelf = ReasoningShelf()

    /// Opens the store at `path`, and makes it when there is none.
    /// - Parameters:
    ///   - digest: hash function of the log of a new store; one that exists keeps its own.
    ///   - quickCheck: reads the whole file first and refuses a damaged one.
    /// - Throws: `LedgerError.storeMustBeOurs` for any other file, `storeMustBeDurable` when the file cannot keep promises.
    public convenience init(path: String, digest algorithm: DigestAlgorithm = .sm3, clock: Clock, quickCheck: Bool = false) throws {
        try self.init(path: path, digest: algorithm, clock: clock, quickCheck: quickCheck, settings: StoreFile.writerSettings)
    }

    /// - Parameter settings: of the connection that writes; tests give it poor ones.
    init(path: String, digest algorithm: DigestAlgorithm, clock: Clock, quickCheck: Bool, settings: String) throws {
        try StoreFile.check(path)
        pool = try DatabasePool(path: path, configuration: StoreFile.configuration)
        self.path = path
        self.clock = clock
        digest = try StoreFile.prepare(pool, path: path, digest: algorithm, quickCheck: quickCheck, settings: settings)
    }

    /// Waits for what is under way and writes the log of changes back into the file. Nothing may be asked after it.
    public func close() throws {
        try pool.close()
    }

    /// Copies the store to `path`, consistent while acts go on (备份). The whole copy appears there or none, replacing a former one.
    public func backup(to path: String) async throws {
        try await Backup(of: pool).write(to: path)
    }

    public func append(_ act: Act) async throws -> Receipt {
        let prepared = try await prepare(act)
        return try await pool.writeWithoutTransaction { [digest, clock, shelf] db in
            var receipt: Receipt?
            try db.inTransaction(.immediate) {
                receipt = try ActWriter(db: db, prepared: prepared, digest: digest, clock: clock, shelf: shelf).run()
                return .commit
            }
            guard let receipt else { preconditionFailure("a transaction that did not throw has run") }
            return receipt
        }
    }

    /// Encoding and digests of a large layer take a second: not on the cooperative pool, and not while other writers wait.
    private func prepare(_ act: Act) async throws -> PreparedAct {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { [digest] in
                continuation.resume(with: Result { try PreparedAct(act, digest: digest) })
            }
        }
    }
}

extension LogDigest {
    /// The hash function by OpenSSL.
    public init(_ algorithm: DigestAlgorithm) {
        self.init(name: algorithm.rawValue) { algorithm.hash($0) }
    }
}
