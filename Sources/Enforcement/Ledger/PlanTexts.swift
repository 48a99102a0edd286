extension ActFold {
    /// Checks that the text of every plan the act activates is on file or comes with it (方案文本核对).
    public func checkPlans(isOnFile: (String) throws -> Bool) throws {
        for event in events {
            guard case .planActivated(let it) = event.event, prepared.act.material.plans[it.digest] == nil else { continue }
            guard try isOnFile(it.digest) else { throw LedgerError.planTextMustExist(it.digest) }
        }
    }
}

extension MaterialCheck {
    /// A text comes with the event that names it, and is what its digest says.
    func checkPlans() throws(LedgerError) {
        var told: [String: PlanActivation] = [:]
        for case .planActivated(let it) in act.changes.flatMap(\.events) { told[it.digest] = it }
        for (name, text) in act.material.plans.sorted(by: { $0.key < $1.key }) {
            guard let activation = told[name] else { throw .materialMustComeWithItsEvent(.plan) }
            guard Hexadecimal.text(digest.hash(text)) == name else { throw .digestMustMatchMaterial("plan \(name.prefix(12))") }
            guard activation.byteCount == text.count else {
                throw .countsMustAddUp(.plan, told: activation.byteCount, found: text.count)
            }
        }
    }
}
