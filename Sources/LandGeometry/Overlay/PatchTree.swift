/// A packed tree over the boxes of patches (图斑外包矩形树): leaves sorted along a Z-curve, sixteen to a node.
///
/// As the tree of a prepared layer, in arrays of its own.
struct PatchTree: Sendable {
    private static let fanOut = 16
    /// Positions of the boxes as given, in leaf order.
    private(set) var inOrder: [Int32] = []
    /// Boxes of the leaves, then of each level above, up to a level of at most sixteen.
    private var levels: [[PlaneBox]] = []

    /// Empty boxes are never found.
    init(_ boxes: [PlaneBox]) {
        let filled = boxes.indices.filter { !boxes[$0].isEmpty }
        guard !filled.isEmpty else { return }
        var whole = PlaneBox.empty
        for i in filled { whole.include(boxes[i]) }
        let keyed = filled.map { (key: PatchTree.curveKey(of: boxes[$0], in: whole), place: Int32($0)) }
        inOrder = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
        levels = [inOrder.map { boxes[Int($0)] }]
        while let below = levels.last, below.count > PatchTree.fanOut { levels.append(PatchTree.parents(of: below)) }
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

    /// Whether the inside of any box meets that of `box`.
    func holds(_ box: PlaneBox) -> Bool {
        guard let top = levels.last else { return false }
        return top.indices.contains { top[$0].overlaps(box) && holds(levels.count - 1, $0, box) }
    }

    private func holds(_ level: Int, _ node: Int, _ box: PlaneBox) -> Bool {
        guard level > 0 else { return true }
        let end = min((node + 1) * PatchTree.fanOut, levels[level - 1].count)
        return ((node * PatchTree.fanOut)..<end).contains { levels[level - 1][$0].overlaps(box) && holds(level - 1, $0, box) }
    }

    private func descend(_ level: Int, _ node: Int, _ box: PlaneBox, _ found: inout [Int32]) {
        guard level > 0 else { return found.append(inOrder[node]) }
        let end = min((node + 1) * PatchTree.fanOut, levels[level - 1].count)
        for child in (node * PatchTree.fanOut)..<end where levels[level - 1][child].overlaps(box) {
            descend(level - 1, child, box, &found)
        }
    }
}
