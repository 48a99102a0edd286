import Foundation
import Seeds

@testable import LandGeometry

/// Layers and files made up for tests.
enum MadeLayer {
    /// A partition with a red line of many rings over it: single parcels beside one feature of several parts and holes.
    static func mixed(seed: Int, columns: Int = 9, rows: Int = 8) -> [LayerShape] {
        var numbers = SeededNumbers(seed: seed)
        let made = MadeGround()
        let parcels = made.parcels(columns: columns, rows: rows, cell: 50, using: &numbers)
        let stars = (0..<7).map { _ in
            made.star(at: (numbers.real(0...450), numbers.real(0...400)), radius: numbers.real(20...90), using: &numbers)
        }
        return layer(parcels + [MultiPolygon(stars)])
    }

    static func patches(seed: Int, count: Int = 60) -> [MultiPolygon] {
        var numbers = SeededNumbers(seed: seed)
        let made = MadeGround()
        return (0..<count).map { _ in
            MultiPolygon(made.star(at: (numbers.real(0...450), numbers.real(0...400)), radius: numbers.real(3...160), using: &numbers))
        }
    }

    static let source = LayerSource(digest: "6b4f1c")

    /// A new folder, removed when the work is done.
    static func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "prepared-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }

    static func names(in folder: URL) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }

    static func write(_ shapes: [LayerShape], to file: URL, codes: [String] = []) throws -> LayerIndex {
        var writer = try LayerIndexWriter(at: file.path, source: source)
        for shape in shapes { try writer.append(shape) }
        return try writer.finish(codes: codes)
    }
}

/// The bits of figures: equal only when nothing at all differs.
func bits(of overlaps: [[Overlap]]) -> [UInt64] {
    overlaps.flatMap { $0.flatMap { [UInt64($0.feature), UInt64($0.classNumber), $0.area.squareMetres.bitPattern] } }
}

func bits(of overlaps: [[ClassOverlap]]) -> [UInt64] {
    overlaps.flatMap { $0.flatMap { [UInt64($0.classNumber), $0.area.squareMetres.bitPattern] } }
}
