import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import LedgerSQLite
import Testing

/// Figures, not checks: `LANDLEDGER_BENCH=1 swift test --filter StoreBench` prints them.
@Suite("Store benchmarks", .enabled(if: ProcessInfo.processInfo.environment["LANDLEDGER_BENCH"] != nil, "LANDLEDGER_BENCH is not set"))
struct StoreBench {
    let path: String
    let store: GeoPackageLedger

    init() throws {
        path = try TemporaryFolder().path("bench.gpkg")
        store = try GeoPackageLedger(path: path, clock: Clock { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
    }

    /// Median of several goes, after one to warm up.
    private func measure<T>(_ title: String, times: Int, _ body: () async throws -> T) async throws -> T {
        var spent: [Double] = []
        var last = try await body()
        for _ in 0..<times {
            let start = ContinuousClock.now
            last = try await body()
            spent.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        tell("bench \(title): \(spent.sorted()[spent.count / 2]) ms")
        return last
    }

    private func once(_ title: String, _ body: () async throws -> Void) async throws {
        let start = ContinuousClock.now
        try await body()
        tell("bench \(title): \((ContinuousClock.now - start) / .seconds(1)) s, file \(try size()) MB")
    }

    /// Standard error is not held back.
    private func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    private func size() throws -> Int {
        ((try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0) / 1_000_000
    }

    /// A wiggly parcel of `count` vertices.
    private func parcel(_ number: Int, _ count: Int, columns: Int) -> MultiPolygon {
        let (east, north) = (117.5 + Double(number % columns) * 0.001, 36.5 + Double(number / columns) * 0.001)
        let positions = (0..<count).map { step in
            let angle = Double(step) / Double(count) * 2 * .pi
            let radius = 0.0004 + 0.00005 * sin(angle * 5 + Double(number))
            return Position(longitude: east + radius * cos(angle), latitude: north + radius * sin(angle))
        }
        return MultiPolygon([Polygon(outer: Ring(positions))])
    }

    @Test("200,000 features in one act")
    func features() async throws {
        let features = (1...200_000).map { number in
            LayerFeature(
                number: number, code: ["0101", "0103", "0201", "0301"][number % 4], name: nil, shape: parcel(number, 40, columns: 450),
                attributes: [Attribute(name: "BSM", value: "\(number)"), Attribute(name: "ZLDWMC", value: "张庄村")])
        }
        let act = store.samples.adopt("survey", "2019", features)
        try await once("200,000 features, one act") { _ = try await store.append(act) }
        try await once("200,000 features, read") { _ = try await store.features(of: "survey@2019") }
        let all = BoundingBox(west: 117, south: 36, east: 119, north: 38)
        let few = BoundingBox(west: 117.6, south: 36.6, east: 117.61, north: 36.61)
        _ = try await measure("features in the whole county, limit 2000", times: 9) {
            try await store.features(of: "survey@2019", in: all, limit: 2000)
        }
        _ = try await measure("features in a window", times: 9) { try await store.features(of: "survey@2019", in: few, limit: 2000) }
        try await once("200,000 features, verify") { _ = try await store.verify { _ in } }
    }

    @Test("100,000 entries: registered 20,000 an act, judged, asked for pages")
    func entries() async throws {
        let s = store.samples
        for batch in 0..<5 {
            let id = BatchID(String(repeating: "\(batch)", count: 64))
            let patches = (1...20_000).map { row in
                var patch = s.patch(id, row, shape: parcel(batch * 20_000 + row, 40, columns: 320))
                patch.area = Area(squareMetres: Double((row * 7919) % 1_000_000) / 100)
                return patch
            }
            try await once("batch \(batch): 20,000 patches received") { _ = try await store.append(s.receive(id, patches)) }
            let changes = zip(1..., patches).map { row, patch in
                s.entry(
                    "370306-2019-\(100_000 + batch * 20_000 + row)", at: 0,
                    [s.registered(patch, category: "类别\(row % 9)", unit: "town-\(row % 11)")])
            }
            try await once("batch \(batch): 20,000 registrations") { _ = try await store.append(s.act("register \(batch)", changes)) }
            let judged = zip(1..., patches).map { row, _ in
                s.entry(
                    "370306-2019-\(100_000 + batch * 20_000 + row)", at: 1,
                    [
                        .overlaid(Overlaid(findings: [], kernelVersion: "1")),
                        .verdictProposed(s.proposal(Verdict.allCases[row % 5], flags: row % 10 == 0 ? ["serious"] : [])),
                    ])
            }
            try await once("batch \(batch): 20,000 overlaid and proposed") { _ = try await store.append(s.act("judge \(batch)", judged)) }
        }
        try await pages()
        try await once("verify \(try await store.head().size) events") { _ = try await store.verify { _ in } }
        try await once("compare state with log") { _ = try await store.compareStateWithLog() }
        try await once("backup") { try await store.backup(to: path + ".copy") }
    }

    private func pages() async throws {
        let queries: [(String, EntryQuery, Int)] = [
            ("first page by number", EntryQuery(), 0), ("page at 90,000", EntryQuery(), 90_000),
            ("largest first", EntryQuery(order: .area, descending: true), 0),
            ("latest first", EntryQuery(order: .changed, descending: true), 0),
            ("illegal of one unit, by area", EntryQuery(verdicts: [.illegal], units: ["town-3"], order: .area), 0),
            ("flagged, by unit", EntryQuery(flags: ["serious"], order: .unit), 0), ("none match", EntryQuery(stages: [.closed]), 0),
            ("text, few", EntryQuery(text: "东 19999"), 0), ("text, none", EntryQuery(text: "不存在"), 0),
            ("text, all", EntryQuery(text: "张庄"), 0),
            ("one batch of 20,000", EntryQuery(batch: BatchID(String(repeating: "2", count: 64))), 0),
            ("a window", EntryQuery(box: BoundingBox(west: 117.6, south: 36.6, east: 117.65, north: 36.65)), 0),
        ]
        for (title, query, offset) in queries {
            let page = try await measure("page of 50, \(title)", times: 15) { try await store.entries(query, offset: offset, limit: 50) }
            tell("      \(page.total) entries")
        }
        _ = try await measure("counts by unit", times: 15) { try await store.counts(EntryQuery(), by: .unit) }
        let county = BoundingBox(west: 117, south: 36, east: 119, north: 38)
        let window = BoundingBox(west: 117.6, south: 36.6, east: 117.62, north: 36.62)
        _ = try await measure("grounds of the county, limit 5000", times: 5) {
            try await store.grounds(in: county, EntryQuery(), limit: 5000)
        }
        _ = try await measure("grounds in a window", times: 15) { try await store.grounds(in: window, EntryQuery(), limit: 5000) }
        _ = try await measure("one entry", times: 50) { try await store.entry("370306-2019-150000") }
        _ = try await measure("history of one entry", times: 50) { try await store.history(of: .entry("370306-2019-150000")) }
        _ = try await measure("last number", times: 5) { try await store.lastNumber(under: "370306-2019") }
        var number = 0
        _ = try await measure("sign one verdict", times: 50) {
            number += 1
            let s = store.samples
            return try await store.append(s.act("sign \(number)", [s.entry("370306-2019-\(150_000 + number)", at: 3, [s.signed(.legal)])]))
        }
    }
}
