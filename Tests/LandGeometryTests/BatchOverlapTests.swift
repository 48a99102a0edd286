import Seeds
import Synchronization
import Testing

@testable import LandGeometry

@Suite("Figures do not depend on how many processors work on them")
struct BatchOverlapTests {
    @Test("One, two, three or eight threads give the same figures to the last bit, in the order of the patches")
    func threads() {
        var numbers = SeededNumbers(seed: 21)
        let made = MadeGround()
        let index = LayerIndex(layer(made.parcels(columns: 20, rows: 20, cell: 50, using: &numbers)))
        let patches = (0..<301).map { _ in
            MultiPolygon(
                made.star(at: (numbers.real(0...1000), numbers.real(0...1000)), radius: numbers.real(5...200), using: &numbers))
        }
        let single = patches.map { index.overlaps(with: $0) }
        #expect(single.contains { $0.count > 3 })
        for threads in [1, 2, 3, 8] {
            let batch = index.overlaps(with: patches, threads: threads)
            #expect(batch == single)
            #expect(bits(of: batch) == bits(of: single))
        }
    }

    @Test("Work given to several threads is all done when it comes back, each piece once", arguments: [1, 2, 5])
    func crew(threads: Int) {
        let done = Mutex([Int: Int]())
        CrewThread.perform(threads) { number in done.withLock { $0[number, default: 0] += 1 } }
        #expect(done.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<threads).map { ($0, 1) }))
    }

    @Test("No patches, no overlaps; an empty layer shares nothing")
    func nothing() {
        let square = MultiPolygon(outer: MadeGround().rectangle(0, 0, 10, 10))
        #expect(LayerIndex(layer([square])).overlaps(with: [], threads: 4).isEmpty)
        #expect(LayerIndex([]).overlaps(with: [square, square], threads: 0) == [[], []])
    }
}
