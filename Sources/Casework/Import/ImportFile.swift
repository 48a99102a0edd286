import Enforcement
import GeoFiles
import LandGeometry

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
    /// Named by the user; nil takes what is remembered, then the aliases.
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

    /// What the user named for the reading, kept with the batch: anybody can see later how the file was understood.
    var named: String {
        let pairs = [("layer", layer), ("coordinates", coordinates), ("transformation", transformation), ("encoding", encoding)]
        return pairs.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    }

    var request: ReadRequest {
        ReadRequest(path: path, layer: layer, coordinates: coordinates, transformation: transformation, encoding: encoding)
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

extension Caseworker {
    /// Imports a file (导入): reads it in the reader process, checks every row, keeps patches and remarks as one batch.
    /// The same file twice is one batch; a failure leaves nothing behind.
    /// - Throws: `CaseworkError`, also when the program must ask: coordinates, mapping, unit of area.
    public func importFile(
        _ order: ImportOrder, by officer: Officer, dryRun: Bool = false, progress: ProgressReport = { _ in }
    ) async throws -> ImportOutcome {
        try require(.importBatch, of: officer)
        let digest = try SourceDigest.of(order.path)
        let (id, known) = try await batch(of: digest.hex, read: order)
        if let known { return try await reopen(known, by: officer, dryRun: dryRun) }

        let checked = try await check(order, id: id, byteCount: digest.byteCount, progress: progress)
        guard !dryRun else { return outcome(checked, by: officer, stored: false) }

        progress(Progress(.storing, done: 0, total: checked.patches.count))
        try await keep(checked, by: officer)
        if order.mapping != nil {
            try await store.remember(checked.mapping, for: FieldMapping.signature(of: checked.fields), by: officer.id)
        }
        progress(Progress(.done, done: checked.patches.count, total: checked.patches.count))
        return outcome(checked, by: officer, stored: true)
    }

    /// Takes a batch back before it is registered (撤回); it stays on record.
    public func withdrawBatch(_ id: BatchID, reason: String, by officer: Officer) async throws {
        try require(.importBatch, of: officer)
        guard !reason.trimmed.isEmpty else { throw CaseworkError.reasonMustBeGiven }
        let state = try await existingBatch(id)
        guard state.stage == .received else { throw CaseworkError.ledger(.batchMustBe(.received, actual: state.stage, id)) }
        try await append(
            StreamChange(.batch(id), expectedVersion: state.version, events: [.batchWithdrawn(reason: reason.trimmed)]),
            key: IdempotencyKey("withdraw/\(id.text)/\(state.version)"), by: officer)
    }

    /// The batch a file is or will be. The same file is one batch; only when that was withdrawn, and the user now names
    /// other coordinates, transformation, encoding or layer, is the file read anew as another.
    private func batch(of digest: String, read order: ImportOrder) async throws -> (id: BatchID, known: BatchState?) {
        var reading = 1
        while true {
            let id = BatchID(reading == 1 ? digest : "\(digest)-\(reading)")
            guard let known = try await store.batch(id) else { return (id, nil) }
            if known.stage != .withdrawn || known.batch.named == order.named { return (id, known) }
            reading += 1
        }
    }

    func existingBatch(_ id: BatchID) async throws -> BatchState {
        guard let state = try await store.batch(id) else { throw CaseworkError.batchMustExist(id) }
        return state
    }

    /// The same file again: the batch it already is; a withdrawn one stands open again.
    private func reopen(_ known: BatchState, by officer: Officer, dryRun: Bool) async throws -> ImportOutcome {
        let id = known.batch.id
        if known.stage == .withdrawn, !dryRun {
            try await append(
                StreamChange(.batch(id), expectedVersion: known.version, events: [.batchRestored(reason: "")]),
                key: IdempotencyKey("restore/\(id.text)/\(known.version)"), by: officer)
        }
        let remarks = try await store.remarks(of: id, offset: 0, limit: known.batch.remarks)
        return ImportOutcome(batch: try await existingBatch(id), wasKnown: true, stored: false, remarks: remarks)
    }

    private func keep(_ checked: CheckedFile, by officer: Officer) async throws {
        let content = BatchDigest.text(patches: checked.patches, remarks: checked.remarks, by: store.digest)
        let received = BatchReceived(batch: checked.batch, contentDigest: content)
        try await append(
            StreamChange(.batch(checked.batch.id), expectedVersion: 0, events: [.batchReceived(received)]),
            key: IdempotencyKey("receive/\(checked.batch.id.text)/\(content)"), by: officer,
            material: Material(patches: checked.patches, remarks: [checked.batch.id: checked.remarks]))
    }

    private func outcome(_ checked: CheckedFile, by officer: Officer, stored: Bool) -> ImportOutcome {
        let state = BatchState(batch: checked.batch, stage: .received, version: 1, receivedAt: clock.now(), receivedBy: officer.id)
        return ImportOutcome(batch: state, wasKnown: false, stored: stored, remarks: checked.remarks)
    }
}
