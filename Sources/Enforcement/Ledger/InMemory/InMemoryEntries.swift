import LandGeometry

extension InMemoryLedger {
    public func entry(_ number: EntryNumber) async throws -> EntryState? {
        state(of: number)
    }

    public func entries(_ query: EntryQuery, offset: Int, limit: Int) async throws -> EntryPage {
        let found = matching(query).sorted { query.places($0, before: $1) }
        return EntryPage(
            entries: Array(found.dropFirst(max(0, offset)).prefix(max(0, limit))), total: found.count,
            totalArea: Area(hundredths: found.reduce(0) { $0 + $1.area.hundredths }))
    }

    public func counts(_ query: EntryQuery, by grouping: EntryGrouping) async throws -> [EntryCount] {
        var groups: [String: (count: Int, area: Int)] = [:]
        for entry in matching(query) {
            for group in entry.groups(grouping) {
                groups[group, default: (0, 0)].count += 1
                groups[group, default: (0, 0)].area += entry.area.hundredths
            }
        }
        return groups.sorted { $0.key < $1.key }.map {
            EntryCount(group: $0.key, count: $0.value.count, area: Area(hundredths: $0.value.area))
        }
    }

    public func grounds(in box: BoundingBox, _ query: EntryQuery, limit: Int) async throws -> [EntryGround] {
        let found = matching(query).filter { self.box(of: $0).touches(box) }
        let largestFirst = found.sorted { EntryQuery(order: .area, descending: true).places($0, before: $1) }
        return largestFirst.prefix(max(0, limit)).map(ground(of:))
    }

    public func cellCounts(_ query: EntryQuery, in cell: MercatorCell, level: Int) async throws -> [EntryCellCount]? {
        guard query.asksOnlyForFacets else { return nil }
        var counts: [EntryCellCount] = []
        for entry in matching(query) {
            let box = box(of: entry)
            guard !box.isEmpty, let place = MercatorCell(level: level, at: box.centre), place.within(cell.level) == cell else { continue }
            if let i = counts.firstIndex(where: { $0.cell == place && $0.stage == entry.stage && $0.verdict == entry.verdict }) {
                counts[i].count += 1
            } else {
                counts.append(EntryCellCount(cell: place, stage: entry.stage, verdict: entry.verdict, count: 1))
            }
        }
        return counts.sorted { $0.order < $1.order }
    }

    public func ground(of number: EntryNumber) async throws -> EntryGround? {
        state(of: number).map(ground(of:))
    }

    public func entries(withSourceNumber number: String) async throws -> [EntryNumber] {
        entryNumbers.filter { candidate in
            guard let entry = state(of: candidate) else { return false }
            return entry.sourceNumber == number || entry.attached.contains { $0.sourceNumber == number }
        }.sorted()
    }

    public func lastNumber(under prefix: String) async throws -> Int {
        entryNumbers.compactMap { $0.running(under: prefix) }.max() ?? 0
    }

    private func state(of number: EntryNumber) -> EntryState? {
        guard case .entry(let entry)? = states[.entry(number)] else { return nil }
        return entry
    }

    private func matching(_ query: EntryQuery) -> [EntryState] {
        entryNumbers.compactMap { state(of: $0) }.filter { entry in
            query.matches(entry) && (query.batch.map { isFrom($0, entry) } ?? true)
                && (query.box.map { box(of: entry).touches($0) } ?? true)
                && (!query.withoutGround || box(of: entry).isEmpty)
        }
    }

    private func isFrom(_ batch: BatchID, _ entry: EntryState) -> Bool {
        ([entry.origin] + entry.attached.map(\.patch)).contains { patchesOnFile[$0]?.patch.batch == batch }
    }

    private func box(of entry: EntryState) -> BoundingBox {
        let patch = patchesOnFile[entry.patch]?.patch
        if let shape = patch?.shape { return shape.box }
        var box = BoundingBox.empty
        if let point = patch?.point { box.include(point) }
        return box
    }

    private func ground(of entry: EntryState) -> EntryGround {
        let patch = patchesOnFile[entry.patch]?.patch
        return EntryGround(
            number: entry.number, version: entry.version, stage: entry.stage, verdict: entry.verdict, unit: entry.place.unit,
            area: entry.area, shape: patch?.shape, point: patch?.shape == nil ? patch?.point : nil)
    }
}
