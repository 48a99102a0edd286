import Enforcement
import Foundation
import LandGeometry
import LedgerSQLite
import Seeds
import Testing

@Suite("The stores answer alike")
struct TwinTests {
    @Test("After the same random history every query has the same answer in memory and on disk", arguments: [1, 2, 3, 4, 5, 6])
    func sameAnswers(seed: Int) async throws {
        print("TwinTests seed \(seed)")
        let (a, b) = (try StoreKind.inMemory.make(), try StoreKind.geoPackage.make())
        var history = RandomHistory(seed: seed, samples: a.samples)
        for act in history.acts(40) {
            let first = await outcome { try await a.append(act) }
            let second = await outcome { try await b.append(act) }
            #expect(first == second, "seed \(seed)")
        }
        for query in history.queries(60) { try await compare(query, a, b, seed) }
        for text in ["", "E", "E-", "F", "e"] {
            let last = (try await a.lastNumber(under: text), try await b.lastNumber(under: text))
            #expect(last.0 == last.1)
        }
        for number in ["JC1", "JC7", "JC99"] {
            let found = (try await a.entries(withSourceNumber: number), try await b.entries(withSourceNumber: number))
            #expect(found.0 == found.1)
        }
        let batches = (try await a.batches(), try await b.batches())
        #expect(batches.0 == batches.1)
        let events = (try await a.events(after: 3, limit: 50), try await b.events(after: 3, limit: 50))
        #expect(events.0 == events.1)
        let everywhere = MercatorCell(level: 0, column: 0, row: 0)
        let onMap = try await b.cellCounts(EntryQuery(), in: everywhere, level: 3) ?? []
        #expect(onMap.reduce(0) { $0 + $1.count } == (try await b.entries(EntryQuery(), offset: 0, limit: 0)).total)
        try await #require(b as? GeoPackageLedger).rebuildState()
        #expect(try await b.cellCounts(EntryQuery(), in: everywhere, level: 3) == onMap)
        for store in [a, b] {
            #expect(try await store.compareStateWithLog() == [])
            #expect(try await store.verify { _ in }.broken == [])
        }
    }

    private func outcome(_ act: () async throws -> Receipt) async -> String {
        do { return "\(try await act())" } catch { return "\(error)" }
    }

    private func compare(_ query: EntryQuery, _ a: any Store, _ b: any Store, _ seed: Int) async throws {
        for (offset, limit) in [(0, 5), (3, 4), (0, 1000)] {
            let pages = (try await a.entries(query, offset: offset, limit: limit), try await b.entries(query, offset: offset, limit: limit))
            #expect(pages.0 == pages.1, "seed \(seed) \(query)")
        }
        for grouping in EntryGrouping.allCases {
            let counts = (try await a.counts(query, by: grouping), try await b.counts(query, by: grouping))
            #expect(counts.0 == counts.1, "seed \(seed) \(query) \(grouping)")
        }
        let box = BoundingBox(west: 117.9, south: 36.7, east: 117.93, north: 36.9)
        let grounds = (try await a.grounds(in: box, query, limit: 7), try await b.grounds(in: box, query, limit: 7))
        #expect(grounds.0.map(\.number) == grounds.1.map(\.number), "seed \(seed) \(query)")
        #expect(grounds.0.map(\.shape) == grounds.1.map(\.shape) && grounds.0.map(\.point) == grounds.1.map(\.point))
        for (upper, level) in [(0, 3), (7, 10), (9, 12), (10, 13), (12, 15), (12, 12)] {
            let cell = try #require(MercatorCell(level: upper, at: Position(longitude: 117.92, latitude: 36.8)))
            let cells = (try await a.cellCounts(query, in: cell, level: level), try await b.cellCounts(query, in: cell, level: level))
            #expect(cells.0 == cells.1, "seed \(seed) \(query) \(cell) \(level)")
            #expect((cells.0 == nil) != query.asksOnlyForFacets)
        }
        #expect(grounds.0.map(\.area) == grounds.1.map(\.area) && grounds.0.map(\.version) == grounds.1.map(\.version))
    }
}

/// Acts as a bureau might do them, some of them wrong on purpose, and queries over what comes of them.
struct RandomHistory {
    private var numbers: SeededNumbers
    private let samples: Samples
    private var versions: [EntryNumber: Int] = [:]
    private var open: [Patch] = []

    init(seed: Int, samples: Samples) {
        numbers = SeededNumbers(seed: seed)
        self.samples = samples
    }

