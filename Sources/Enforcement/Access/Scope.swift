/// Whose entries an officer sees (可见范围), decided by `Policy` alone. Pages, API, tiles and exports ask here.
extension EntryQuery {
    /// The query narrowed to what `officer` may see; nil when he may see no entries at all,
    /// or none of the units he asks for.
    public func held(to officer: Officer) -> EntryQuery? {
        guard Policy.allows(officer, .readEntries) else { return nil }
        guard let unit = Policy.scope(of: officer) else { return self }
        guard isOfAnyUnit || units.contains(unit) else { return nil }
        var query = self
        query.units = [unit]
        query.withoutUnit = false
        return query
    }
}

extension EntryState {
    /// Whether `officer` may see the entry. What he may not see does not exist for him: answer 404, not 403.
    public func isVisible(to officer: Officer) -> Bool {
        guard Policy.allows(officer, .readEntries) else { return false }
        guard let unit = Policy.scope(of: officer) else { return true }
        return place.unit == unit
    }
}
