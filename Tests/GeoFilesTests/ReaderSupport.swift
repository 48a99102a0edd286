import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

/// Where tests find the program, the fixtures and the optional corpora.
enum Shelf {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program stands beside the test bundle.
    static var reader: FileReader {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let arguments = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [own]
        let folders = arguments.map { ($0 as NSString).deletingLastPathComponent } + [root.path + "/.build/debug"]
        let paths = folders.map { $0 + "/landledger" }
        return FileReader(executable: paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0])
    }

    static func fixture(_ name: String) -> String { root.appending(path: "Tests/Fixtures/files/reader/\(name)").path }

    /// A file of the optional corpora; nil with a printed line when they are not there.
    static func shared(_ name: String) -> String? {
        let base =
            ProcessInfo.processInfo.environment["LANDLEDGER_SHARED"] ?? root.deletingLastPathComponent().appending(path: "shared").path
        let path = base + "/" + name
        if FileManager.default.fileExists(atPath: path) { return path }
        print("skipped: \(path) is not here (set LANDLEDGER_SHARED)")
        return nil
    }
}

/// Everything a reading gave.
struct Reading {
    var description: FileDescription?
    var rows: [ImportedRow] = []
    var summary: ReadSummary?

    init(_ fixture: String, shared: Bool = false, adjust: (inout ReadRequest) -> Void = { _ in }) async throws {
        var request = ReadRequest(path: shared ? fixture : Shelf.fixture(fixture), limits: ReadLimits(seconds: 60))
        adjust(&request)
        for try await message in Shelf.reader.read(request) {
            switch message {
            case .described(let description): self.description = description
            case .row(let row): rows.append(row)
            case .finished(let summary): self.summary = summary
            }
        }
    }

    func value(_ field: String, _ index: Int = 0) -> String? {
        guard let column = description?.fields.firstIndex(of: field) else { return nil }
        return rows[index].values[column]
    }

    func row(named name: String) -> ImportedRow? {
        guard let column = description?.fields.firstIndex(of: "name") else { return nil }
        return rows.first { $0.values[column] == name }
    }

    func remark(_ rule: ReadingRule) -> RowRemark? { description?.remarks.first { $0.rule == rule } }
}

extension ImportedRow {
    /// Area by the oracle; nil for rows without ground that is an area.
    var groundArea: Double? {
        guard case .area(let shape) = ground else { return nil }
        return PrintedFormula.area(shape)
    }

    func remark(_ rule: ReadingRule) -> RowRemark? { remarks.first { $0.rule == rule } }
}

/// The official area formula as printed (domain.md 4.1), written a second time, term by term, as the oracle.
enum PrintedFormula {
    static func area(_ shape: MultiPolygon) -> Double {
        shape.polygons.reduce(0) { $0 + ring($1.outer) - $1.holes.reduce(0) { $0 + ring($1) } }
    }

    static func ring(_ ring: Ring) -> Double {
        let b2 = 6_356_752.3141403558 * 6_356_752.3141403558
        let coefficients = [
            1.0033640898341927, -1.1241893819271072e-3, 1.6994594735188535e-6, -2.717857845577432e-9, 4.358419004834252e-12,
        ]
        let origin = ring.positions[0].longitude
        var sum = 0.0
        for (index, from) in ring.positions.enumerated() {
            let to = ring.positions[(index + 1) % ring.positions.count]
            let turn = ((from.longitude + to.longitude) / 2 - origin) * .pi / 180
            let (difference, middle) = ((to.latitude - from.latitude) * .pi / 180, (to.latitude + from.latitude) / 2 * .pi / 180)
            for (number, coefficient) in coefficients.enumerated() {
                let k = Double(2 * number + 1)
                sum += 2 * b2 * turn * coefficient * sin(k / 2 * difference) * cos(k * middle)
            }
        }
        return abs(sum)
    }
}

/// The `FileError` a reading ends with.
func failure(_ body: () async throws -> Void) async -> FileError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? FileError
    }
}
