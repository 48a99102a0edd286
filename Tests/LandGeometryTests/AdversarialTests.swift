import Seeds
import Testing

@testable import LandGeometry

/// Ground chosen to hurt: the shortcuts against the full double sum in extended precision.
@Suite("Ground made to break a kernel does not")
struct AdversarialTests {
    private func check(_ a: MultiPolygon, _ b: MultiPolygon, _ name: String) {
        let quick = LayerIndex.overlap(of: a, with: b, in: .asGiven)
        let full = FullDoubleSum.area(a, b, in: .asGiven)
        #expect(abs(quick - full) <= min(guaranteed(a), guaranteed(b)), "\(name): \(quick) against \(full)")
    }

    /// What the front page of the module promises: 10⁻¹² of the box, for needles 10⁻¹⁴ of the square of its diagonal.
    private func guaranteed(_ shape: MultiPolygon) -> Double {
        let (width, height) = (shape.box.east - shape.box.west, shape.box.north - shape.box.south)
        return max(1e-12 * width * height, 1e-14 * (width * width + height * height))
    }

    private func ring(_ points: [(Double, Double)]) -> Ring { Ring(points.map { Position(longitude: $0.0, latitude: $0.1) }) }

    @Test("A thousand pairs whose borders run within a billionth of each other")
    func nearlyParallel() {
        for seed in 0..<1000 {
            var numbers = SeededNumbers(seed: seed)
            let corners = numbers.count(4...40)
            let line = (0...corners).map { (Double($0) * 10, numbers.real(-3...3)) }
            let aside = [1e-9, 1e-7, 1e-4, 0][numbers.count(0...3)]
            let other = line.map { ($0.0 + numbers.real(-1...1) * aside, $0.1 + numbers.real(-1...1) * aside) }
            let below = ring(line + [(Double(corners) * 10, -40), (0, -40)])
            let above = ring(other.reversed() + [(0, 40), (Double(corners) * 10, 40)])
            check(MultiPolygon(outer: below), MultiPolygon(outer: above), "seed \(seed)")
            check(
                MultiPolygon(outer: below), MultiPolygon(outer: ring(other + [(Double(corners) * 10, -40), (0, -40)])),
                "seed \(seed), same side")
        }
    }

    @Test("A thousand pairs on a coarse grid, where every kind of contact is the rule")
    func coarseGrid() {
        for seed in 0..<1000 {
            var numbers = SeededNumbers(seed: seed)
            check(staircase(&numbers), staircase(&numbers), "seed \(seed)")
        }
    }

    /// A tower of rectangles with whole-number corners.
    private func staircase(_ numbers: inout SeededNumbers) -> MultiPolygon {
        var left: [(Double, Double)] = []
        var right: [(Double, Double)] = []
        let base = Double(numbers.count(0...6))
        for row in 0..<numbers.count(1...8) {
            let from = Double(numbers.count(0...4)), to = Double(numbers.count(5...9))
            left += [(from, base + Double(row)), (from, base + Double(row + 1))]
            right += [(to, base + Double(row)), (to, base + Double(row + 1))]
        }
        return MultiPolygon(outer: ring(right + left.reversed()))
    }

    @Test("Five hundred needles: upright, flat, slanted, a millionth as wide as long")
    func needles() {
        for seed in 0..<500 {
            var numbers = SeededNumbers(seed: seed)
            func needle() -> MultiPolygon {
                let (x, y, turn) = (numbers.real(-10...10), numbers.real(-10...10), Double(numbers.count(0...8)) * 0.25)
                let (dx, dy) = [(100.0, 0.0), (0, 100), (100, 100), (100, 1e-4), (1e-4, 100)][numbers.count(0...4)]
                let (wx, wy) = (-dy * 1e-6, dx * 1e-6)
                return MultiPolygon(outer: ring([(x, y), (x + dx, y + dy + turn), (x + dx + wx, y + dy + turn + wy), (x + wx, y + wy)]))
            }
            check(needle(), needle(), "seed \(seed)")
            check(needle(), staircase(&numbers), "seed \(seed), tower")
        }
    }

    @Test("Every parcel against a patch made of its own border, turned inside out and cut into thousands of edges")
    func allShared() {
        for seed in 0..<100 {
            var numbers = SeededNumbers(seed: seed)
            let corners = numbers.count(3...900)
            let points = (0..<corners).map { _ in (numbers.real(0...100), numbers.real(0...100)) }
            let star = points.sorted { angle($0) < angle($1) }
            let shape = MultiPolygon(outer: ring(star))
            let frame = MultiPolygon(outer: ring([(-9, -9), (109, -9), (109, 109), (-9, 109)]), holes: [ring(star.reversed())])
            check(shape, shape, "seed \(seed), itself")
            check(shape, frame, "seed \(seed), the hole it fills")
            check(frame, frame, "seed \(seed), frame")
        }
    }

    /// A number that grows with the angle about the middle.
    private func angle(_ point: (Double, Double)) -> Double {
        let (x, y) = (point.0 - 50, point.1 - 50)
        let part = x / max(abs(x) + abs(y), .leastNormalMagnitude)
        return y < 0 ? part - 1 : 1 - part
    }

    @Test("Patches from a millimetre to a thousand kilometres over the same ground", arguments: [1e-3, 1, 1e3, 1e6])
    func scales(size: Double) {
        for seed in 0..<100 {
            var numbers = SeededNumbers(seed: seed)
            func blob(_ radius: Double) -> MultiPolygon {
                let (x, y) = (numbers.real(-1...1) * size, numbers.real(-1...1) * size)
                let points = (0..<numbers.count(5...300)).map { _ in (numbers.real(0...100), numbers.real(0...100)) }
                return MultiPolygon(
                    outer: ring(points.sorted { angle($0) < angle($1) }.map { (x + $0.0 * radius / 50, y + $0.1 * radius / 50) }))
            }
            check(blob(size), blob(numbers.real(0.3...3) * size), "seed \(seed)")
        }
    }
}
