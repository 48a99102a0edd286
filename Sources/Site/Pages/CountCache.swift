import Enforcement

/// Counts kept until the log grows (统计缓存): every page asks for the same few, and grouping 100,000 entries takes its time.
actor CountCache {
    private var size = -1
    private var kept: [String: [EntryCount]] = [:]
    private static let capacity = 500

    /// Whatever changes the ledger makes the log grow, so its size tells whether a count still holds.
    func counts(_ query: EntryQuery, by grouping: EntryGrouping, in store: any Store) async throws -> [EntryCount] {
        let size = try await store.head().size
        if size != self.size || kept.count >= Self.capacity {
            self.size = size
            kept = [:]
        }
        let key = grouping.rawValue + LedgerFilter(query).queryString
        if let known = kept[key] { return known }
        let counts = try await store.counts(query, by: grouping)
        if self.size == size { kept[key] = counts }
        return counts
    }
}
