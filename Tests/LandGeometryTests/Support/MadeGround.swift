import Foundation
import Seeds

@testable import LandGeometry

/// Ground made up for tests around a position: offsets in metres, east and north.
struct MadeGround {
    var around = Position(longitude: 117.7, latitude: 39)

    func position(_ east: Double, _ north: Double) -> Position {
        let metresPerDegree = 111_320.0
        return Position(
            longitude: around.longitude + east / (metresPerDegree * cos(around.latitude * .pi / 180)),
            latitude: around.latitude + north / metresPerDegree)
    }

    func ring(_ points: [(Double, Double)]) -> Ring { Ring(points.map { position($0.0, $0.1) }) }

    func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
        ring([(west, south), (east, south), (east, north), (west, north)])
    }

    /// A star with one arm per vertex and, at times, a hole about its middle; never crosses itself.
    func star(at middle: (Double, Double), radius: Double, using numbers: inout SeededNumbers) -> LandGeometry.Polygon {
        let corners = numbers.count(5...60)
        func points(_ scale: ClosedRange<Double>) -> [(Double, Double)] {
            (0..<corners).map { i in
                let turn = 2 * Double.pi * Double(i) / Double(corners)
                let reach = radius * numbers.real(scale)
                return (middle.0 + reach * cos(turn), middle.1 + reach * sin(turn))
            }
        }
        let outer = ring(points(0.5...1))
        return Polygon(outer: outer, holes: numbers.coin() ? [ring(points(0.1...0.4))] : [])
    }

    /// A comb: long thin teeth on a back, the hard case for bins and slopes.
    func comb(at corner: (Double, Double), teeth: Int, length: Double, upright: Bool) -> LandGeometry.Polygon {
        var points: [(Double, Double)] = [(-2, 0), (0, 0)]
        for tooth in 0..<teeth {
            let side = Double(tooth) * 2
            points += [(0, side), (length, side + 0.25), (length, side + 0.75), (0, side + 1)]
        }
        points += [(0, Double(teeth) * 2), (-2, Double(teeth) * 2)]
        return Polygon(outer: ring(points.map { upright ? (corner.0 + $0.1, corner.1 + $0.0) : (corner.0 + $0.0, corner.1 + $0.1) }))
    }

    /// A partition of a square: cells whose wiggly borders are the same positions on both sides.
    func parcels(columns: Int, rows: Int, cell: Double, using numbers: inout SeededNumbers) -> [MultiPolygon] {
        func wiggle(_ i: Int, _ limit: Int) -> Double { i == 0 || i == limit ? 0 : numbers.real(-0.15...0.15) * cell }
        let nodes = (0...rows).map { row in
            (0...columns).map { column in
                (Double(column) * cell + wiggle(column, columns), Double(row) * cell + wiggle(row, rows))
            }
        }
        func border(_ a: (Double, Double), _ b: (Double, Double), straight: Bool) -> [Position] {
            let steps = numbers.count(1...12)
            return (0..<steps).map { step in
                let part = Double(step) / Double(steps)
                let aside = straight ? 0 : numbers.real(-0.2...0.2) * part * (1 - part) * cell
                return position(a.0 + part * (b.0 - a.0) + aside, a.1 + part * (b.1 - a.1) + aside)
            }
        }
        let flat = (0...rows).map { row in
            (0..<columns).map { border(nodes[row][$0], nodes[row][$0 + 1], straight: row == 0 || row == rows) }
        }
        let upright = (0..<rows).map { row in
            (0...columns).map { border(nodes[row][$0], nodes[row + 1][$0], straight: $0 == 0 || $0 == columns) }
        }
        func corner(_ row: Int, _ column: Int) -> Position { position(nodes[row][column].0, nodes[row][column].1) }
        return (0..<rows).flatMap { row in
            (0..<columns).map { column in
                let east = upright[row][column + 1]
                let north = Array(flat[row + 1][column].dropFirst().reversed())
                let west = Array(upright[row][column].dropFirst().reversed())
                let line = flat[row][column] + east + [corner(row + 1, column + 1)] + north + [corner(row + 1, column)] + west
                return MultiPolygon([Polygon(outer: Ring(line))])
            }
        }
    }
}

extension MultiPolygon {
    init(_ polygon: LandGeometry.Polygon) { self.init([polygon]) }
    init(outer: Ring, holes: [Ring] = []) { self.init([Polygon(outer: outer, holes: holes)]) }

    /// Every position moved.
    func mapped(_ move: (Position) -> Position) -> MultiPolygon {
        func moved(_ ring: Ring) -> Ring { Ring(ring.positions.map(move)) }
        return MultiPolygon(polygons.map { Polygon(outer: moved($0.outer), holes: $0.holes.map { moved($0) }) })
    }
}

/// A layer of one feature per shape.
func layer(_ shapes: [MultiPolygon]) -> [LayerShape] {
    shapes.enumerated().map { LayerShape(feature: $0.offset, classNumber: $0.offset % 3, shape: $0.element) }
}

/// Whether two areas are one, up to `part` of `whole`.
func agrees(_ a: Double, _ b: Double, within part: Double, of whole: Double) -> Bool {
    abs(a - b) <= part * abs(whole)
}
