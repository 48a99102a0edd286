/// An outline in stairs, as classified images give it (栅格图斑).
struct Raster {
    private var cells: [Bool]
    private let columns: Int
    private let rows: Int
    private let corner: PlanePoint
    private let size: Double

    /// The cells of `size` metres that lie wholly in `polygon` and where `isChanged` holds.
    init(_ polygon: PlanePolygon, size: Double, isChanged: (PlanePoint) -> Bool) {
        let box = polygon.outer.extent
        corner = PlanePoint((box.low.x / size).rounded(.down) * size, (box.low.y / size).rounded(.down) * size)
        columns = Int((box.high.x - corner.x) / size) + 1
        rows = Int((box.high.y - corner.y) / size) + 1
        self.size = size
        cells = []
        for j in 0..<rows {
            for i in 0..<columns {
                let low = corner + PlanePoint(Double(i) * size, Double(j) * size)
                let square = [low, low + PlanePoint(size, 0), low + PlanePoint(size, size), low + PlanePoint(0, size)]
                cells.append(isChanged(square.centre) && PatchShapes.isInside(square, polygon))
            }
        }
    }

    /// The outline of the largest connected heap of cells without its holes; nil when there are fewer than `least` cells.
    mutating func outline(least: Int) -> [PlanePoint]? {
        keepLargest()
        fillPinches()
        guard cells.count(where: { $0 }) >= least else { return nil }
        return trace()
    }

    private func at(_ i: Int, _ j: Int) -> Bool {
        i >= 0 && j >= 0 && i < columns && j < rows && cells[j * columns + i]
    }

    private mutating func keepLargest() {
        var best: [Int] = []
        var left = cells
        for start in cells.indices where left[start] {
            var heap = [start]
            left[start] = false
            var next = 0
            while next < heap.count {
                let (i, j) = (heap[next] % columns, heap[next] / columns)
                for (x, y) in [(i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)] where at(x, y) && left[y * columns + x] {
                    left[y * columns + x] = false
                    heap.append(y * columns + x)
                }
                next += 1
            }
            if heap.count > best.count { best = heap }
        }
        cells = cells.map { _ in false }
        for cell in best { cells[cell] = true }
    }

    /// Two cells that touch at a corner only get a third beside them, so that the outline never touches itself.
    private mutating func fillPinches() {
        var isDone = false
        while !isDone {
            isDone = true
            for j in 0..<rows - 1 {
                for i in 0..<columns - 1 {
                    let here = at(i, j)
                    guard at(i + 1, j + 1) == here, at(i + 1, j) != here, at(i, j + 1) != here else { continue }
                    cells[j * columns + i + (here ? 1 : 0)] = true
                    isDone = false
                }
            }
        }
    }

    private func trace() -> [PlanePoint]? {
        var ways: [Int: Int] = [:]
        let width = columns + 1
        for j in 0..<rows {
            for i in 0..<columns where at(i, j) {
                let v = j * width + i
                if !at(i, j - 1) { ways[v] = v + 1 }
                if !at(i + 1, j) { ways[v + 1] = v + 1 + width }
                if !at(i, j + 1) { ways[v + width + 1] = v + width }
                if !at(i - 1, j) { ways[v + width] = v }
            }
        }
        guard let first = ways.keys.min() else { return nil }
        var ring: [Int] = []
        var vertex = first
        repeat {
            ring.append(vertex)
            guard let next = ways[vertex] else { return nil }
            vertex = next
        } while vertex != first
        return ring.indices.filter { isCorner(ring, $0) }.map {
            corner + PlanePoint(Double(ring[$0] % width) * size, Double(ring[$0] / width) * size)
        }
    }

    private func isCorner(_ ring: [Int], _ k: Int) -> Bool {
        let before = ring[k == 0 ? ring.count - 1 : k - 1]
        let after = ring[k + 1 == ring.count ? 0 : k + 1]
        return ring[k] - before != after - ring[k]
    }
}
