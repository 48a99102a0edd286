import Enforcement
import GeoFiles

/// What came of a registration (登记结果).
public struct RegistrationOutcome: Sendable, Equatable {
    public var created: [EntryNumber]
    public var attached: [EntryNumber]

    public init(created: [EntryNumber], attached: [EntryNumber]) {
        self.created = created
        self.attached = attached
    }
}

extension Casework {
    /// Registers a batch (登记): every patch becomes an entry or is attached to the entry on the same ground;
    /// then overlays and proposes for what is new.
    public func registerBatch(
        _ id: BatchID, by officer: Officer, progress: ProgressReport = { _ in }
    ) async throws -> RegistrationOutcome {
        throw CaseworkError.batchMustExist(id)
    }
}