    mutating func acts(_ count: Int) -> [Act] {
        (0..<count).flatMap { step in
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0, 1: return [receive(step)]
            case 2: return register(step)
            case 3: return [judge(step)].compactMap { $0 }
            case 4: return [sign(step)].compactMap { $0 }
            default: return [wrong(step)]
            }
        }
    }

    private mutating func receive(_ step: Int) -> Act {
        let id = BatchID("B\(step)")
        let patches = (1...Int.random(in: 1...6, using: &numbers)).map { row in
            let corner = (117.9 + Double.random(in: 0...0.05, using: &numbers), 36.75 + Double.random(in: 0...0.1, using: &numbers))
            let area = Area(squareMetres: Double(Int.random(in: 1...500_000, using: &numbers)) / 100)
            return Bool.random(using: &numbers)
                ? samples.patch(id, row, shape: samples.square(corner.0, corner.1), area: area)
                : samples.patch(id, row, point: Position(longitude: corner.0, latitude: corner.1), area: area)
        }
        open += patches
        return samples.receive(id, patches)
    }

    private mutating func register(_ step: Int) -> [Act] {
        let taken = open.filter { _ in Bool.random(using: &numbers) }
        guard !taken.isEmpty else { return [] }
        open.removeAll { taken.contains($0) }
        var changes: [StreamChange] = []
        for patch in taken {
            if let known = versions.keys.sorted().randomElement(using: &numbers), let version = versions[known],
                Int.random(in: 0..<4, using: &numbers) == 0
            {
                changes.append(samples.entry(known.text, at: version, [samples.attached(patch)]))
                versions[known] = version + 1
            } else {
                let number = EntryNumber("E-\(versions.count + 1)")
                let unit = ["town-1", "town-2", nil].randomElement(using: &numbers) ?? nil
                let category = ["耕地", "园地"].randomElement(using: &numbers) ?? ""
                changes.append(samples.entry(number.text, at: 0, [samples.registered(patch, category: category, unit: unit)]))
                versions[number] = 1
            }
        }
        return [samples.act("register \(step)", changes)]
    }

    private mutating func judge(_ step: Int) -> Act? {
        let samples = samples
        return change(step) { numbers in
            let verdict = Verdict.allCases.randomElement(using: &numbers) ?? .doubtful
            let flags = ["serious", "large", "roadside"].filter { _ in Bool.random(using: &numbers) }
            return [.overlaid(Overlaid(findings: [], kernelVersion: "1")), .verdictProposed(samples.proposal(verdict, flags: flags))]
        }
    }

    private mutating func sign(_ step: Int) -> Act? {
        let samples = samples
        return change(step) { numbers in [samples.signed(Verdict.allCases.randomElement(using: &numbers) ?? .legal)] }
    }

    private mutating func change(_ step: Int, _ events: (inout SeededNumbers) -> [Event]) -> Act? {
        let known = versions.keys.sorted().filter { _ in Bool.random(using: &numbers) }
        guard !known.isEmpty else { return nil }
        let changes = known.map { number in
            let new = events(&numbers)
            defer { versions[number, default: 0] += new.count }
            return samples.entry(number.text, at: versions[number] ?? 0, new)
        }
        return samples.act("change \(step)", changes)
    }

    private mutating func wrong(_ step: Int) -> Act {
        let wrongs: [[StreamChange]] = [
            [samples.entry("E-1", at: 99, [samples.signed(.legal)])], [samples.entry("X-1", at: 0, [samples.signed(.legal)])],
            [StreamChange(.batch("B0"), expectedVersion: 0, events: [.batchWithdrawn(reason: "x")])],
            [samples.entry("Y-1", at: 0, [samples.registered(samples.patch("none", 1))])], [],
        ]
        return samples.act("wrong \(step)", wrongs.randomElement(using: &numbers) ?? [])
    }

    mutating func queries(_ count: Int) -> [EntryQuery] {
        (0..<count).map { _ in
            var query = EntryQuery(
                order: EntryQuery.Order.allCases.randomElement(using: &numbers) ?? .number, descending: Bool.random(using: &numbers))
            if chance(3) { query.stages = Set(EntryState.Stage.allCases.filter { _ in Bool.random(using: &numbers) }) }
            if chance(4) { query.verdicts = Set(Verdict.allCases.filter { _ in Bool.random(using: &numbers) }) }
            if chance(4) { query.units = [["town-1", "town-2", ""].randomElement(using: &numbers) ?? "town-1"] }
            if chance(4) { query.withoutUnit = true }
            if chance(5) { query.categories = ["耕地"] }
            if chance(4) { query.flags = [["serious", "large"].randomElement(using: &numbers) ?? "serious", "none"] }
            if chance(6) { query.batch = BatchID("B\(Int.random(in: 0..<12, using: &numbers))") }
            if chance(4) { query.text = ["e-1", "张庄", "JC2", "不存在", "E", ""].randomElement(using: &numbers) }
            if chance(5) {
                let (west, south) = (
                    117.9 + Double.random(in: 0...0.04, using: &numbers), 36.76 + Double.random(in: 0...0.06, using: &numbers)
                )
                query.box = BoundingBox(west: west, south: south, east: west + 0.02, north: south + 0.02)
            }
            return query
        }
    }

    private mutating func chance(_ parts: Int) -> Bool { Int.random(in: 0..<parts, using: &numbers) == 0 }
}
