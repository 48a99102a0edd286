import Enforcement
import Synchronization

/// The plan by which work is done, with the place in the log where it came into force (现行方案).
public struct PlanInForce: Sendable {
    public let plan: Plan
    /// What the log says of its activation; nil for a plan that was handed in beside the ledger, as tests and trials do.
    public let state: PlanState?
    /// What was remarked about the file when it was read.
    public let diagnostics: [PlanDiagnostic]

    public init(_ plan: Plan, state: PlanState? = nil, diagnostics: [PlanDiagnostic] = []) {
        self.plan = plan
        self.state = state
        self.diagnostics = diagnostics
    }

    /// Activations up to and including this one; 0 for a plan beside the ledger.
    public var version: Int { state?.version ?? 0 }

    /// The plan of the request or job that is under way, so that nothing sees half of two plans.
    @TaskLocal static var ofTask: PlanInForce?

    /// What an act leans on that was judged under this plan: it is refused when another has come into force meanwhile.
    var premise: [StreamChange] {
        state.map { [StreamChange(.plan, expectedVersion: $0.version, events: [])] } ?? []
    }
}

/// Where the verbs of one process look up the plan in force (现行方案柜). Swapped while requests run; each keeps the one it began with.
final class PlanHolder: Sendable {
    private let held: Mutex<PlanInForce>

    init(_ plan: PlanInForce) {
        held = Mutex(plan)
    }

    var current: PlanInForce { held.withLock { $0 } }

    /// A later activation takes the place of an earlier one, never the other way round.
    func take(_ new: PlanInForce) {
        held.withLock { if new.version >= $0.version { $0 = new } }
    }
}

extension Caseworker {
    /// Carries out `work` under one plan from beginning to end, jobs it begins included: the one in force now, also where
    /// another process has activated it.
    public func underOnePlan<Result>(_ work: () async throws -> Result) async throws -> Result {
        try await refreshPlan()
        return try await PlanInForce.$ofTask.withValue(holder.current) { try await work() }
    }

    /// Takes up what another process has activated.
    func refreshPlan() async throws {
        guard let state = try await store.planInForce(), state.version > holder.current.version else { return }
        holder.take(try await Self.load(state, from: store))
    }

    /// The plan in force as the ledger has it; nil for a ledger that nobody has given one.
    /// - Throws: `CaseworkError.planMustBeUsable` when this version of the program cannot use its text.
    public static func planInForce(of store: any Store) async throws -> PlanInForce? {
        guard let state = try await store.planInForce() else { return nil }
        return try await load(state, from: store)
    }

    private static func load(_ state: PlanState, from store: any Store) async throws -> PlanInForce {
        let it = state.activation
        guard let text = try await store.planText(it.digest) else { throw CaseworkError.ledger(.planTextMustExist(it.digest)) }
        let reading = await offThePool { Plan.read(bytes: text, name: it.fileName, digest: it.digest) }
        guard let plan = reading.plan else {
            throw CaseworkError.planMustBeUsable(name: it.fileName, reading.diagnostics.filter { $0.severity == .error })
        }
        return PlanInForce(plan, state: state, diagnostics: reading.diagnostics)
    }
}
