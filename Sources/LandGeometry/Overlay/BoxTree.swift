/// The packed tree over the boxes of rings (外包矩形树): leaves in the order of the Z-curve, sixteen to a node.
///
/// A tree rather than a grid, because one layer may hold garden plots beside a multipolygon over a whole county; over
/// rings rather than features, because a ring whose box a patch does not meet shares nothing with it, whatever the
/// thousand other rings of its feature do.
extension IndexTables {
    /// Appends the rings whose box meets the inside of `box`, along the Z-curve.
    func find(_ box: PlaneBox, into found: inout [UInt32]) {
        guard let top = levels.last else { return }
        let first = levels.dropLast().reduce(0, +)
        for node in 0..<top where tree[first + node].overlaps(box) {
            descend(levels.count - 1, first, node, box, &found)
        }
    }

    /// - Parameter first: where the boxes of this level begin.
    private func descend(
        _ level: Int, _ first: Int, _ node: Int, _ box: PlaneBox, _ found: inout [UInt32]
    ) {
        guard level > 0 else { return found.append(UInt32(truncatingIfNeeded: node)) }
        let below = first - levels[level - 1]
        let end = min((node + 1) * Blocks.fanOut, levels[level - 1])
        for child in (node * Blocks.fanOut)..<end where tree[below + child].overlaps(box) {
            descend(level - 1, below, child, box, &found)
        }
    }
}
