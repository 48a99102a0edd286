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
    /// Registers a batch (登记): every patch becomes an entry or is attached to the entry on the same ground, and what is
    /// new is overlaid and judged, all in one act: the batch is in the ledger with its proposals, or not at all. Entries
    /// of earlier acts that got a patch are judged anew after it.
    public func registerBatch(
        _ id: BatchID, by officer: Officer, progress: @escaping ProgressReport = { _ in }
    ) async throws -> RegistrationOutcome {
        try require(.registerBatch, of: officer)
        let state = try await existingBatch(id)
        guard state.stage == .received else { throw CaseworkError.ledger(.batchMustBe(.received, actual: state.stage, id)) }

        let inForce = inForce
        let patches = try await store.patches(of: id)
        var registration = try await match(patches, into: try await beginRegistration(of: state, under: inForce.plan), progress: progress)
        try await judge(&registration, under: inForce.plan, progress: progress)
        progress(Progress(.storing, done: 0, total: patches.count))
        try await append(
            inForce.premise + registration.changes(of: state), key: IdempotencyKey("register/\(id.text)/\(state.version)"), by: officer)
        _ = try await judgeAll(registration.attachedOnce, by: officer, progress: progress)
        progress(Progress(.done, done: patches.count, total: patches.count))
        return RegistrationOutcome(created: registration.created, attached: registration.attachedOnce)
    }

    /// Patches in their order; what stands near them in the ledger is asked for many at a time.
    private func match(
        _ patches: [Patch], into begun: Registration, progress: @escaping ProgressReport
    ) async throws -> Registration {
        var registration = begun
        for start in stride(from: 0, to: patches.count, by: 500) {
            progress(Progress(.matching, done: start, total: patches.count))
            let some = Array(patches[start..<min(start + 500, patches.count)])
            let boxes = some.map { GroundMatcher.Ground(of: $0)?.box ?? .empty }
            let near = try await store.grounds(inEach: boxes, EntryQuery(), limit: 1000)
            let read = registration.reading
            let known = await offThePool { some.mapInParallel(read.known) }
            for (place, patch) in some.enumerated() {
                try await registration.add(patch, known[place], near: near[place], store: store)
            }
        }
        return registration
    }

    /// Adds what the layers and the plan say of every entry that begins.
    private func judge(_ registration: inout Registration, under plan: Plan, progress: @escaping ProgressReport) async throws {
        let versions = try await store.layerVersions()
        let cases = registration.begun.map {
            CaseToJudge(number: $0.number, category: $0.category, patch: $0.patch, versions: versionsNeeded(by: $0.patch, among: versions))
        }
        let events = try await judgements(versions, under: plan).events(of: cases, progress: progress)
        for (it, events) in zip(cases, events) { registration.add(events, to: it.number) }
    }

    private func beginRegistration(of state: BatchState, under plan: Plan) async throws -> Registration {
        let prefix = EntryNumbers.prefix(area: plan.area, day: clock.now().day)
        let units = try await store.layerVersions().last { $0.layer == LayerName("units") }
        var features: [LayerFeature] = []
        if let units { features = try await store.features(of: units.id) }
        let digest = store.digest
        let today = clock.now().day
        let reading = PatchReading(
            places: PlaceFinder(features),
            category: { patch in
                let thing = JudgedThing(patch: patch, category: nil, findings: [], layers: [], present: today)
                return Judge.category(of: thing, under: plan)?.id ?? ""
            },
            digest: { PatchDigest.text(of: $0, by: digest) })
        return Registration(
            batch: state.batch, reading: reading,
            numbers: EntryNumbers(prefix: prefix, last: try await store.lastNumber(under: prefix)))
    }
}
