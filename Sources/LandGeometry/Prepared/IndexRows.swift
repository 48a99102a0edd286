/// A feature as it stands in a prepared layer: 16 bytes.
struct FeatureRow {
    var number: Int64
    var classNumber: Int64
}

/// One closed ring: its vertices are `firstVertex ... firstVertex + edgeCount`, the last repeating the first; 32 bytes.
struct RingRow {
    var firstVertex: Int64
    /// +1 when land lies to the left of the edges as stored, −1 when to the right: what normalises orientation.
    var sign: Double
    var edgeCount: UInt32
    var firstBlock: UInt32
    var firstSpan: UInt32
    /// Row of the feature the ring belongs to.
    var feature: UInt32
}

/// How rings are cut into boxes and boxes into a tree.
///
/// The boxes let the overlay step over everything above, below or beside a patch, so that a ring of 10⁵ vertices costs
/// a few hundred comparisons, not 10⁵.
enum Blocks {
    static let blockEdges = 16
    static let spanEdges = 256
    static let fanOut = 16

    static func blocks(ofEdges edges: Int) -> Int { (edges + blockEdges - 1) / blockEdges }
    static func spans(ofEdges edges: Int) -> Int { (edges + spanEdges - 1) / spanEdges }

    /// Sizes of the tree's levels from the leaves up, the last of at most `fanOut` boxes; none for no leaves.
    static func levels(ofLeaves leaves: Int) -> [Int] {
        guard leaves > 0 else { return [] }
        var levels = [leaves]
        while let below = levels.last, below > fanOut { levels.append((below + fanOut - 1) / fanOut) }
        return levels
    }
}
