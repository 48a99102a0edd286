import Foundation
import GeoFiles
import Testing

@testable import GeoFiles

@Suite("Real and odd files", .serialized) struct ReaderCorpusTests {
    /// One data set of `odd-vectors` as its index tells it.
    struct Item: Sendable {
        var set: String
        var file: String
        var path: String
        var opens: Bool
        /// Features the index counts over all layers; 0 for a file that opens and is empty.
        var features: Int
    }

    static var items: [Item] {
        guard let base = Shelf.shared("data/odd-vectors") else { return [] }
        let folders = ["gdal": "gdal_autotest_ogr_data"]
        var all: [Item] = []
        for set in ["AE102DeveDemo", "dbase-rs", "gdal", "geojsonhint", "shapefile-js"] {
            let folder = folders[set] ?? set
            for fields in rows(base + "/INDEX_\(set).csv").dropFirst() {
                let file = fields[0].components(separatedBy: "gdal_autotest_ogr_data/").last ?? fields[0]
                all.append(
                    Item(
                        set: set, file: file, path: "\(base)/\(folder)/\(file)", opens: fields[2].hasPrefix("opens"),
                        features: Int(fields[5]) ?? 0))
            }
        }
        return all
    }

    /// Names, sizes and times of every file of the corpus: what a reading must not change.
    private static func state() -> [String: [Int]] {
        guard let base = Shelf.shared("data/odd-vectors"), let files = FileManager.default.enumerator(atPath: base) else { return [:] }
        var state: [String: [Int]] = [:]
        while let file = files.nextObject() as? String {
            var status = stat()
            if stat(base + "/" + file, &status) == 0 {
                state[file] = [Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
            }
        }
        return state
    }

    /// Comma-separated, with quotes.
    private static func rows(_ path: String) -> [[String]] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        var rows: [[String]] = [[""]]
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
            default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
            }
        }
        return rows.filter { $0.count > 3 }
    }

    /// Files that open in GDAL and not here, each with the outcome expected and the reason.
    static var exceptions: [String: String] {
        let path = Shelf.root.appending(path: "Tests/Fixtures/files/corpus-exceptions.tsv").path
        let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
        return Dictionary(
            lines.map { $0.split(separator: "\t") }.map { ("\($0[0])/\($0[1])", String($0[2])) }, uniquingKeysWith: { a, _ in a })
    }

    /// The case name of an error, `ok`, or what broke a promise.
    private static func outcome(_ path: String) async -> String {
        let began = ContinuousClock.now
        var summary: ReadSummary?
        var rows = (good: 0, refused: 0)
        do {
            for try await message in Shelf.reader.read(ReadRequest(path: path, limits: ReadLimits(seconds: 20))) {
                if case .row(let row) = message { if row.isRefused { rows.refused += 1 } else { rows.good += 1 } }
                if case .finished(let end) = message { summary = end }
            }
        } catch let error as FileError {
            let name = Mirror(reflecting: error).children.first?.label ?? "\(error)"
            return ContinuousClock.now - began > .seconds(40) ? "hung" : name
        } catch {
            return "foreign error: \(error)"
        }
        guard let summary else { return "no summary" }
        let isWhole = summary.rows == rows.good + rows.refused && summary.good == rows.good && summary.refused == rows.refused
        return isWhole ? "ok" : "half imported"
    }

    @Test(
        "No file of the odd corpus takes the program down, hangs, or goes in by half; what opens elsewhere opens here",
        .enabled(if: Shelf.shared("data/odd-vectors") != nil))
    func corpus() async {
        let items = Self.items
        let before = Self.state()
        let exceptions = Self.exceptions
        let asks = ["coordinatesMustBeNamed", "coordinatesMustFitValues", "transformationMustBeNamed"]
        var counts: [String: Int] = [:]
        await withTaskGroup(of: (Item, String).self) { group in
            var waiting = items[...]
            for item in waiting.prefix(2) { group.addTask { (item, await Self.outcome(item.path)) } }
            waiting = waiting.dropFirst(2)
            for await (item, outcome) in group {
                if let next = waiting.popFirst() { group.addTask { (next, await Self.outcome(next.path)) } }
                counts["\(item.opens ? "opens" : "does not open") in GDAL: \(outcome)", default: 0] += 1
                #expect(
                    !["hung", "half imported", "no summary"].contains(outcome) && !outcome.hasPrefix("foreign"), "\(item.path): \(outcome)")
                guard item.opens else { continue }
                let expected = exceptions["\(item.set)/\(item.file)"]
                let isEmpty = item.features == 0 && outcome == "fileMustHoldRows"
                let isFine = expected.map { $0 == outcome } ?? (outcome == "ok" || isEmpty || asks.contains(outcome))
                #expect(isFine, "\(item.set)/\(item.file): \(outcome), expected \(expected ?? "to open")")
            }
        }
        #expect(Self.state() == before, "a reading changed a file of the corpus")
        print("odd-vectors: \(items.count) files")
        for (outcome, count) in counts.sorted(by: { $0.key < $1.key }) { print("  \(outcome): \(count)") }
    }

    @Test(
        "The 545 patches of Xuzhou: stated mu equals the planar area on every one, one polygon is repaired",
        .enabled(if: Shelf.shared("data/xuzhou-patches-2012") != nil))
    func xuzhou() async throws {
        let path = try #require(Shelf.shared("data/xuzhou-patches-2012/Export_Output.shp"))
        #expect(await failure { _ = try await Reading(path, shared: true) } == .transformationMustBeNamed(system: "EPSG:2363"))
        let reading = try await Reading(path, shared: true) { $0.transformation = "0,0,0,0,0,0,0" }
        #expect(reading.summary == ReadSummary(rows: 545, good: 545, refused: 0))
        #expect(reading.value("XMC") == "铜山县" && reading.description?.encodingBasis == "language byte")
        let fields = try #require(reading.description?.fields)
        let stated = try #require(fields.firstIndex(of: "JCMJ"))
        for row in reading.rows {
            let mu = try #require(row.values[stated].flatMap { Double($0) })
            #expect(abs((row.planarArea ?? 0) * 0.0015 - mu) <= 0.05 + 1e-9, "row \(row.row)")
        }
        let repaired = reading.rows.filter { $0.remarks.contains { $0.effect == .repaired } }
        #expect(repaired.count == 1)
        #expect(repaired.first?.remark(.ringMustNotCrossItself)?.found?.contains("39511054.57") == true)
    }
}
