/// A packed tree over boxes (外包矩形树): leaves sorted along a Z-curve, sixteen to a node.
///
/// A tree rather than a grid, because one layer may hold garden plots beside a multipolygon over a whole county.
struct BoxTree: Sendable {
    private static let fanOut = 16
    /// Positions of the boxes as given, in leaf order.
    private var order: [Int32] = []
    /// Boxes of the leaves, then of each level above, up to a level of at most sixteen.
    private var levels: [[PlaneBox]] = []

    /// Empty boxes are never found.
    init(_ boxes: [PlaneBox]) {
        let filled = boxes.indices.filter { !boxes[$0].isEmpty }
        guard !filled.isEmpty else { return }
        var whole = PlaneBox.empty
        for i in filled { whole.include(boxes[i]) }
        let keyed = filled.map { (key: BoxTree.curveKey(of: boxes[$0], in: whole), place: Int32($0)) }
        order = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
        levels = [order.map { boxes[Int($0)] }]
        while let below = levels.last, below.count > BoxTree.fanOut { levels.append(BoxTree.parents(of: below)) }
    }

    private static func parents(of below: [PlaneBox]) -> [PlaneBox] {
        stride(from: 0, to: below.count, by: fanOut).map { start in
            var box = PlaneBox.empty
            for child in below[start..<min(start + fanOut, below.count)] { box.include(child) }
            return box
        }
    }

    /// Bits of the centre's place in a 65,536² raster, interleaved.
    private static func curveKey(of box: PlaneBox, in whole: PlaneBox) -> UInt32 {
        func raster(_ low: Double, _ high: Double, _ from: Double, _ to: Double) -> UInt32 {
            to > from ? UInt32(min(65_535, max(0, ((low + high) / 2 - from) / (to - from) * 65_536))) : 0
        }
        return spread(raster(box.minX, box.maxX, whole.minX, whole.maxX))
            | spread(raster(box.minY, box.maxY, whole.minY, whole.maxY)) << 1
    }

    private static func spread(_ value: UInt32) -> UInt32 {
        var bits = value
        bits = (bits | bits << 8) & 0x00ff_00ff
        bits = (bits | bits << 4) & 0x0f0f_0f0f
        bits = (bits | bits << 2) & 0x3333_3333
        return (bits | bits << 1) & 0x5555_5555
    }

    /// Appends the positions of all boxes whose inside meets the inside of `box`, in ascending order.
    func find(_ box: PlaneBox, into found: inout [Int32]) {
        let before = found.count
        guard let top = levels.last else { return }
        for i in top.indices where top[i].overlaps(box) { descend(levels.count - 1, i, box, &found) }
        found[before...].sort()
    }

    private func descend(_ level: Int, _ node: Int, _ box: PlaneBox, _ found: inout [Int32]) {
        guard level > 0 else { return found.append(order[node]) }
        let end = min((node + 1) * BoxTree.fanOut, levels[level - 1].count)
        for child in (node * BoxTree.fanOut)..<end where levels[level - 1][child].overlaps(box) {
            descend(level - 1, child, box, &found)
        }
    }
}
