import Enforcement

extension Caseworker {
    /// One act on one stream (入账): appended with its expected version and key, or refused with the ledger's rule.
    @discardableResult
    func append(_ change: StreamChange, key: IdempotencyKey, by officer: Officer, material: Material = Material()) async throws -> Receipt {
        try await append([change], key: key, by: officer, material: material)
    }

    @discardableResult
    func append(_ changes: [StreamChange], key: IdempotencyKey, by officer: Officer, material: Material = Material()) async throws
        -> Receipt
    {
        do {
            return try await store.append(Act(key: key, actor: officer.id, happened: clock.now(), changes: changes, material: material))
        } catch let error as LedgerError {
            throw CaseworkError.ledger(error)
        }
    }
}
