import Enforcement

/// A plan file to be put in force (方案启用单).
public struct PlanOrder: Sendable, Equatable {
    public var bytes: [UInt8]
    public var fileName: String
    /// Needed when it replaces another.
    public var reason: String?
    /// Activations the officer has seen.
    public var expectedVersion: Int
    public var key: IdempotencyKey

    public init(bytes: [UInt8], fileName: String, reason: String?, expectedVersion: Int, key: IdempotencyKey) {
        self.bytes = bytes
        self.fileName = fileName
        self.reason = reason
        self.expectedVersion = expectedVersion
        self.key = key
    }
}

/// A plan file as it was read, with the digest by which the ledger would know it (待启用方案).
public struct PlanDraft: Sendable {
    public var fileName: String
    public var bytes: [UInt8]
    public var digest: String
    /// Without a plan where the file has errors.
    public var reading: PlanReading
}

extension Caseworker {
    /// Reads a file as a version of the plan (读入方案稿); nothing is written.
    public func draft(_ bytes: [UInt8], fileName: String) async -> PlanDraft {
        let digest = store.digest
        return await offThePool {
            let text = Hexadecimal.text(digest.hash(bytes))
            return PlanDraft(
                fileName: fileName, bytes: bytes, digest: text, reading: Plan.read(bytes: bytes, name: fileName, digest: text))
        }
    }

    /// Puts a plan in force (启用方案): one act, with the text. From its receipt on every verb works by it; what was proposed or
    /// signed before stays as it is until it is judged anew (`judgeUnderPlan`).
    ///
    /// - Throws: `planMustBeUsable` for a file with errors, `planMustBeNew` for the text that is in force already,
    ///   `planMustContinue` for the plan of a campaign that does not continue this one, `reasonMustBeGiven`.
    @discardableResult
    public func activatePlan(_ order: PlanOrder, by officer: Officer) async throws -> PlanInForce {
        try require(.activatePlan, of: officer)
        let draft = await draft(order.bytes, fileName: order.fileName)
        let present = try await store.planInForce()
        // Where the ledger has moved on, the store tells: a repeated order gets its first answer again, any other is refused.
        let plan = try admit(draft, after: present?.version == order.expectedVersion ? present : nil)
        let reason = order.reason.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        guard present == nil || reason != nil else { throw CaseworkError.reasonMustBeGiven }
        let activation = PlanActivation(
            plan: plan.id, planVersion: plan.version, title: plan.title, digest: draft.digest, byteCount: draft.bytes.count,
            fileName: draft.fileName, reason: reason)
        try await append(
            StreamChange(.plan, expectedVersion: order.expectedVersion, events: [.planActivated(activation)]), key: order.key, by: officer,
            material: Material(plans: [draft.digest: draft.bytes]))
        try await refreshPlan()
        return holder.current
    }

    /// What the ledger asks of a plan before it can be in force here.
    func admit(_ draft: PlanDraft, after present: PlanState?) throws(CaseworkError) -> Plan {
        guard let plan = draft.reading.plan else {
            throw .planMustBeUsable(name: draft.fileName, draft.reading.diagnostics.filter { $0.severity == .error })
        }
        guard let present else { return plan }
        guard present.activation.digest != draft.digest else { throw .planMustBeNew(plan.version) }
        let before = present.activation.plan
        guard plan.id == before || plan.continues.contains(where: { $0.plan == before }) else {
            throw .planMustContinue(before, found: plan.id)
        }
        return plan
    }

    /// Whether the draft could be put in force here (可否启用).
    public func mustBeAdmitted(_ draft: PlanDraft) throws(CaseworkError) {
        _ = try admit(draft, after: inForce.state)
    }

    /// Every version that was ever in force, in order (方案沿革).
    public func planHistory() async throws -> [PlanState] {
        try await store.history(of: .plan).compactMap(PlanState.init(after:))
    }
}
