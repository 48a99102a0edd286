/// Finds the junctions of a layer (边界结点): vertices that not all rings through them pass in the same way.
///
/// Between two junctions every ring that runs there runs through the same vertices, so that what is decided about them is
/// decided alike for both neighbours. An open-addressed table of vertices in slices of the key, so that memory stays bounded.
struct JunctionTable {
    private static let sliceSize = 8 << 20
    private static let free = UInt64.max

    private var keys: [UInt64]
    private var passages: [UInt32]
    private let mask: Int

    /// 0 where a ring's vertex is a junction, `unknown` elsewhere: the state in which `VertexLevels` takes them on.
    static func levels(of rings: RingStore, unknown: UInt8) -> [UInt8] {
        var levels = [UInt8](repeating: unknown, count: rings.x.count)
        let sliceCount = UInt64(rings.x.count / sliceSize + 1)
        for slice in 0..<sliceCount {
            var table = JunctionTable(expecting: rings.x.count / Int(sliceCount))
            rings.forEachVertex { i, before, point, after in
                let hash = mixed(point.key)
                if hash >> 40 % sliceCount == slice { table.note(point.key, hash, passage(before, after)) }
            }
            rings.forEachVertex { i, _, point, _ in
                let hash = mixed(point.key)
                if hash >> 40 % sliceCount == slice, table.isJunction(point.key, hash) { levels[i] = 0 }
            }
        }
        return levels
    }

    private init(expecting count: Int) {
        var size = 1024
        while size < count * 2 { size *= 2 }
        keys = [UInt64](repeating: JunctionTable.free, count: size)
        passages = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// A passage is known by its two neighbours, whichever comes first; 0 is kept for vertices passed in different ways.
    private static func passage(_ before: WorldPoint, _ after: WorldPoint) -> UInt32 {
        UInt32(truncatingIfNeeded: (mixed(before.key) &+ mixed(after.key)) >> 32) | 1
    }

    private mutating func note(_ key: UInt64, _ hash: UInt64, _ passage: UInt32) {
        let at = place(of: key, hash)
        if keys[at] == JunctionTable.free {
            keys[at] = key
            passages[at] = passage
        } else if passages[at] != passage {
            passages[at] = 0
        }
    }

    private func isJunction(_ key: UInt64, _ hash: UInt64) -> Bool { passages[place(of: key, hash)] == 0 }

    private func place(of key: UInt64, _ hash: UInt64) -> Int {
        var at = Int(truncatingIfNeeded: hash) & mask
        while keys[at] != key, keys[at] != JunctionTable.free { at = (at + 1) & mask }
        return at
    }

    /// The finaliser of SplitMix64: every bit of the key moves every bit of the hash.
    private static func mixed(_ key: UInt64) -> UInt64 {
        var z = key &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
