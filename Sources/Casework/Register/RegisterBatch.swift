import Enforcement
import LandGeometry

/// What came of a registration (登记结果).
public struct RegistrationOutcome: Sendable, Equatable {
    public var created: [EntryNumber]
    public var attached: [EntryNumber]

    public init(created: [EntryNumber], attached: [EntryNumber]) {
        self.created = created
        self.attached = attached
    }
}

extension Caseworker {
    /// Registers a batch (登记): every patch becomes an entry or is attached to the entry on the same ground,
    /// all in one act; then what is new is overlaid and judged.
    public func registerBatch(
        _ id: BatchID, by officer: Officer, progress: @escaping ProgressReport = { _ in }
    ) async throws -> RegistrationOutcome {
        try require(.registerBatch, of: officer)
        let state = try await existingBatch(id)
        guard state.stage == .received else { throw CaseworkError.ledger(.batchMustBe(.received, actual: state.stage, id)) }

        var registration = try await beginRegistration(of: state)
        let patches = try await store.patches(of: id)
        for (done, patch) in patches.enumerated() {
            try await registration.add(patch, store: store)
            if done % 200 == 0 { progress(Progress(.matching, done: done, total: patches.count)) }
        }
        try await append(registration.changes(of: state), key: IdempotencyKey("register/\(id.text)/\(state.version)"), by: officer)
        _ = try await judgeAll(registration.created + registration.attachedOnce, by: officer, progress: progress)
        progress(Progress(.done, done: patches.count, total: patches.count))
        return RegistrationOutcome(created: registration.created, attached: registration.attachedOnce)
    }

    private func beginRegistration(of state: BatchState) async throws -> Registration {
        let prefix = EntryNumbers.prefix(area: plan.area, day: clock.now().day)
        let units = try await store.layerVersions().last { $0.layer == LayerName("units") }
        var features: [LayerFeature] = []
        if let units { features = try await store.features(of: units.id) }
        let digest = store.digest
        let plan = plan
        let today = clock.now().day
        return Registration(
            batch: state.batch, places: PlaceFinder(features),
            numbers: EntryNumbers(prefix: prefix, last: try await store.lastNumber(under: prefix)),
            category: { patch in
                let thing = JudgedThing(patch: patch, category: nil, findings: [], layers: [], present: today)
                return Judge.category(of: thing, under: plan)?.id ?? ""
            },
            digest: { PatchDigest.text(of: $0, by: digest) })
    }
}
