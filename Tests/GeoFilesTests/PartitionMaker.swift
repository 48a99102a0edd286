import Foundation
import LandGeometry

/// A made-up county for tests: cells whose borders wind, each border the same vertices for both neighbours, with no gap and no overlap.
struct PartitionMaker {
    var west = 118.0
    var south = 36.6
    var size: Double
    var cells: Int
    var bends: Int
    var seed: UInt64 = 42

    struct Cell {
        var number: UInt64
        var code: String
        var shape: MultiPolygon
    }

    func make(classes: Int = 3) -> [Cell] {
        (0..<cells * cells).map { i in
            let (column, row) = (i % cells, i / cells)
            var positions: [Position] = []
            positions += border(column, row, column + 1, row)
            positions += border(column + 1, row, column + 1, row + 1)
            positions += border(column, row + 1, column + 1, row + 1).reversed().map { $0 }
            positions += border(column, row, column, row + 1).reversed().map { $0 }
            var ring: [Position] = []
            for position in positions where ring.last != position { ring.append(position) }
            if ring.first == ring.last { ring.removeLast() }
            let code = Int(chance(column, row, 7) * Double(classes))
            return Cell(number: UInt64(i + 1), code: "c\(code)", shape: MultiPolygon([Polygon(outer: Ring(ring))]))
        }
    }

    /// From the lower or left corner to the other, ends included: however often asked, the same vertices.
    private func border(_ c0: Int, _ r0: Int, _ c1: Int, _ r1: Int) -> [Position] {
        let (a, b) = (corner(c0, r0), corner(c1, r1))
        let isRim = (r0 == r1 && (r0 == 0 || r0 == cells)) || (c0 == c1 && (c0 == 0 || c0 == cells))
        let step = size / Double(cells)
        return (0...bends).map { i in
            guard i > 0, i < bends, !isRim else { return i == 0 ? a : i == bends ? b : between(a, b, Double(i) / Double(bends)) }
            let part = Double(i) / Double(bends)
            let off = (chance(c0 * 7919 + i, r0 * 104_729 + c1, r1) - 0.5) * step * 0.12 + sin(part * .pi * 3) * step * 0.04
            let on = between(a, b, part)
            return r0 == r1
                ? Position(longitude: on.longitude, latitude: on.latitude + off)
                : Position(longitude: on.longitude + off, latitude: on.latitude)
        }
    }

    private func between(_ a: Position, _ b: Position, _ part: Double) -> Position {
        Position(longitude: a.longitude + (b.longitude - a.longitude) * part, latitude: a.latitude + (b.latitude - a.latitude) * part)
    }

    private func corner(_ column: Int, _ row: Int) -> Position {
        let step = size / Double(cells)
        func moved(_ at: Int, _ salt: Int) -> Double {
            at == 0 || at == cells ? Double(at) * step : (Double(at) + (chance(column, row, salt) - 0.5) * 0.5) * step
        }
        return Position(longitude: west + moved(column, 1), latitude: south + moved(row, 2))
    }

    private func chance(_ a: Int, _ b: Int, _ salt: Int) -> Double {
        var random = SplitMix(seed: seed &+ UInt64(a) &* 1_000_003 &+ UInt64(b) &* 7_368_787 &+ UInt64(salt) &* 0x9E37_79B9)
        _ = random.next()
        return random.next()
    }
}
